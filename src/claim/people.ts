import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { matches } from '../normalise/matches.ts'
import { foldName } from '../normalise/name.ts'
import type { Slot } from './slots.ts'
import { CALLING } from './vocabulary.ts'

/** Two capitalised words side by side. */
const PAIR =
  /(?<!\w)([A-Z\u00c0-\u00de\u0100-\u017f][a-z\u00df-\u017f]+) (?=([A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00c0-\u017f'\u2019-]*[a-z\u00df-\u017f]))/g
const CALLED = new RegExp(`(?<!\\w)${CALLING} $`)
const AHEAD = 20

/** Keys of people by a word of their names that may stand for them: the first and last of each name, where one alone has it. */
export type People = ReadonlyMap<string, string>

/** The people of a document: those that slots name, and names behind a calling or that begin with a given name ("researcher Gal Beniamini"). */
export function peopleIn(text: string, slots: readonly Slot[]): People {
  const people = new Map<string, string>()
  const shared = new Set<string>()
  const add = (word: string, key: string) => {
    const known = people.get(word)
    if (known !== undefined && known !== key) shared.add(word)
    people.set(word, known ?? key)
  }
  for (const { start, end, letter, key } of slots) {
    if (letter !== 'P' || !key) continue
    const words = text.slice(start, end).split(/\s+/)
    const [first] = words
    const last = words.at(-1)
    if (words.length < 2 || !first || !last) continue
    add(first, key)
    add(last, key)
  }
  for (const { 1: first = '', 2: last = '', index } of matches(PAIR, text)) {
    if (people.has(last) || isWord(last.toLowerCase())) continue
    if (isGivenName(first) || CALLED.test(text.slice(Math.max(0, index - AHEAD), index)))
      add(last, `person:${foldName(`${first} ${last}`)}`)
  }
  for (const word of shared) people.delete(word)
  return people
}
