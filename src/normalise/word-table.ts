import { hashOf } from './segments.ts'

/** A word of a table, in small letters. */
export interface Entry<Value> {
  readonly text: string
  readonly hash: number
  readonly value: Value
}

/** Bits of a hash that tell a word's slot. */
const BITS = 13
const SLOTS = 1 << BITS

/** A few hundred words of Latin letters, looked up by the hash of a segment: nearly every other word meets a free slot. */
export class WordTable<Value> {
  readonly #entries: Entry<Value>[] = []
  /** Number + 1 of the entry of a slot; 0 is free. A word whose slot is taken has the next free one. */
  readonly #slots = new Int16Array(SLOTS)

  /** @throws RangeError for a word of other letters, or more words than half the slots */
  constructor(words: Iterable<readonly [word: string, value: Value]>) {
    for (const [text, value] of words) {
      if (!/^[a-z]+$/.test(text)) throw new RangeError(`not a word in small Latin letters: ${text}`)
      if (this.#entries.length * 2 >= SLOTS) throw new RangeError('too many words for the slots')
      const hash = hashOf(text, 0, text.length)
      let slot = hash >>> (32 - BITS)
      while (this.#slots[slot] !== 0) slot = (slot + 1) % SLOTS
      this.#slots[slot] = this.#entries.push({ text, hash, value })
    }
  }

  /** The entry of the word, in any case, that stands at a place of a text and has a hash. */
  find(text: string, start: number, end: number, hash: number): Entry<Value> | undefined {
    let slot = hash >>> (32 - BITS)
    for (let number = this.#slots[slot] ?? 0; number > 0; number = this.#slots[slot] ?? 0) {
      const entry = this.#entries[number - 1]
      if (entry !== undefined && entry.hash === hash && isAt(entry.text, text, start, end)) return entry
      slot = (slot + 1) % SLOTS
    }
    return undefined
  }
}

/** Upper and small Latin letters are this bit apart. */
const CASE = 32

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if ((text.charCodeAt(start + at) | CASE) !== word.charCodeAt(at)) return false
  return true
}
