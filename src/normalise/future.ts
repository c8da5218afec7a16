import { at, type Tokens } from './tokens.ts'

/** Words that say the sentence is about what is to come. */
const AHEAD = new Set(
  'will ll shall upcoming forthcoming scheduled schedule slated planned plans planning expected expects due deadline please meet meeting'.split(
    ' ',
  ),
)
/** Words that do so where the date ends what may be done: "must patch by March 3". */
const BOUND = new Set(
  'must should ordered told instructed directed urged advised requires required has have'.split(' '),
)
const END = /^(?:by|before|until|till)$/
/** How many words back the cue may stand. */
const REACH = 14

/** Whether a cue of the future stands before a token in its sentence. */
export function looksAhead(tokens: Tokens, index: number): boolean {
  let ends = END.test(at(tokens, index)) || END.test(at(tokens, index - 1))
  for (let back = index - 1; back >= 0 && back >= index - REACH; back--) {
    const word = at(tokens, back)
    if (tokens.list[back + 1]?.line || (word === '.' && tokens.list[back + 1]?.spaced)) return false
    if (word === ';' || (word === 'should' && at(tokens, back + 1) === 'have')) ends = false
    if (ends && BOUND.has(word) && bounds(tokens, back)) return true
    if (AHEAD.has(word) || (word === 'set' && /^(?:for|to)$/.test(at(tokens, back + 1)))) return true
  }
  return false
}

/** "has until May", "ordered to patch by May"; but "had been told by May", "has fallen by March". */
function bounds(tokens: Tokens, index: number): boolean {
  const next = at(tokens, index + 1)
  if (/^(?:has|have)$/.test(at(tokens, index))) return next === 'until' || next === 'till'
  return !/^(?:by|before|until|till)$/.test(next)
}
