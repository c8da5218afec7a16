import { wordList } from './word-list.ts'

/** Whether a lower-case noun names what every country has one of, or several: a ministry, a bank, a spokesman. */
export const isInstitution: (noun: string) => boolean = wordList('institutions.txt')

/** Whether a word, as written, stands before the numbers of many things: Windows, Figure, Flight, ISO. */
export const isNumbered: (word: string) => boolean = wordList('numbered.txt')
