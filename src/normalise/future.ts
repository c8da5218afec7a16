import { at, type Tokens } from './tokens.ts'

/** Words that say the sentence is about what is to come. */
const AHEAD = new Set(
  'will ll shall upcoming forthcoming scheduled schedule slated planned plans planning expected expects due deadline please meet meeting'.split(
    ' ',
  ),
)
/** How many words back the cue may stand. */
const REACH = 14

/** Whether a cue of the future stands before a token in its sentence. */
export function looksAhead(tokens: Tokens, index: number): boolean {
  for (let back = index - 1; back >= 0 && back >= index - REACH; back--) {
    const word = at(tokens, back)
    if (tokens.list[back + 1]?.line || (word === '.' && tokens.list[back + 1]?.spaced)) return false
    if (AHEAD.has(word) || (word === 'set' && /^(?:for|to)$/.test(at(tokens, back + 1)))) return true
  }
  return false
}
