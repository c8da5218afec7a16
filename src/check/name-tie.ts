import { isWord } from '../knowledge/words.ts'
import type { CheckContext } from '../model/stage.ts'
import { type Capital, wordAfter, wordBefore } from './capitals.ts'
import { introduced, speaks } from './speech.ts'
import { bareSurname } from './surnames.ts'

/** How often the usual spelling must stand for each time of the odd one, unless something else ties the two together. */
const RATIO = 3

/** What ties two spellings to one name, and how sure it makes us. */
export interface Tie {
  readonly confidence: number
  readonly because: string
}

/** A capitalised neighbour that both spellings share: "Shadow Brokirs" beside "Shadow Brokers". */
function sharedNeighbour(text: string, odd: Capital, usual: Capital): string | undefined {
  const around = (word: Capital): string[] =>
    word.places.flatMap(place => [`${wordBefore(text, place)} `, ` ${wordAfter(text, place)}`])
  const theirs = new Set(around(usual).filter(side => /[A-Z]/.test(side) && side.trim().length > 2))
  return around(odd).find(side => theirs.has(side))
}

/** Whether a word always leads a longer name of its own: "Johnston Press", "Mohammad bin Zayed". */
const leads = (text: string, { places }: Capital): boolean =>
  places.every(({ end }) => /^\s(?:(?:bin|ibn|al|von|van|de|del|di|da)\s)?\p{Lu}/u.test(text.slice(end, end + 8)))

/** What ties a rare spelling to a usual one; undefined when nothing does. */
export function tie(context: CheckContext, odd: Capital, usual: Capital): Tie | undefined {
  const { text, knowledge } = context
  const many = usual.places.length
  const person = bareSurname(text, odd, usual)
  const isKnown = knowledge.candidates(usual.text).length > 0
  if (odd.places.length > 1 && odd.places.length * RATIO > many && !(isKnown && odd.places.length <= 2 * many))
    return undefined
  if (isWord(odd.folded)) {
    const sure = !isWord(usual.folded) || usual.places.some(place => !introduced(text, place) && speaks(text, place))
    return person && sure && odd.places.every(place => speaks(text, place)) && odd.places.length === 1
      ? { confidence: 85, because: `the article introduces no ${odd.text}, but ${usual.text} by full name` }
      : undefined
  }
  const neighbour = sharedNeighbour(text, odd, usual)
  if (isWord(usual.folded)) {
    if (neighbour) return { confidence: 92, because: `both stand beside \u201c${neighbour.trim()}\u201d` }
    if (person && odd.places.every(place => speaks(text, place)))
      return { confidence: 90, because: 'both name somebody who speaks' }
    const lower = new RegExp(`\\b${usual.folded}\\b`).test(text)
    return many >= RATIO * odd.places.length && !lower
      ? { confidence: 85, because: 'the usual spelling is a name here' }
      : undefined
  }
  if (neighbour) return { confidence: 95, because: `both stand beside \u201c${neighbour.trim()}\u201d` }
  const another = leads(text, odd)
  if (person && !another) return { confidence: 92, because: `the full name has ${usual.text}` }
  if (many >= RATIO * odd.places.length) return { confidence: 92, because: 'the other is by far the usual spelling' }
  if (isKnown) return { confidence: 90, because: `${usual.text} is a known name` }
  return many >= 2 && !another ? { confidence: 80, because: 'the other stands more than once' } : undefined
}
