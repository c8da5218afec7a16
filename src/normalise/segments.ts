import { FOLDED, IN_WORD, unitOf } from './units.ts'

/** A run of letters, digits and marks: nothing shorter is a name, and words and figures are cut from it. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** Hash of its units, case and accents aside. */
  readonly hash: number
  /** Bits of its units: `LETTERS`, `DIGITS`, `OTHERS`. */
  readonly kinds: number
}

let last: { readonly text: string; readonly list: readonly Segment[] } | undefined

/** The segments of a text, cut once for names and figures: the text at hand is remembered. */
export function segments(text: string): readonly Segment[] {
  if (last?.text !== text) last = { text, list: cut(text) }
  return last.list
}

function cut(text: string): Segment[] {
  const list: Segment[] = []
  for (let at = 0; at < text.length; at++) {
    let unit = unitOf(text.charCodeAt(at))
    if ((unit & IN_WORD) === 0) continue
    const start = at
    let hash = 0
    let kinds = 0
    while ((unit & IN_WORD) !== 0) {
      hash = mix(hash, unit & FOLDED)
      kinds |= unit & IN_WORD
      if (++at === text.length) break
      unit = unitOf(text.charCodeAt(at))
    }
    list.push({ start, end: at, hash, kinds })
  }
  return list
}

/** Where the segment ends that begins at a place. */
export function segmentEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && (unitOf(text.charCodeAt(at)) & IN_WORD) !== 0) at++
  return at
}

/** Knuth's multiplicative constant. */
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1)

/** The hash that a segment of these units has. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = mix(hash, unitOf(text.charCodeAt(at)) & FOLDED)
  return hash
}
