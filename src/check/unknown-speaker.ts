import { isWord } from '../knowledge/words.ts'
import type { Finding } from '../model/discrepancy.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Capital, capitals, wordAfter, wordBefore } from './capitals.ts'
import { NONE } from './once.ts'
import { introduced, speaks } from './speech.ts'

/** Evidence places that a flag shows. */
const SHOWN = 4

/** Verbs that only a speaker has; others ("found", "believes") stand beside firms and groups as well. */
const SAYS: ReadonlySet<string> = new Set(
  'said says told added adds wrote writes explained explains noted notes warned warns continued concluded tells recalled'.split(
    ' ',
  ),
)
/** The letters at one place of these verbs, as bits: what they begin with, and what they end with. */
const letters = (at: number): number =>
  [...SAYS].reduce((bits, verb) => bits | bitOf(verb.at(at)?.charCodeAt(0) ?? 0), 0)
const bitOf = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? 1 << (unit - 0x61) : 0)
const [FIRST, LAST] = [letters(0), letters(-1)]

/** Whether one of these letters stands right behind the space on one side of a place: few words stand beside one. */
const maySpeak = (text: string, { start, end }: Span): boolean =>
  (start > 1 && (bitOf(text.charCodeAt(start - 2)) & LAST) !== 0) ||
  (end + 1 < text.length && (bitOf(text.charCodeAt(end + 1)) & FIRST) !== 0)

/** Before a name these make it the listener's. */
const HEARS: ReadonlySet<string> = new Set(['told', 'tells', 'warned', 'warns'])

/** A name of one word, once, beside a verb of saying, and known neither to the article nor to the knowledge base. */
function stranger({ text, doc, mentions, knowledge }: CheckContext, { text: name, folded, places }: Capital): boolean {
  const [place] = places
  if (!place || places.length !== 1) return false
  if (!/^[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{3,}$/.test(name)) return false
  const before = wordBefore(text, place)
  const after = wordAfter(text, place)
  if (/^[A-Z]/.test(before) || /^[A-Z]/.test(after) || !((SAYS.has(before) && !HEARS.has(before)) || SAYS.has(after)))
    return false
  if (isWord(folded) || knowledge.candidates(name).length > 0 || doc.title?.includes(name)) return false
  // A quoted passage has introduced its own people elsewhere.
  if (/^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', place.start) + 1, place.start))) return false
  return !mentions.some(mention => mention.type !== 'person' && overlaps(mention, place))
}

function* findings(context: CheckContext, strangers: readonly Capital[]): Generator<Finding> {
  const { text, select } = context
  const words = capitals(context)
  const speakers = [...words.values()].flatMap(({ places, text: name }) => {
    const first = places.find(place => introduced(text, place))
    return first && places.some(place => place !== first && speaks(text, place)) ? [{ name, first }] : []
  })
  if (speakers.length === 0) return
  for (const { text: name, folded, places } of strangers)
    for (const place of places)
      yield {
        confidence: 60,
        at: select(place),
        subject: `name:${folded}`,
        message:
          `\u201c${name}\u201d speaks here, but the article never says who that is. It introduces its other speakers by full name ` +
          `(${speakers
            .slice(0, SHOWN)
            .map(({ name: other }) => other)
            .join(', ')}): is one of them meant, or is an introduction missing?`,
        evidence: speakers
          .slice(0, SHOWN)
          .map(({ name: other, first }) => ({ role: 'for', note: `${other} is introduced here`, at: select(first) })),
      }
}

/** Somebody speaks whom the article never introduces. */
export const unknownSpeaker: Check = {
  id: 'unknown-speaker',
  severity: 'warning',
  title: 'Somebody speaks whom the article never introduces',
  why:
    'Catches a surname that stands once, beside a verb of saying, in an article that gives its other speakers\u2019 full names: a wrong name, or ' +
    'an introduction lost in editing. Wrong when everybody knows who is meant, or the name is a firm\u2019s.',
  examples: {
    flagged: [
      'The flaw was found by Larry Cashdollar. Cashdollar told the vendor. It was easy to find, [[Hanselmann]] said.',
    ],
    clean: [
      'The flaw was found by Larry Cashdollar. Cashdollar told the vendor. It was easy to find, Microsoft said.',
      'The flaw was found by Larry Cashdollar. Cashdollar told the vendor. It was easy to find, said Scott Hanselmann.',
      'A flaw was found. It was easy to find, Hanselmann said.',
    ],
  },
  run: context => {
    const strangers: Capital[] = []
    for (const word of capitals(context).values()) {
      const [place] = word.places
      if (word.places.length === 1 && place && maySpeak(context.text, place) && stranger(context, word))
        strangers.push(word)
    }
    return strangers.length === 0 ? NONE : findings(context, strangers)
  },
}
