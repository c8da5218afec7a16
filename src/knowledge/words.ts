import { wordList } from './word-list.ts'

/** Whether lower-case `word` is an ordinary English word, inflected forms included; names are not in the list (scripts/build-words.ts). */
export const isWord: (word: string) => boolean = wordList('words.txt')
