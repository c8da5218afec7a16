/** "a", "an", and the words of one to twelve. */
const WORDS = 'a an one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** They, as alternatives of a regular expression. */
export const SMALL_NUMBERS = WORDS.join('|')

/** What one of these words, or a number in digits with or without separators, counts. */
export const smallNumber = (words: string): number =>
  /^\d/.test(words) ? Number(words.replace(/,/g, '')) : Math.max(1, WORDS.indexOf(words.toLowerCase()) - 1)
