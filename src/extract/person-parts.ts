import { isFamilyName, isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { ofSpelling } from '../normalise/words.ts'
import { glued } from './found.ts'
import { ADDRESSES, FAMILY_FIRST, GIVEN, PARTICLES } from './person-words.ts'
import type { Token } from './tokens.ts'

/** A word of a name: capitalised, or with an Arabic article before it. */
const NAME = /^(?:al-|el-)?\p{Lu}[\p{L}'\u2019-]*$/u

/** Whether a spelling can be a word of a name. */
export const isNamePart = ofSpelling(({ text }) => NAME.test(text))

const FOREIGN = /[^\x20-\x7f]/
/** The lists hold names without their accents. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Whether a word is a given name, or two of them joined ("Anna-Lena"). */
export const givenName = (word: string): boolean =>
  GIVEN.has(word) ||
  isGivenName(word) ||
  (FOREIGN.test(word) && (GIVEN.has(plain(word)) || isGivenName(plain(word)))) ||
  (/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(word) && isFamily(word.slice(0, word.indexOf('-'))))

/** Whether a word is part of names of people at all. */
export const isFamily = (word: string): boolean => isGivenName(word) || isFamilyName(word)

/** "Park Jin-hyok", "Kim Jong Un", "Li Keqiang", but not "Kim Zetter": whether the family name stands first. */
export function isFamilyFirst(name: readonly Token[]): boolean {
  const [first, last] = [name[0]?.text ?? '', name.at(-1)?.text ?? '']
  if (!FAMILY_FIRST.has(first)) return false
  return !givenName(first) || /-\p{Ll}/u.test(last) || (name.length === 3 && !isFamilyName(last))
}

/** "Jan van Eyck", "April Jones": a given name that is a month's too, before a family name. */
export const isMonthsName = (word: string, next: string): boolean =>
  /^(?:Jan|April|June|August)$/.test(word) &&
  (PARTICLES.has(next) || (isFamilyName(next) && !isWord(next.toLowerCase())))

/** "Ms. Merkel", "Judge Koh": a name of one word behind what only people are addressed with. */
export function isAddressed(
  text: string,
  words: readonly Token[],
  index: number,
  known: ReadonlyMap<number, number>,
): boolean {
  const [title, word, next] = [words[index - 1], words[index], words[index + 1]]
  if (!title || !word || !ADDRESSES.has(title.text) || !isNamePart(word.word) || word.text.length < 3) return false
  if (
    !/^\.? $/.test(text.slice(title.end, word.start)) ||
    known.has(title.start) ||
    known.has(word.start) ||
    glued(text, word.start, word.end)
  )
    return false
  if (next?.capital && text.slice(word.end, next.start) === ' ') return false
  return /^M/.test(title.text) || isFamily(word.text) || !isWord(word.word.small)
}
