import { wordList } from './word-list.ts'

const given = wordList('given-names.txt')
const family = wordList('family-names.txt')

/** Whether a word, in any case, is a common given name (scripts/build-person-names.ts). */
export const isGivenName = (word: string): boolean => given(word.toLowerCase())

/** Whether a word, in any case, is a common family name and no given name. */
export const isFamilyName = (word: string): boolean => family(word.toLowerCase())
