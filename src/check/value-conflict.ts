import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { lookalikes } from './lookalikes.ts'
import {
  compatible,
  compatibleAsPrinted,
  digitCount,
  inWords,
  type Measure,
  measures,
  show,
  slip,
  slipOf,
} from './measures.ts'
import { numerals } from './numerals.ts'
import { restated } from './restated.ts'
import { retold } from './retold.ts'
import { sameDigits } from './same-digits.ts'

/** Words before a figure that point back at one already given: "all 23 apps", "the 76 apps", "those 1,900 servers". */
const BACK =
  /\b(?:all(?:\sof)?(?:\sthe)?|the|these|those|their|its|his|her|said)\s(?:(?:estimated|same|total|full|more\sthan|over|about|around|some|nearly|almost)\s)*$/i

/** What an amount is for; amounts of one document that share such a word are likely of one thing. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  ['payment', /\b(?:ransom\w*|pays?|paid|paying|payments?|demand\w*|extort\w*|sum|amount)\b/i],
  [
    'loss',
    /\b(?:loss(?:es)?|los[et]|losing|stole[n]?|steal\w*|theft|heist|scam\w*|defraud\w*|fraud\w*|wir(?:ed|ing)|transfer\w*|cost(?:s|ing)?|damages?)\b/i,
  ],
  ['price', /\b(?:pric\w+|fees?|sells?|sold|selling|offer\w*|asking|subscription)\b/i],
  ['fine', /\b(?:fin(?:e|es|ed)|penalt\w+|settle\w*)\b/i],
]

/** The sentence turns to another case: its figures are not those of the first. */
const OTHER =
  /\b(?:another|other|others|second|separate(?:ly)?|different|elsewhere|similar(?:ly)?|each|compared|unlike|whereas|while|previous(?:ly)?|earlier|last\syear)\b/i

/** Different figures of one topic that an article about one thing still has; a figure said this often is its main one. */
const MOST_VALUES = 3
const LEADING = 3

/** Units too common to say that two counts are of one thing. */
const VAGUE: ReadonlySet<string> = new Set([
  '',
  'times',
  'percent',
  'years',
  'year',
  'months',
  'days',
  'hours',
  'minutes',
  'seconds',
  'weeks',
  'things',
  'people',
  'bytes',
  'kb',
  'mb',
  'gb',
  'bits',
  'characters',
  'cases',
  'others',
  'ways',
  'steps',
  'parts',
  'pages',
  'versions',
])

/** A figure before which one of these stands is in addition to, or the sum of, others. */
const MORE =
  /(?:\(or|\b(?:another|additional|further|extra|total\sof|combined|other|next|first|last|previous|remaining))\s(?:\p{L}+\s)?$/iu

/** A figure worth comparing: at least two digits, and something that it is of. Rows of tables are compared by nobody. */
function figure({ text }: CheckContext, measure: Measure, least = 10): boolean {
  if (measure.value < least || !/\d/.test(measure.text) || (measure.type === 'count' && measure.unit === ''))
    return false
  if (/^[\w%]/.test(text.slice(measure.end, measure.end + 1))) return false
  // Bounded: looking for the beginning of a line without end, once for each figure in it, would be quadratic.
  const before = text.slice(Math.max(0, measure.start - 300), measure.start)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return !/[|\t]/.test(line) && !MORE.test(line.slice(-30))
}

const conflict = (context: CheckContext, odd: Measure, usual: readonly Measure[], confidence: number): Finding => ({
  confidence,
  at: context.select(odd),
  subject: `value:${usual[0]?.text ?? ''}`,
  message:
    `${odd.text} here, but ${usual[0]?.text} ${usual.length > 1 ? `in ${usual.length} other places` : 'elsewhere'} for the same thing` +
    `${odd.unit && odd.type === 'count' ? ` (${odd.unit})` : ''}. One of the figures is wrong.`,
  evidence: usual
    .slice(0, 6)
    .map(other => ({ role: 'for', note: `here it is ${show(other.value)}`, at: context.select(other) })),
})

/** Numbers, of whatever kind, in a sentence that the article says twice in the same words. */
function* repeated(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  const measured = new Map(list.map(measure => [measure.start, measure]))
  for (const { first, second } of restated(context, numerals(context))) {
    if (first.text === second.text || !slipOf(first.text, second.text)) continue
    if (context.sentence(first.start).start === context.sentence(second.start).start) continue
    // A sentence cut off inside its figure ("more than 45.", for 45,000) says nothing else.
    if (
      first.text.startsWith(`${second.text},`) &&
      /^\.?\s*$/.test(context.doc.text.slice(second.end, context.sentence(second.start).end))
    )
      continue
    const a = measured.get(first.start)
    const b = measured.get(second.start)
    if (a && b && compatible(a, b)) continue
    yield {
      confidence: 85,
      at: context.select(second),
      subject: `value:${first.text}`,
      message: `${second.text} here, but ${first.text} where the article says the same in the same words. One of the figures is wrong.`,
      evidence: [{ role: 'for', note: `here it is ${first.text}`, at: context.select(first) }],
    }
  }
}

const sentenceOf = ({ doc, sentence }: CheckContext, { start }: Measure): string => {
  const bounds = sentence(start)
  return doc.text.slice(bounds.start, bounds.end)
}

/** What an amount is for, by the words around it in its clause. */
function role({ text, sentence }: CheckContext, { start, end }: Measure): string | undefined {
  const bounds = sentence(start)
  const around = `${text.slice(Math.max(bounds.start, start - 80), start)} ${text.slice(end, Math.min(bounds.end, end + 40))}`
  return ROLES.find(([, words]) => words.test(around))?.[0]
}

/** What a figure is of; undefined when nothing says so. */
const topic = ({ type, unit }: Measure): string | undefined =>
  type === 'percent' || (type === 'count' && VAGUE.has(unit)) ? undefined : `${type} ${unit}`

/** Whether figures of one topic can be of one thing: said twice or more, or once, before, with the odd one pointing back to it. */
function sameThing(context: CheckContext, measure: Measure, others: readonly Measure[]): boolean {
  const points = BACK.test(context.text.slice(Math.max(0, measure.start - 40), measure.start))
  if (measure.type === 'count') return others.length >= 2 ? points || measure.value >= 100 : points
  if (digitCount(measure.value) < 2) return false
  if (others.length >= 2) return true
  const purpose = role(context, measure)
  return (
    purpose !== undefined &&
    !OTHER.test(sentenceOf(context, measure)) &&
    others.some(other => other.start < measure.start && role(context, other) === purpose)
  )
}

/** One odd figure among the figures of its topic, a slip of the pen away from a usual one. */
function* odd(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const [key, group] of Map.groupBy(list, topic)) {
    if (key === undefined || group.length < 2) continue
    const byValue = [...Map.groupBy(group, ({ value }) => value).values()]
    for (const [measure, again] of byValue) {
      if (!measure || again) continue
      const usual = byValue.find(
        others =>
          others[0] &&
          others[0] !== measure &&
          slip(others[0].value, measure.value) &&
          sameThing(context, measure, others),
      )
      if (!usual || group.some(other => other !== measure && compatibleAsPrinted(other, measure))) continue
      // Several other figures of the topic mean that the article compares them, unless one of them leads.
      if (byValue.length > MOST_VALUES && usual.length < LEADING) continue
      yield conflict(context, measure, usual, usual.length >= 2 ? 75 : 65)
    }
  }
}

/** Figures in two sentences that share most of their words, and have no other. */
function* again(context: CheckContext): Generator<Finding> {
  const list = measures(context).filter(measure => figure(context, measure, measure.type === 'count' ? 10 : 1))
  for (const { first, second } of retold(context, list)) yield conflict(context, second, [first], 75)
}

/** A figure that stands once and is a slip of the pen away from one that its words speak of too. */
function* alike(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { odd, usual } of lookalikes(context, list)) yield conflict(context, odd, usual, 75)
}

/** The same digits with another scale, currency or unit. */
function* otherScale(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { odd, usual } of sameDigits(context, list))
    yield conflict(context, odd, usual, usual.length > 1 ? 88 : 78)
}

function* findings(context: CheckContext): Generator<Finding> {
  const list = measures(context).filter(measure => !inWords(measure) && figure(context, measure))
  const seen = new Set<number>()
  for (const finding of [
    ...repeated(context, list),
    ...odd(context, list),
    ...again(context),
    ...alike(context, list),
    ...otherScale(context, measures(context)),
  ]) {
    if (seen.has(finding.at.start)) continue
    seen.add(finding.at.start)
    yield finding
  }
}

/** Two figures for one thing. */
export const valueConflict: Check = {
  id: 'value-conflict',
  severity: 'error',
  title: 'Two figures for one thing',
  why:
    'Catches a figure that differs by one digit or by a factor of ten from what the article says of the same thing elsewhere: in a ' +
    'sentence repeated in the same or mostly the same words, or as the odd one among equal figures. Hedges and rounding are compared as intervals. ' +
    'Wrong when the article compares two things of one kind that happen to have similar figures.',
  examples: {
    flagged: [
      'The clinic paid a $55,000 ransom in bitcoin. Police advised against it. The director called the [[$65,000]] ransom a bargain. In all, the $55,000 ransom was insured.',
      'Researchers found 76 apps that leak data. The list of 76 apps is online. All [[86]] apps were removed.',
      'Following the disclosure, shares of Facebook extended losses and ended trading 2.5 percent down. It said that it was sorry. ' +
        'Facebook shares, already down before the disclosure, extended their losses and ended down [[2.6 percent]].',
    ],
    clean: [
      'Researchers found 76 apps that leak data. Of the 76 apps, 19 apps are for banks.',
      'The clinic paid a $55,000 ransom. Another clinic paid $65,000.',
    ],
  },
  run: findings,
}
