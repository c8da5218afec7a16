const SPACE = 32

/** A name with its white space never spans more characters: a guard against long blank runs. */
const LONGEST = 200
const isSeparator = (code: number): boolean =>
  code === SPACE ||
  code === 45 ||
  code === 95 ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  code === 0xa0 ||
  (code >= 0x2010 && code <= 0x2015)

/** Upper case and accents fold away, one UTF-16 unit to one, so offsets stay. */
const FOLD = (() => {
  const table = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) {
    const lower = String.fromCharCode(code).toLowerCase()
    const base = code < 0xd800 ? lower.normalize('NFD').charCodeAt(0) : code
    table[code] = isSeparator(code) ? SPACE : lower.length === 1 || code < 0x250 ? base : code
  }
  return table
})()

/** Letters and digits: what a name may not touch on either side. Bit table over UTF-16 units; surrogates count as letters. */
const WORD = (() => {
  const table = new Uint8Array(65536)
  const pattern = /[\p{L}\p{N}\p{M}]/u
  for (let code = 0; code < 65536; code++)
    table[code] = (code >= 0xd800 && code < 0xe000) || pattern.test(String.fromCharCode(code)) ? 1 : 0
  return table
})()

const isWord = (code: number): boolean => WORD[code] === 1

/**
 * Finds the longest of many names at each word start in one pass: a trie in an open-addressing hash of (node, unit).
 * Linear in the text; a name's letters compare folded, runs of white space and hyphens compare as one space.
 */
export class Gazetteer {
  #keys = new Float64Array(1 << 12)
  #next = new Int32Array(1 << 12)
  #used = 0
  #nodes = 1
  readonly #ends = new Map<number, number[]>()

  /** Adds a name; `index` comes back in the payload of its hits. Names without a letter or digit are ignored. */
  add(name: string, index: number): void {
    let node = 0
    let gap = false
    for (let position = 0; position < name.length; position++) {
      const unit = FOLD[name.charCodeAt(position)] ?? 0
      if (unit === SPACE) {
        gap = node !== 0
        continue
      }
      if (gap) node = this.#child(node, SPACE, true)
      gap = false
      node = this.#child(node, unit, true)
    }
    if (node === 0) return
    const list = this.#ends.get(node)
    if (list === undefined) this.#ends.set(node, [index])
    else if (!list.includes(index)) list.push(index)
  }

  /**
   * Longest accepted matches, left to right, not overlapping; `use` gets the accepted names of each. `accepts` decides
   * about one name in this place, so that a name in the wrong case does not hide a shorter one.
   */
  scan(
    text: string,
    accepts: (index: number, text: string, start: number, end: number) => boolean,
    use: (start: number, end: number, payload: readonly number[]) => void,
  ): void {
    for (let position = 0; position < text.length; position++) {
      const first = text.charCodeAt(position)
      if (!isWord(first) || (position > 0 && isWord(text.charCodeAt(position - 1)))) continue
      let node = 0
      let at = position
      let end = -1
      let payload: readonly number[] = []
      while (at < text.length) {
        const unit = FOLD[text.charCodeAt(at)] ?? 0
        node = this.#child(node, unit, false)
        if (node < 0) break
        at++
        // Hard-wrapped lines and double spaces: the run counts as one separator.
        if (unit === SPACE)
          while (at < text.length && at - position < LONGEST && FOLD[text.charCodeAt(at)] === SPACE) at++
        const found = this.#ends.get(node)
        if (found === undefined || (at < text.length && isWord(text.charCodeAt(at)) && isWord(text.charCodeAt(at - 1))))
          continue
        const accepted = found.filter(index => accepts(index, text, position, at))
        if (accepted.length === 0) continue
        end = at
        payload = accepted
      }
      if (end < 0) continue
      use(position, end, payload)
      position = end - 1
    }
  }

  #child(node: number, unit: number, create: boolean): number {
    const key = node * 65536 + unit + 1
    const mask = this.#keys.length - 1
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask
    for (let found = this.#keys[slot]; found !== 0; found = this.#keys[slot]) {
      if (found === key) return this.#next[slot] ?? -1
      slot = (slot + 1) & mask
    }
    if (!create) return -1
    this.#keys[slot] = key
    this.#next[slot] = this.#nodes
    this.#used++
    if (this.#used * 2 > this.#keys.length) this.#grow()
    return this.#nodes++
  }

  #grow(): void {
    const keys = this.#keys
    const next = this.#next
    this.#keys = new Float64Array(keys.length * 2)
    this.#next = new Int32Array(keys.length * 2)
    const mask = this.#keys.length - 1
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0
      if (key === 0) continue
      const node = Math.floor((key - 1) / 65536)
      const unit = (key - 1) % 65536
      let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask
      this.#keys[slot] = key
      this.#next[slot] = next[index] ?? 0
    }
  }
}
