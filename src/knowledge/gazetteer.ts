import { hashOf, type Segment, segmentEnd, segments } from '../normalise/segments.ts'
import { FOLDED, IN_WORD, SPACE, unitOf } from '../normalise/units.ts'
import { Openings } from './openings.ts'
import { spells } from './spelling.ts'
import { Steps, stepOf } from './steps.ts'

/** A name with its white space never spans more characters: a guard against long blank runs. */
const LONGEST = 200

/** Names wait in so many buckets, by the hash of their first word. */
const BUCKETS = 1 << 16

const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1)

/** Whether one name may be read in this place (its case, say). */
export type Accepts<Name> = (name: Name, text: string, start: number, end: number) => boolean

/** Gets a match, and the accepted names of it. */
type Use<Name> = (start: number, end: number, names: readonly Name[]) => void

/** Names of one spelling. */
interface Ending<Name> {
  readonly text: string
  readonly names: Name[]
  /** Another spelling whose words have the same hashes: rare, and told apart by its letters. */
  next: Ending<Name> | undefined
}

/**
 * Finds the longest of many names at each word start in one pass: a trie of words and of the marks between them.
 * Linear in the text; a name's letters compare folded, runs of white space and hyphens compare as one space.
 */
export class Gazetteer<Name> {
  readonly #steps: Steps
  readonly #openings = new Openings()
  readonly #endings: Ending<Name>[] = []
  /** Names by their first word, that no text had so far: one article has few of all first words. */
  readonly #texts: string[] = []
  readonly #names: Name[] = []
  /** Number + 1 of the newest name of a bucket, and of the one before each name; 0 is none. */
  readonly #waiting = new Int32Array(BUCKETS)
  readonly #before: number[] = []

  /** @param bits the trie has room for 2 ** bits / 2 steps before it grows */
  constructor(bits?: number) {
    this.#steps = new Steps(bits)
  }

  /** Adds a spelling; `name` comes back with its hits. What has no letter or digit is ignored. */
  add(text: string, name: Name): void {
    let first = 0
    while (first < text.length && fold(text, first) === SPACE) first++
    if (first === text.length) return
    const bucket = bucketOf(this.#openings.add(text, first))
    // Newest first; the names go into the trie oldest first.
    this.#before.push(this.#waiting[bucket] ?? 0)
    this.#texts.push(text)
    this.#waiting[bucket] = this.#names.push(name)
  }

  /** Puts the names of a bucket into the trie. */
  #enter(bucket: number): void {
    const list: number[] = []
    for (let number = this.#waiting[bucket] ?? 0; number > 0; number = this.#before[number - 1] ?? 0)
      list.push(number - 1)
    this.#waiting[bucket] = 0
    for (const number of list.reverse()) this.#insert(this.#texts[number] ?? '', this.#names[number] as Name)
  }

  #insert(text: string, name: Name): void {
    let slot = -1
    let gap = false
    for (let at = 0; at < text.length; ) {
      const unit = unitOf(text.charCodeAt(at))
      const end = (unit & IN_WORD) === 0 ? at + 1 : segmentEnd(text, at)
      const step = (unit & IN_WORD) === 0 ? unit & FOLDED : stepOf(hashOf(text, at, end))
      at = end
      if (step === SPACE) {
        gap = slot >= 0
        continue
      }
      if (gap) slot = this.#steps.grow(slot, SPACE)
      gap = false
      slot = this.#steps.grow(slot, step)
    }
    const first = this.#endingAt(slot)
    if (first === undefined) {
      this.#steps.setEnd(slot, this.#endings.push({ text, names: [name], next: undefined }))
      return
    }
    const { names } = spelling(first, text)
    if (!names.includes(name)) names.push(name)
  }

  #endingAt(slot: number): Ending<Name> | undefined {
    const number = this.#steps.endAt(slot)
    return number === 0 ? undefined : this.#endings[number - 1]
  }

  /**
   * Longest accepted matches, left to right, not overlapping; `use` gets the accepted names of each. `accepts` decides
   * about one name in this place, so that a name in the wrong case does not hide a shorter one.
   */
  scan(text: string, accepts: Accepts<Name>, use: Use<Name>): void {
    const words = segments(text)
    let from = 0
    for (let index = 0; index < words.length; index++) {
      const word = words[index]
      // Most words of a text begin no name, told without a look into the trie.
      if (word === undefined || word.start < from || !this.#openings.has(word.hash, words[index + 1]?.hash)) continue
      const bucket = bucketOf(word.hash)
      if (this.#waiting[bucket] !== 0) this.#enter(bucket)
      from = this.#longest(text, words, index, accepts, use)
    }
  }

  /** Where the longest accepted match ends that begins with a word, told to `use`; 0 when there is none. */
  #longest(text: string, words: readonly Segment[], first: number, accepts: Accepts<Name>, use: Use<Name>): number {
    const start = words[first]?.start ?? 0
    let slot = -1
    let end = 0
    let names: readonly Name[] = []
    for (let index = first, at = start; at < text.length; ) {
      const word = words[index]
      const step = word?.start === at ? stepOf(word.hash) : fold(text, at)
      slot = this.#steps.next(slot, step)
      if (slot < 0) break
      if (word?.start === at) {
        at = word.end
        index++
      } else at++
      // Hard-wrapped lines and double spaces: the run counts as one separator.
      if (step === SPACE) while (at < text.length && at - start < LONGEST && fold(text, at) === SPACE) at++
      const ending = this.#endingAt(slot)
      const accepted = ending === undefined ? NONE : accepting(ending, accepts, text, start, at)
      if (accepted.length === 0) continue
      end = at
      names = accepted
    }
    if (end > 0) use(start, end, names)
    return end
  }
}

const fold = (text: string, at: number): number => unitOf(text.charCodeAt(at)) & FOLDED

const NONE: readonly never[] = []

/** The ending of a spelling among those of its hashes; a new one where there is none. */
function spelling<Name>(first: Ending<Name>, text: string): Ending<Name> {
  let end = text.length
  while (fold(text, end - 1) === SPACE) end--
  let ending = first
  while (!spells(ending.text, text, 0, end)) {
    if (ending.next === undefined) {
      ending.next = { text, names: [], next: undefined }
      return ending.next
    }
    ending = ending.next
  }
  return ending
}

/** The names of a spelling that a place accepts: in most all or none of them. */
function accepting<Name>(
  ending: Ending<Name>,
  accepts: Accepts<Name>,
  text: string,
  start: number,
  end: number,
): readonly Name[] {
  for (let one: Ending<Name> | undefined = ending; one !== undefined; one = one.next) {
    const { names } = one
    const accepted = names.every(name => accepts(name, text, start, end))
      ? names
      : names.filter(name => accepts(name, text, start, end))
    if (accepted.length > 0 && spells(one.text, text, start, end)) return accepted
  }
  return NONE
}
