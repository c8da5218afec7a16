import { isFamilyName, isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { FAMILY_FIRST, GIVEN, PARTICLES } from './person-words.ts'
import type { Token } from './tokens.ts'

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
