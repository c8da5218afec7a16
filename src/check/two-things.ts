import { indexAt } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import type { Measure } from './measures.ts'

/** Who says a figure: "According to the company", "the regulator speaks of", "police put the loss at". */
const SPEAKERS: readonly RegExp[] = [
  /\b[Aa]ccording\sto\s(?:(?:the|its|their|a|an)\s)?(?<who>(?:[\p{L}-]+\s?){1,3}?)(?=[,.;]|\s(?:the|that|in|on)\b|$)/u,
  /(?<who>[\p{L}-]+)\s(?:says?|said|speaks?\sof|spoke\sof|talks?\sof|puts?|estimat(?:es?|ed)|counts?|counted|sees|saw|found|claims?|claimed|reports?|reported|gives|gave|told|believes?|reckons?)\b/u,
]

/** Words that stand for whoever was named before: they tell nobody apart. */
const ANYBODY =
  /^(?:it|he|she|they|we|who|which|that|also|later|and|i|you|one|but|then|first|has|had|have|was|were|is|are|be|been|as|not|never)$/i

/** The last word of whoever says what a sentence tells, lower case; undefined when nobody is named. */
function speaker(words: string): string | undefined {
  for (const form of SPEAKERS) {
    const who = form.exec(words)?.groups?.['who']?.trim().split(/\s/).at(-1)
    if (who !== undefined && !ANYBODY.test(who)) return who.toLowerCase()
  }
  return undefined
}

/** What is asked and what is offered or paid in the end. */
const ASKED =
  /\b(?:demand(?:s|ed|ing)?|ask(?:s|ed|ing)?\sfor|want(?:s|ed|ing)?|sought|seek(?:s|ing)?|threaten(?:s|ed|ing)?|claim(?:s|ed))\b/i
const GIVEN =
  /\b(?:offer(?:s|ed|ing)?|pa(?:y|ys|id|ying)|agree[sd]?|negotiat\p{L}*|settle[sd]?|counter-?offer\p{L}*|collected|received|got)\b/iu

/** One of several prices, tiers or sizes of a thing. */
const TIER =
  /\b(?:basic|full|premium|standard|regular|ordinary|advanced|simple|professional|pro|private|personal|corporate|business|enterprise|single|annual|monthly|yearly|cheap(?:est|er)?|dear(?:est|er)?|expensive|small(?:er|est)?|larg(?:e|er|est)|big(?:ger|gest)?|minimum|maximum|citizens?|individuals?|firms?|companies|compan(?:y|ies)|students?|drivers?|repeat|first-time|(?:first|second|business|economy)\sclass|support|teams?|families)\b/gi

const BRACKET = /\(\s?(?:about\s|around\s|some\s|roughly\s|or\s|nearly\s|over\s|US)*$/i

/** Between two clauses. */
const NEXT = /;|,\s(?:and|but|while|whereas)\s/

/** Characters of a clause that are looked at before and behind a figure. */
const REACH = 90

/** The clause of a figure. */
function clause({ text, sentence }: CheckContext, { start, end }: Measure): string {
  const bounds = sentence(start)
  const before = text.slice(Math.max(bounds.start, start - REACH), start)
  const after = text.slice(end, Math.min(bounds.end, end + REACH))
  return `${before.split(NEXT).at(-1) ?? ''} ${after.split(NEXT)[0] ?? ''}`
}

/** The figure that one in brackets converts. */
const converted = ({ text }: CheckContext, list: readonly Measure[], figure: Measure): Measure | undefined => {
  if (!BRACKET.test(text.slice(Math.max(0, figure.start - 20), figure.start))) return undefined
  const before = list[indexAt(list, figure.start) - 1]
  return before && figure.start - before.end < 25 ? before : undefined
}

const tiers = (words: string): string => [...new Set(words.toLowerCase().match(TIER) ?? [])].sort().join(' ')

/**
 * Whether the words say that two figures are of two things or from two mouths: another speaker, what is asked and what is
 * given, one price and the next, or the conversions of two other sums. `list` are all measures of the document.
 */
export function twoThings(context: CheckContext, list: readonly Measure[], a: Measure, b: Measure): boolean {
  const [one, other] = [clause(context, a), clause(context, b)]
  const [who, whoElse] = [speaker(one), speaker(other)]
  if (who !== undefined && whoElse !== undefined && who !== whoElse) return true
  if (a.type !== 'money' || b.type !== 'money') return false
  if (
    (ASKED.test(one) && !GIVEN.test(one) && GIVEN.test(other) && !ASKED.test(other)) ||
    (ASKED.test(other) && !GIVEN.test(other) && GIVEN.test(one) && !ASKED.test(one))
  )
    return true
  const [first, second] = [converted(context, list, a), converted(context, list, b)]
  if (
    first &&
    second &&
    first.unit === second.unit &&
    Math.abs(a.value / first.value / (b.value / second.value) - 1) < 0.1
  )
    return true
  const [tier, another] = [tiers(one), tiers(other)]
  // Ten times the price is a dearer thing more often than it is a slip.
  const tenfold = Math.max(a.value, b.value) >= 10 * Math.min(a.value, b.value)
  return tier !== another && (tenfold || (tier !== '' && another !== ''))
}
