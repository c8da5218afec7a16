/** How two words of one edit differ; `at` is the place in the first. */
export interface Edit {
  readonly kind: 'insert' | 'delete' | 'substitute' | 'transpose'
  readonly at: number
}

/** The one edit (two neighbours swapped count as one) that turns `a` into `b`; undefined when it takes none or more than one. */
export function oneEdit(a: string, b: string): Edit | undefined {
  if (a === b || Math.abs(a.length - b.length) > 1) return undefined
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  if (a.length === b.length) {
    if (a.slice(at + 1) === b.slice(at + 1)) return { kind: 'substitute', at }
    const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
    return swapped ? { kind: 'transpose', at } : undefined
  }
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1) ? { kind: 'insert', at } : undefined
  return a.slice(at + 1) === b.slice(at) ? { kind: 'delete', at } : undefined
}

/** Words that share one key at most; past it the words are no names (a generated list), and pairs would be quadratic. */
const CROWD = 12

/**
 * Pairs of words one edit apart, as indices (i < j), each pair once. Linear in the letters: words meet under a hash of
 * themselves and of themselves without one letter; a hash under which more than twelve words meet is left out.
 */
export function nearPairs(words: readonly string[]): readonly (readonly [number, number])[] {
  if (words.length < 2) return []
  // Nearly every hash has one word: a bit for each tells which of them may have more.
  const ends: number[] = []
  const hashes: number[] = []
  for (const word of words) {
    addHashes(word, hashes)
    ends.push(hashes.length)
  }
  once.fill(0)
  twice.fill(0)
  let met = false
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0
    const slot = slotOf(hash)
    const bit = 1 << (hash & 31)
    if (((once[slot] ?? 0) & bit) !== 0) {
      twice[slot] = (twice[slot] ?? 0) | bit
      met = true
    }
    once[slot] = (once[slot] ?? 0) | bit
  }
  const pairs = new Map<number, readonly [number, number]>()
  if (!met) return []
  const byHash = new Map<number, number[]>()
  let index = 0
  for (let at = 0; at < hashes.length; at++) {
    if (at === ends[index]) index++
    const hash = hashes[at] ?? 0
    if (((twice[slotOf(hash)] ?? 0) & (1 << (hash & 31))) === 0) continue
    const known = byHash.get(hash)
    if (known === undefined) byHash.set(hash, [index])
    else if (known.at(-1) !== index && known.length <= CROWD) known.push(index)
  }
  for (const list of byHash.values()) {
    if (list.length > CROWD) continue
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const first = list[i] ?? 0
        const second = list[j] ?? 0
        const key = first * words.length + second
        if (!pairs.has(key) && oneEdit(words[first] ?? '', words[second] ?? '')) pairs.set(key, [first, second])
      }
  }
  return [...pairs.values()]
}

/** Shorter words are made of the same letters as too many others. */
const SHORTEST_SCRAMBLED = 5

/**
 * Pairs of words with the same first letter and the same letters in another order, more than a swap of neighbours apart, as
 * indices (i < j). Linear: words meet under their sorted letters.
 */
export function scrambledPairs(words: readonly string[]): readonly (readonly [number, number])[] {
  // A sum is the same in any order: only words of one sum have their letters sorted.
  once.fill(0)
  const again = new Set<number>()
  for (const word of words) {
    if (word.length < SHORTEST_SCRAMBLED) continue
    const sum = letterSum(word)
    const slot = slotOf(sum)
    const bit = 1 << (sum & 31)
    if (((once[slot] ?? 0) & bit) !== 0) again.add(sum)
    once[slot] = (once[slot] ?? 0) | bit
  }
  if (again.size === 0) return []
  const alike = [...words.keys()].filter(index => {
    const word = words[index] ?? ''
    return word.length >= SHORTEST_SCRAMBLED && again.has(letterSum(word))
  })
  const byLetters = Map.groupBy(alike, index => {
    const word = words[index] ?? ''
    return `${word.charAt(0)}${[...word].sort().join('')}`
  })
  return [...byLetters.values()]
    .filter(list => list.length > 1 && list.length <= CROWD)
    .flatMap(list => list.flatMap((first, at) => list.slice(at + 1).map(second => [first, second] as const)))
    .filter(([first, second]) => words[first] !== words[second] && !oneEdit(words[first] ?? '', words[second] ?? ''))
}

/** Sum of a word's letters, spread so that few words of other letters have the same. */
export function letterSum(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    sum = (sum + Math.imul(Math.imul(unit, unit), 0x9e3779b1)) | 0
  }
  return sum
}

const BASE = 0x01000193
/** BASE times this is 1 in 32 bits. */
const INVERSE = 0x359c449b

/** A bit for each of 32,768 hashes, and for those that came again. */
const SLOTS = 1 << 10
const once = new Int32Array(SLOTS)
const twice = new Int32Array(SLOTS)
const slotOf = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 5) & (SLOTS - 1)

/** Adds the hashes (32 bit) of a word and of the word without each one of its letters, from those of what stands on either side of it. */
function addHashes(word: string, found: number[]): void {
  let whole = 0
  for (let at = 0; at < word.length; at++) whole = (Math.imul(whole, BASE) + word.charCodeAt(at)) | 0
  found.push(whole)
  // From the end: `power` is that of the letters on the right, whose hash is `right`; `left` takes the letter off the whole.
  let [left, right, power, next] = [whole, 0, 1, -1]
  for (let at = word.length - 1; at >= 0; at--) {
    const unit = word.charCodeAt(at)
    left = Math.imul(left - unit, INVERSE)
    // Of two equal letters side by side either leaves the same.
    if (unit !== next) found.push((Math.imul(left, power) + right) | 0)
    next = unit
    right = (Math.imul(unit, power) + right) | 0
    power = Math.imul(power, BASE)
  }
}
