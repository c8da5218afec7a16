import { hashOf } from './segments.ts'

/** Bits of a hash that are looked at. */
const BITS = 13

/** A test by the hash of a segment whether it may be one of a few hundred words: of nearly every other one it says no, of these never. */
export function wordFilter(words: Iterable<string>): (hash: number) => boolean {
  const table = new Uint8Array(1 << BITS)
  for (const word of words) table[hashOf(word, 0, word.length) >>> (32 - BITS)] = 1
  return hash => table[hash >>> (32 - BITS)] === 1
}
