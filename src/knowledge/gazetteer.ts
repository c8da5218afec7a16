import { fold, isWord, SPACE } from './units.ts'

/** A name with its white space never spans more characters: a guard against long blank runs. */
const LONGEST = 200

/** Slots of the hash at the start: enough for the shipped names, so that they never rehash. Doubles when half full. */
const SLOTS = 1 << 18

/** Whether one name may be read in this place (its case, say). */
export type Accepts = (index: number, text: string, start: number, end: number) => boolean

/**
 * Finds the longest of many names at each word start in one pass: a trie in an open-addressing hash of (node, unit).
 * Linear in the text; a name's letters compare folded, runs of white space and hyphens compare as one space.
 */
export class Gazetteer {
  /** Hash slots: parent node + 1 (0 is free), unit, child node. */
  #parents = new Int32Array(SLOTS)
  #units = new Uint16Array(SLOTS)
  #children = new Int32Array(SLOTS)
  #nodes = 1
  /** Node → 1 + place in `#lists`; 0 where no name ends. */
  #ends = new Int32Array(SLOTS / 2)
  readonly #lists: number[][] = []

  /** Adds a name; `index` comes back in the payload of its hits. Names without a letter or digit are ignored. */
  add(name: string, index: number): void {
    let node = 0
    let gap = false
    for (let position = 0; position < name.length; position++) {
      const unit = fold(name.charCodeAt(position))
      if (unit === SPACE) {
        gap = node !== 0
        continue
      }
      if (gap) node = this.#grow(node, SPACE)
      gap = false
      node = this.#grow(node, unit)
    }
    if (node === 0) return
    const end = this.#ends[node] ?? 0
    if (end === 0) this.#ends[node] = this.#lists.push([index])
    else if (!this.#lists[end - 1]?.includes(index)) this.#lists[end - 1]?.push(index)
  }

  /**
   * Longest accepted matches, left to right, not overlapping; `use` gets the accepted names of each. `accepts` decides
   * about one name in this place, so that a name in the wrong case does not hide a shorter one.
   */
  scan(text: string, accepts: Accepts, use: (start: number, end: number, payload: readonly number[]) => void): void {
    let before = false
    for (let position = 0; position < text.length; position++) {
      const word = isWord(text.charCodeAt(position))
      const starts = word && !before
      before = word
      if (!starts) continue
      let node = 0
      let at = position
      let end = -1
      let payload: readonly number[] = []
      while (at < text.length) {
        const unit = fold(text.charCodeAt(at))
        node = this.#child(node, unit)
        if (node < 0) break
        at++
        // Hard-wrapped lines and double spaces: the run counts as one separator.
        if (unit === SPACE)
          while (at < text.length && at - position < LONGEST && fold(text.charCodeAt(at)) === SPACE) at++
        const list = this.#ends[node] ?? 0
        if (list === 0 || (at < text.length && isWord(text.charCodeAt(at)) && isWord(text.charCodeAt(at - 1)))) continue
        const stop = at
        const accepted = this.#lists[list - 1]?.filter(index => accepts(index, text, position, stop)) ?? []
        if (accepted.length === 0) continue
        end = at
        payload = accepted
      }
      if (end < 0) continue
      use(position, end, payload)
      position = end - 1
      before = isWord(text.charCodeAt(position))
    }
  }

  #child(node: number, unit: number): number {
    const mask = this.#parents.length - 1
    let slot = slotOf(node, unit) & mask
    for (let parent = this.#parents[slot]; parent !== 0; parent = this.#parents[slot]) {
      if (parent === node + 1 && this.#units[slot] === unit) return this.#children[slot] ?? -1
      slot = (slot + 1) & mask
    }
    return -1
  }

  #grow(node: number, unit: number): number {
    if (this.#nodes * 2 >= this.#parents.length) this.#double()
    const mask = this.#parents.length - 1
    let slot = slotOf(node, unit) & mask
    for (let parent = this.#parents[slot]; parent !== 0; parent = this.#parents[slot]) {
      if (parent === node + 1 && this.#units[slot] === unit) return this.#children[slot] ?? -1
      slot = (slot + 1) & mask
    }
    const child = this.#nodes++
    this.#parents[slot] = node + 1
    this.#units[slot] = unit
    this.#children[slot] = child
    return child
  }

  #put(parent: number, unit: number, child: number): void {
    const mask = this.#parents.length - 1
    let slot = slotOf(parent - 1, unit) & mask
    while (this.#parents[slot] !== 0) slot = (slot + 1) & mask
    this.#parents[slot] = parent
    this.#units[slot] = unit
    this.#children[slot] = child
  }

  #double(): void {
    const [parents, units, children, ends] = [this.#parents, this.#units, this.#children, this.#ends]
    this.#parents = new Int32Array(parents.length * 2)
    this.#units = new Uint16Array(parents.length * 2)
    this.#children = new Int32Array(parents.length * 2)
    this.#ends = new Int32Array(parents.length)
    this.#ends.set(ends)
    for (let slot = 0; slot < parents.length; slot++) {
      const parent = parents[slot] ?? 0
      if (parent !== 0) this.#put(parent, units[slot] ?? 0, children[slot] ?? 0)
    }
  }
}

/** Spreads (node, unit) over the hash: Knuth's and Murmur's multiplicative constants. */
const slotOf = (node: number, unit: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
