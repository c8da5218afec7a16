import { type Day, parts } from '../normalise/calendar.ts'
import { matches } from '../normalise/matches.ts'
import { MONTH_NAMES, monthNumber } from './months.ts'
import { sentenceAt } from './sentence-at.ts'
import type { Dated, Witness } from './witness.ts'

/** Months between a round of patches told as new and the publication that make it another year's round or another date. */
const ROUND_AWAY = [3, 8] as const

/** A monthly round of updates, told as the new one. */
const ROUND = new RegExp(
  `\\b(?:(?<a>${MONTH_NAMES})(?:['\u2019]s)?\\s(?:Patch\\sTuesday|(?:security\\s|monthly\\s)?(?:updates?|patch(?:es)?|bulletins?))|Patch\\sTuesday,?\\s(?:of\\s)?(?<b>${MONTH_NAMES}))\\b(?!\\s(?:of\\s)?\\d)`,
  'g',
)
/** What every such round is called, less a letter that may be a capital. */
const ROUND_WORDS = ['atch', 'pdate', 'ulletin']
const MONTH = new RegExp(`\\b(?:${MONTH_NAMES})\\b`)
/** Units on each side of such a word within which the month of its round stands. */
const BESIDE = 32

/** Whether a month stands beside a word for its round: many articles speak of updates, few of a month's. */
export function namesRound(text: string): boolean {
  for (const word of ROUND_WORDS)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + BESIDE))
      if (MONTH.test(text.slice(Math.max(0, at - BESIDE), at + 2 * BESIDE))) return true
  return false
}
const NEW = /\b(?:this\s(?:week|month)|today|yesterday|just\sreleased|recently\sreleased|latest)\b/i

/** A month's round of updates that the article tells as this month's, far from the month of publication, which it never names. */
export function* rounds({ doc, text }: Dated, published: Day): Generator<Witness> {
  const { month } = parts(published)
  const places = matches(ROUND, text)
  const [first] = places
  if (!first || places.length < 2) return
  const named = monthNumber(first.groups?.['a'] ?? first.groups?.['b'] ?? '')
  const ahead = (named - month + 12) % 12
  if (ahead < ROUND_AWAY[0] || ahead > ROUND_AWAY[1]) return
  if (places.some(({ groups }) => monthNumber(groups?.['a'] ?? groups?.['b'] ?? '') !== named)) return
  const around = sentenceAt(doc, first.index)
  if (!NEW.test(text.slice(Math.max(0, around.start - 200), around.end))) return
  if ([...text.matchAll(new RegExp(`\\b(?:${MONTH_NAMES})\\b`, 'g'))].some(([name]) => monthNumber(name) === month))
    return
  for (const { 0: words, index } of places)
    yield {
      at: { start: index, end: index + words.length },
      note: `told as new, in an article of ${published}`,
      confidence: 80,
    }
}
