import { fold, isWord } from './units.ts'

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
  #hash = 0

  /** A hash of the word whose end was last asked for. */
  get word(): number {
    return this.#hash ^ (this.#hash >>> 15)
  }

  /** Adds a name that begins at `start`; returns the hash of its first word. */
  add(name: string, start: number): number {
    const next = wordFrom(name, this.wordEnd(name, start))
    set(next < 0 ? this.#alone : this.#first, this.#hash, WORD_BITS)
    if (next >= 0) set(this.#pairs, this.#then(name, next), PAIR_BITS)
    return this.word
  }

  /** Where the word at `start` ends; `has` speaks of this word from then on. */
  wordEnd(text: string, start: number): number {
    let hash = 0
    let at = start
    for (let unit = text.charCodeAt(at); at < text.length && isWord(unit); unit = text.charCodeAt(++at))
      hash = mix(hash, unit)
    this.#hash = hash
    return at
  }

  /** Whether a name may begin with the word whose end was last asked for; `end` is that end. */
  has(text: string, end: number): boolean {
    if (get(this.#alone, this.#hash, WORD_BITS)) return true
    if (!get(this.#first, this.#hash, WORD_BITS)) return false
    const next = wordFrom(text, end)
    return next >= 0 && get(this.#pairs, this.#then(text, next), PAIR_BITS)
  }

  /** Hash of the word kept and the one at a place. */
  #then(text: string, start: number): number {
    let hash = this.#hash ^ PAIR
    for (let at = start; at < text.length && isWord(text.charCodeAt(at)); at++) hash = mix(hash, text.charCodeAt(at))
    return hash
  }
}

const PAIR = 0x5bd1e995

/** Begin of the first word at or after a place, -1 when there is none. */
function wordFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isWord(text.charCodeAt(at))) return at
  return -1
}

/** Knuth's multiplicative constant. */
const mix = (hash: number, unit: number): number => Math.imul(hash ^ fold(unit), 0x9e3779b1)

const place = (hash: number, bits: number): number => (hash ^ (hash >>> 15)) & ((1 << bits) - 1)

function set(table: Uint8Array, hash: number, bits: number): void {
  const bit = place(hash, bits)
  table[bit >>> 3] = (table[bit >>> 3] ?? 0) | (1 << (bit & 7))
}

function get(table: Uint8Array, hash: number, bits: number): boolean {
  const bit = place(hash, bits)
  return ((table[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
}
