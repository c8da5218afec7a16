import { CARDINALS } from '../normalise/number-words.ts'

/** The words of one to `most`, as alternatives of a regular expression. */
export const numberWords = (most: number): string =>
  [...CARDINALS].flatMap(([word, value]) => (value > 0 && value <= most ? [word] : [])).join('|')

/** What "a", "an", one of these words, or a number in digits with or without separators counts. */
export const smallNumber = (words: string): number =>
  /^an?$/i.test(words) ? 1 : (CARDINALS.get(words.toLowerCase()) ?? Number(words.replace(/,/g, '')))
