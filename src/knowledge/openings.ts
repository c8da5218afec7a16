import { hashOf, segmentEnd } from '../normalise/segments.ts'
import { IN_WORD, unitOf } from '../normalise/units.ts'

/** The shipped names begin with 14,000 words and 40,000 pairs of words: bits for the hash of each. */
const WORD_BITS = 18
const PAIR_BITS = 20

/**
 * How names begin: their first word, and the two first words of those that have more. Tells of nearly every word of a text
 * that no name begins there, from tables that stay in the nearest caches; it may say yes wrongly, never no.
 */
export class Openings {
  /** Two bits a word, side by side: that it is a name, or all of its letters and digits; that it begins a longer name. */
  readonly #words = new Uint8Array(1 << (WORD_BITS - 2))
  readonly #pairs = new Uint8Array(1 << (PAIR_BITS - 3))

  /** Adds a name that begins at `start`; returns the hash of its first word. */
  add(name: string, start: number): number {
    const end = segmentEnd(name, start)
    const first = hashOf(name, start, end)
    const next = wordFrom(name, end)
    set(this.#words, place(first, WORD_BITS) * 2 + (next < 0 ? 0 : 1))
    if (next >= 0) set(this.#pairs, place(pair(first, hashOf(name, next, segmentEnd(name, next))), PAIR_BITS))
    return first
  }

  /** Whether a name may begin with a word, by the hashes of it and of the next one, if one follows. */
  has(word: number, next: number | undefined): boolean {
    const at = place(word, WORD_BITS) * 2
    if (get(this.#words, at)) return true
    return next !== undefined && get(this.#words, at + 1) && get(this.#pairs, place(pair(word, next), PAIR_BITS))
  }
}

/** Begin of the first word at or after a place, -1 when there is none. */
function wordFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if ((unitOf(text.charCodeAt(at)) & IN_WORD) !== 0) return at
  return -1
}

/** Hash of two words: Murmur's multiplicative constant tells which is the first. */
const pair = (first: number, second: number): number => Math.imul(first, 0x85ebca6b) ^ second

const place = (hash: number, bits: number): number => (hash ^ (hash >>> 15)) & ((1 << bits) - 1)

function set(table: Uint8Array, bit: number): void {
  table[bit >>> 3] = (table[bit >>> 3] ?? 0) | (1 << (bit & 7))
}

const get = (table: Uint8Array, bit: number): boolean => ((table[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
