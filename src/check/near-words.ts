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
  // Nearly every hash has one word: only a second one makes a list.
  const byHash = new Map<number, number | number[]>()
  let met = false
  const meet = (hash: number, index: number): void => {
    const known = byHash.get(hash)
    if (known === undefined) byHash.set(hash, index)
    else if (typeof known !== 'number') {
      if (known.at(-1) !== index && known.length <= CROWD) known.push(index)
    } else if (known !== index) {
      byHash.set(hash, [known, index])
      met = true
    }
  }
  words.forEach((word, index) => {
    for (const hash of hashes(word)) meet(hash, index)
  })
  const pairs = new Map<number, readonly [number, number]>()
  if (!met) return []
  for (const list of byHash.values()) {
    if (typeof list === 'number' || list.length > CROWD) continue
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
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const word of words) {
    if (word.length < SHORTEST_SCRAMBLED) continue
    const sum = letterSum(word)
    if (seen.has(sum)) twice.add(sum)
    else seen.add(sum)
  }
  if (twice.size === 0) return []
  const alike = [...words.keys()].filter(index => {
    const word = words[index] ?? ''
    return word.length >= SHORTEST_SCRAMBLED && twice.has(letterSum(word))
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
function letterSum(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    sum = (sum + Math.imul(Math.imul(unit, unit), 0x9e3779b1)) | 0
  }
  return sum
}

const BASE = 0x01000193

/** Hashes (32 bit) of a word and of the word without each one of its letters, from prefix and suffix hashes. */
function hashes(word: string): number[] {
  const length = word.length
  const suffix = new Int32Array(length + 2)
  const power = new Int32Array(length + 2)
  power[0] = 1
  for (let at = 0; at <= length; at++) power[at + 1] = Math.imul(power[at] ?? 0, BASE)
  for (let at = length - 1; at >= 0; at--)
    suffix[at] = (Math.imul(word.charCodeAt(at), power[length - 1 - at] ?? 0) + (suffix[at + 1] ?? 0)) | 0
  const found = [suffix[0] ?? 0]
  let prefix = 0
  for (let at = 0; at < length; at++) {
    const rest = length - 1 - at
    found.push((Math.imul(prefix, power[rest] ?? 0) + (suffix[at + 1] ?? 0)) | 0)
    prefix = (Math.imul(prefix, BASE) + word.charCodeAt(at)) | 0
  }
  return found
}
