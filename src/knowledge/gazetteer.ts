import { segments } from '../normalise/segments.ts'
import { FOLDED, IN_WORD, SPACE, unitOf } from '../normalise/units.ts'
import { Openings } from './openings.ts'

/** A name with its white space never spans more characters: a guard against long blank runs. */
const LONGEST = 200

/** Bits of the number of slots at the start. Doubles when half full; who knows how many names come says so, and spares that. */
const SMALL = 12

/** Names wait in so many buckets, by the hash of their first word. */
const BUCKETS = 1 << 16

const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1)

/** A slot is four numbers side by side, so that a look-up touches one line of the cache: parent node + 1 (0 is free), unit, child, end. */
const UNIT = 1
const CHILD = 2
const END = 3

/** Whether one name may be read in this place (its case, say). */
export type Accepts = (index: number, text: string, start: number, end: number) => boolean

/** Gets a match, and the accepted names of it. */
type Use = (start: number, end: number, payload: readonly number[]) => void

/**
 * Finds the longest of many names at each word start in one pass: a trie in an open-addressing hash of (node, unit).
 * Linear in the text; a name's letters compare folded, runs of white space and hyphens compare as one space.
 */
export class Gazetteer {
  #slots: Int32Array
  #mask: number
  #nodes = 1
  readonly #openings = new Openings()
  readonly #lists: number[][] = []
  /** Names by their first word, that no text had so far: one article has few of all first words. */
  readonly #names: string[] = []
  readonly #indices: number[] = []
  /** Number + 1 of the newest name of a bucket, and of the one before each name; 0 is none. */
  readonly #waiting = new Int32Array(BUCKETS)
  readonly #before: number[] = []

  /** @param bits the table begins with 2 ** bits slots; half as many nodes fit before it doubles */
  constructor(bits = SMALL) {
    this.#slots = new Int32Array(4 << bits)
    this.#mask = (1 << bits) - 1
  }

  /** Adds a name; `index` comes back in the payload of its hits. Names without a letter or digit are ignored. */
  add(name: string, index: number): void {
    let first = 0
    while (first < name.length && fold(name.charCodeAt(first)) === SPACE) first++
    if (first === name.length) return
    const bucket = bucketOf(this.#openings.add(name, first))
    // Newest first; the names go into the trie oldest first.
    this.#before.push(this.#waiting[bucket] ?? 0)
    this.#names.push(name)
    this.#waiting[bucket] = this.#indices.push(index)
  }

  /** Puts the names of a bucket into the trie. */
  #enter(bucket: number): void {
    const list: number[] = []
    for (let number = this.#waiting[bucket] ?? 0; number > 0; number = this.#before[number - 1] ?? 0)
      list.push(number - 1)
    this.#waiting[bucket] = 0
    for (const number of list.reverse()) this.#insert(this.#names[number] ?? '', this.#indices[number] ?? 0)
  }

  #insert(name: string, index: number): void {
    let node = 0
    let slot = -1
    let gap = false
    for (let position = 0; position < name.length; position++) {
      const unit = fold(name.charCodeAt(position))
      if (unit === SPACE) {
        gap = node !== 0
        continue
      }
      if (gap) node = this.#slots[this.#grow(node, SPACE) + CHILD] ?? 0
      gap = false
      slot = this.#grow(node, unit)
      node = this.#slots[slot + CHILD] ?? 0
    }
    const end = this.#slots[slot + END] ?? 0
    if (end === 0) this.#slots[slot + END] = this.#lists.push([index])
    else if (!this.#lists[end - 1]?.includes(index)) this.#lists[end - 1]?.push(index)
  }

  /**
   * Longest accepted matches, left to right, not overlapping; `use` gets the accepted names of each. `accepts` decides
   * about one name in this place, so that a name in the wrong case does not hide a shorter one.
   */
  scan(text: string, accepts: Accepts, use: Use): void {
    const list = segments(text)
    let from = 0
    for (const [index, { start, hash }] of list.entries()) {
      // Most words of a text begin no name, told without a look into the trie.
      if (start < from || !this.#openings.has(hash, list[index + 1]?.hash)) continue
      const bucket = bucketOf(hash)
      if (this.#waiting[bucket] !== 0) this.#enter(bucket)
      from = this.#longest(text, start, accepts, use)
    }
  }

  /** Where the longest accepted match ends that begins at a place, told to `use`; 0 when there is none. */
  #longest(text: string, position: number, accepts: Accepts, use: Use): number {
    let node = 0
    let at = position
    let end = 0
    let payload: readonly number[] = []
    while (at < text.length) {
      const unit = fold(text.charCodeAt(at))
      const slot = this.#find(node, unit)
      if (slot < 0) break
      node = this.#slots[slot + CHILD] ?? 0
      at++
      // Hard-wrapped lines and double spaces: the run counts as one separator.
      if (unit === SPACE)
        while (at < text.length && at - position < LONGEST && fold(text.charCodeAt(at)) === SPACE) at++
      const list = this.#slots[slot + END] ?? 0
      if (list === 0 || (at < text.length && isWord(text.charCodeAt(at)) && isWord(text.charCodeAt(at - 1)))) continue
      const stop = at
      const accepted = this.#lists[list - 1]?.filter(index => accepts(index, text, position, stop)) ?? []
      if (accepted.length === 0) continue
      end = at
      payload = accepted
    }
    if (end > 0) use(position, end, payload)
    return end
  }

  /** Place of the slot of a node's child by a unit; -1 when it has none. */
  #find(node: number, unit: number): number {
    const slots = this.#slots
    let slot = slotOf(node, unit) & this.#mask
    for (let parent = slots[slot * 4]; parent !== 0; parent = slots[slot * 4]) {
      if (parent === node + 1 && slots[slot * 4 + UNIT] === unit) return slot * 4
      slot = (slot + 1) & this.#mask
    }
    return -1
  }

  #grow(node: number, unit: number): number {
    const known = this.#find(node, unit)
    if (known >= 0) return known
    if (this.#nodes * 2 >= this.#mask) this.#double()
    const slot = this.#free(node + 1, unit)
    this.#slots[slot] = node + 1
    this.#slots[slot + UNIT] = unit
    this.#slots[slot + CHILD] = this.#nodes++
    return slot
  }

  #free(parent: number, unit: number): number {
    let slot = slotOf(parent - 1, unit) & this.#mask
    while (this.#slots[slot * 4] !== 0) slot = (slot + 1) & this.#mask
    return slot * 4
  }

  #double(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let slot = 0; slot < old.length; slot += 4) {
      const parent = old[slot] ?? 0
      if (parent !== 0) this.#slots.set(old.subarray(slot, slot + 4), this.#free(parent, old[slot + UNIT] ?? 0))
    }
  }
}

const fold = (code: number): number => unitOf(code) & FOLDED
const isWord = (code: number): boolean => (unitOf(code) & IN_WORD) !== 0

/** Spreads (node, unit) over the hash: Knuth's and Murmur's multiplicative constants. */
const slotOf = (node: number, unit: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
