import type { CheckContext } from '../model/stage.ts'
import { anotherCase } from './another-case.ts'
import type { Lookalike } from './lookalikes.ts'
import { compatibleAsPrinted, digitCount, type Measure, slip } from './measures.ts'

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
const OTHER = anotherCase(String.raw`last\syear`)

/** Between the ends of a range: "from $250,000 to $1.5 million". */
const TO =
  /^\s?(?:to|and|or|through|-|\u2013)\s?(?:(?:about|around|nearly|almost|more\sthan|over|up\sto|as\smuch\sas)\s)?$/i
const TO_REACH = 20

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
    others.some(
      other =>
        other.start < measure.start &&
        !(measure.start - other.end < TO_REACH && TO.test(context.text.slice(other.end, measure.start))) &&
        role(context, other) === purpose,
    )
  )
}

/** Figures that stand once among the figures of their topic, a slip of the pen away from a usual one. */
export function* oddFigures(context: CheckContext, list: readonly Measure[]): Generator<Lookalike> {
  for (const [key, group] of Map.groupBy(list, topic)) {
    if (key === undefined || group.length < 2) continue
    const byValue = [...Map.groupBy(group, ({ value }) => value).values()]
    // Several figures of the topic mean that the article compares them, unless one of them leads.
    const compared = byValue.length > MOST_VALUES
    if (compared && byValue.every(({ length }) => length < LEADING)) continue
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
      if (compared && usual.length < LEADING) continue
      yield { odd: measure, usual }
    }
  }
}
