/** Bits of the number of slots at the start. Doubles when half full. */
const SMALL = 12

/** A slot is four numbers side by side, so that a look-up touches one line of the cache: parent node + 1 (0 is free), step, node, ending. */
const STEP = 1
const NODE = 2
const ENDING = 3

/** The step that a word of a hash is; no single unit is the same. */
export const stepOf = (hash: number): number => hash | (1 << 31)

/** The steps from one node of a trie to the next, in an open-addressing hash of (node, step). A slot stands for the node it leads to; -1 is the root. */
export class Steps {
  #slots: Int32Array
  #mask: number
  #nodes = 1

  constructor(bits = SMALL) {
    this.#slots = new Int32Array(4 << bits)
    this.#mask = (1 << bits) - 1
  }

  /** The slot of a step from a slot; -1 when there is none. */
  next(from: number, step: number): number {
    const node = this.#nodeAt(from)
    const slots = this.#slots
    let slot = slotOf(node, step) & this.#mask
    for (let parent = slots[slot * 4]; parent !== 0; parent = slots[slot * 4]) {
      if (parent === node + 1 && slots[slot * 4 + STEP] === step) return slot * 4
      slot = (slot + 1) & this.#mask
    }
    return -1
  }

  /** The slot of a step from a slot, made where there is none; slots of before are void then. */
  grow(from: number, step: number): number {
    const known = this.next(from, step)
    if (known >= 0) return known
    const node = this.#nodeAt(from)
    if (this.#nodes * 2 >= this.#mask) this.#double()
    const slot = this.#free(node + 1, step)
    this.#slots[slot] = node + 1
    this.#slots[slot + STEP] = step
    this.#slots[slot + NODE] = this.#nodes++
    return slot
  }

  /** The number that was set for a slot; 0 for none. */
  endAt(slot: number): number {
    return this.#slots[slot + ENDING] ?? 0
  }

  setEnd(slot: number, ending: number): void {
    this.#slots[slot + ENDING] = ending
  }

  #nodeAt(slot: number): number {
    return slot < 0 ? 0 : (this.#slots[slot + NODE] ?? 0)
  }

  #free(parent: number, step: number): number {
    let slot = slotOf(parent - 1, step) & this.#mask
    while (this.#slots[slot * 4] !== 0) slot = (slot + 1) & this.#mask
    return slot * 4
  }

  #double(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let slot = 0; slot < old.length; slot += 4) {
      const parent = old[slot] ?? 0
      if (parent !== 0) this.#slots.set(old.subarray(slot, slot + 4), this.#free(parent, old[slot + STEP] ?? 0))
    }
  }
}

/** Spreads (node, step) over the hash: Knuth's and Murmur's multiplicative constants. */
const slotOf = (node: number, step: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(step, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
