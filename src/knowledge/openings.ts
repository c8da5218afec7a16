import { hashOf } from '../normalise/segments.ts'
import { IN_WORD, unitOf } from '../normalise/units.ts'

/** The shipped names begin with 14,000 words and 40,000 pairs of words: a bit for the hash of each. */
const WORD_BITS = 18
const PAIR_BITS = 20

/**
 * How names begin: their first word, and the two first words of those that have more. Tells of nearly every word of a text
 * that no name begins there, from tables that stay in the nearest caches; it may say yes wrongly, never no.
 */
export class Openings {
  /** Words that are a name, or all of its letters and digits. */
  readonly #alone = new Uint8Array(1 << (WORD_BITS - 3))
  /** Words that begin a longer name. */
  readonly #first = new Uint8Array(1 << (WORD_BITS - 3))
  readonly #pairs = new Uint8Array(1 << (PAIR_BITS - 3))

  /** Adds a name that begins at `start`; returns the hash of its first word. */
  add(name: string, start: number): number {
    const end = wordEnd(name, start)
    const first = hashOf(name, start, end)
    const next = wordFrom(name, end)
    set(next < 0 ? this.#alone : this.#first, first, WORD_BITS)
    if (next >= 0) set(this.#pairs, pair(first, hashOf(name, next, wordEnd(name, next))), PAIR_BITS)
    return first
  }

  /** Whether a name may begin with a word, by the hashes of it and of the next one, if one follows. */
  has(word: number, next: number | undefined): boolean {
    if (get(this.#alone, word, WORD_BITS)) return true
    return next !== undefined && get(this.#first, word, WORD_BITS) && get(this.#pairs, pair(word, next), PAIR_BITS)
  }
}

const isWord = (text: string, at: number): boolean => (unitOf(text.charCodeAt(at)) & IN_WORD) !== 0

/** Begin of the first word at or after a place, -1 when there is none. */
function wordFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isWord(text, at)) return at
  return -1
}

/** Where the word at a place ends. */
function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && isWord(text, at)) at++
  return at
}

/** Hash of two words: Murmur's multiplicative constant tells which is the first. */
const pair = (first: number, second: number): number => Math.imul(first, 0x85ebca6b) ^ second

const place = (hash: number, bits: number): number => (hash ^ (hash >>> 15)) & ((1 << bits) - 1)

function set(table: Uint8Array, hash: number, bits: number): void {
  const bit = place(hash, bits)
  table[bit >>> 3] = (table[bit >>> 3] ?? 0) | (1 << (bit & 7))
}

function get(table: Uint8Array, hash: number, bits: number): boolean {
  const bit = place(hash, bits)
  return ((table[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
}
