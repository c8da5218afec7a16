/** Words by which a sentence brings in another case than the one before: its figures are its own. */
const ANOTHER =
  'another|others?|second|separate(?:ly)?|different|elsewhere|similar(?:ly)?|each|compared|unlike|whereas|while|previous(?:ly)?|earlier'.split(
    '|',
  )

/** Words by which a sentence goes on to another time, step or part. */
const MOVES = String.raw`next|further|fewer|later|then|now|rose|fell|grew|up\sfrom|down\sfrom|respectively|per`.split(
  '|',
)

/** A pattern of the words that turn to another case, and of some more. */
export const anotherCase = (...more: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${[...ANOTHER, ...more].join('|')})\\b`, 'i')

/** The same with words that move on. */
export const movesOn = (...more: readonly string[]): RegExp => anotherCase(...MOVES, ...more)
