import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { once } from './once.ts'
import { signsOf } from './signs.ts'
import { isGlue, isLatin, isLetterOrDigit } from './units.ts'

/** A word written with a capital, and every place where it stands in just this spelling. */
export interface Capital {
  readonly text: string
  /** Lower case. */
  readonly folded: string
  readonly places: readonly Span[]
}

/** Letters or digits of a word. */
const SHORTEST = 3
const LONGEST = 40

/**
 * The words of three to forty letters or digits that begin with a capital, by spelling, in order of appearance; Latin letters
 * with accents count. Computed once a document.
 */
export const capitals = ({ text }: Pick<CheckContext, 'text'>): ReadonlyMap<string, Capital> => ofText(text)

const ofText = once(read)

function read(text: string): ReadonlyMap<string, Capital> {
  const all = new Map<string, { text: string; folded: string; places: Span[] }>()
  const runs = signsOf(text).capitals
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at] ?? 0
    const end = runs[at + 1] ?? 0
    if (end - start < SHORTEST || end - start > LONGEST || !standsAlone(text, start, end)) continue
    const word = text.slice(start, end)
    const entry = all.get(word)
    if (entry) entry.places.push({ start, end })
    else all.set(word, { text: word, folded: word.toLowerCase(), places: [{ start, end }] })
  }
  return all
}

/** Whether nothing on either side makes a word part of an address, a path, an identifier or a longer word. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  (start === 0 || !(isGlue(text.charCodeAt(start - 1)) || insideDots(text, start - 1))) &&
  (end >= text.length || !(isGlue(text.charCodeAt(end)) || insideDots(text, end)))

/** Whether the unit is a dot or colon between two letters or digits, as in file names and detection names. */
function insideDots(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (
    (unit === DOT || unit === COLON) &&
    isLetterOrDigit(text.charCodeAt(at - 1)) &&
    isLetterOrDigit(text.charCodeAt(at + 1))
  )
}

const SPACE = 32
const DOT = 46
const COLON = 58

/** A title or an initial keeps its dot; any other word with a dot ends the sentence before. */
const ABBREVIATED = /^(?:[A-Z]|[A-Z][a-z]{1,3})\.$/

/** Units that a neighbour may have, its first letter aside. */
const NEIGHBOUR = 40

/** What may stand in a neighbour after its first letter; a dot only in the one before. */
const inNeighbour = (unit: number): boolean =>
  isLatin(unit) || unit === 0x27 || unit === 0x2d || unit === 0x5f || unit === 0x2019 || unit === 0xd7 || unit === 0xf7

/** What a neighbour may begin with. */
const opens = (unit: number): boolean =>
  inNeighbour(unit) && (unit > 0x7f ? unit !== 0x2019 : unit > 0x3f && unit !== 0x5f)

/** The word before a place when only one space lies between them, else an empty string. */
export function wordBefore(text: string, { start }: Span): string {
  const end = start - 1
  if (text.charCodeAt(end) !== SPACE) return ''
  const least = Math.max(0, end - 1 - NEIGHBOUR)
  let from = end
  while (from > least && (inNeighbour(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === DOT)) from--
  while (from < end && !opens(text.charCodeAt(from))) from++
  const before = text.slice(from, end)
  return before.endsWith('.') && !ABBREVIATED.test(before) ? '' : before
}

/** The word after a place when only one space lies between them, else an empty string. */
export function wordAfter(text: string, { end }: Span): string {
  const start = end + 1
  if (text.charCodeAt(end) !== SPACE || !opens(text.charCodeAt(start))) return ''
  const most = Math.min(text.length, start + 1 + NEIGHBOUR)
  let to = start + 1
  while (to < most && inNeighbour(text.charCodeAt(to))) to++
  return text.slice(start, to)
}
