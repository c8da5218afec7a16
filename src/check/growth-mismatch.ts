import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { growth, LOOSE, percentBehind, UP_FROM, upFrom } from './growth-behind.ts'
import { type Measure, measures, show } from './measures.ts'

const UP =
  /\b(?:ros[et]|rises?|rising|risen|increas(?:e|es|ed|ing)|gr[eo]w(?:s|n|ing)?|growth|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|went\sup|shot\sup|up(?!\sto))\b/i
const DOWN =
  /\b(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|plung(?:e|es|ed|ing)|went\sdown|down)\b/i
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bdoubl(?:e|es|ed|ing)\b/i, 2],
  [/\btripl(?:e|es|ed|ing)\b/i, 3],
  [/\bquadrupl(?:e|es|ed|ing)\b/i, 4],
]
/** Such growths stand beside verbs of rising and falling too. */
const FOLD: readonly (readonly [RegExp, number])[] = [
  [/\b(?:halv(?:e|es|ed|ing)|by\shalf)\b/i, 0.5],
  [/\btwo-?fold\b/i, 2],
  [/\bthree-?fold\b/i, 3],
  [/\bfive-?fold\b/i, 5],
  [/\bten-?fold\b/i, 10],
]

/** Places in a ranking fall when they get better. */
const RANK = /\b(?:rank\w*|place[ds]?|spot|position|No\.|score|version|top)\b|#/i

/** What stands before the first figure and between the two; a year or a time may stand beside either. */
const FROM =
  /\bfrom\s(?:an?\s(?:average|median|total|estimated)\s(?:of\s)?|about\s|around\s|some\s|just\s|nearly\s|almost\s|only\s|roughly\s|approximately\s)*$/i
const TO =
  /^(?:\s[\p{L}]{1,20}){0,3}(?:\s(?:in|of|at|by)\s[^.;,()]{1,20})?,?\sto\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|over\s|more\sthan\s|roughly\s|approximately\s|a\stotal\sof\s)*$/iu

/** The same the other way round: "to 4,000 from 2,000". */
const TO_FIRST = /\bto\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|only\s|roughly\s|approximately\s)*$/i
const FROM_SECOND =
  /^(?:\s\p{Ll}{1,20}){0,2},?\sfrom\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|only\s|roughly\s|approximately\s)*$/u

/** Characters between the two figures. */
const GAP = 80

/** Characters before "from" in which the verb stands. */
const REACH = 90

/** The words of the clause that leads to a "from", and the percentage in it. */
function said(context: CheckContext, list: readonly Measure[], index: number): { words: string; percent?: Measure } {
  const from = list[index]
  if (!from) return { words: '' }
  const { start } = context.sentence(from.start)
  const text = context.text.slice(Math.max(start, from.start - REACH), from.start)
  const begin =
    from.start -
    text.length +
    Math.max(text.lastIndexOf(';'), text.lastIndexOf(', and '), text.lastIndexOf(', while ')) +
    1
  const percent = list[index - 1]
  return {
    words: context.text.slice(begin, from.start),
    ...(percent?.type === 'percent' && percent.start >= begin ? { percent } : {}),
  }
}

/** What the words before the figures say of them, when the figures say otherwise. */
function wrong(words: string, from: Measure, to: Measure, percent: Measure | undefined): string | undefined {
  const [up, down] = [UP.test(words), DOWN.test(words)]
  if (up !== down && (up ? to.high < from.low : to.low > from.high))
    return `The words tell of ${up ? 'an increase' : 'a decrease'}, but ${show(to.value)} is ${up ? 'less' : 'more'} than ${show(from.value)}`
  const ratio = to.value / from.value
  const fold = FOLD.find(([word]) => word.test(words))
  const times = fold ?? TIMES.find(([word]) => word.test(words))
  if (
    times &&
    percent === undefined &&
    (fold || (!up && !down)) &&
    !/\b(?:more\sthan|over|nearly|almost|up\sto)\b/i.test(words) &&
    Math.abs(ratio / times[1] - 1) > LOOSE
  )
    return `${show(to.value)} is ${show(ratio)} times ${show(from.value)}, not ${times[1]} times`
  if (percent === undefined || from.type === 'percent' || up === down) return undefined
  return growth(from, to, percent)
}

/** Whether two figures may be of one kind. */
const comparable = (from: Measure, to: Measure): boolean =>
  from.type === to.type &&
  from.value > 0 &&
  /\d/.test(from.text) &&
  /\d/.test(to.text) &&
  (from.unit === to.unit || (from.type !== 'money' && (from.unit === '' || to.unit === '')))

function* findings(context: CheckContext): Generator<Finding> {
  const list = measures(context)
  for (const [index, first] of list.entries()) {
    const second = list[index + 1]
    if (!second || second.start - first.end > GAP) continue
    // Most figures stand beside no "from": a look for it is cheaper than the patterns.
    if (!context.text.slice(Math.max(0, first.start - 30), second.start).includes('from ')) continue
    const between = context.text.slice(first.end, second.start)
    const lead = context.text.slice(Math.max(0, first.start - 30), first.start)
    const upwards = UP_FROM.test(between)
    const turned = upwards || (TO_FIRST.test(lead) && FROM_SECOND.test(between))
    if (!turned && !(FROM.test(lead) && TO.test(between))) continue
    const [from, to] = turned ? [second, first] : [first, second]
    if (!comparable(from, to)) continue
    const before = said(context, list, index)
    if (RANK.test(`${before.words} ${context.text.slice(first.start, second.end + 20)}`)) continue
    const behind = percentBehind(context, list, index)
    const percent = behind ?? (upwards ? undefined : before.percent)
    const why =
      (upwards ? upFrom(context, list, index, between) : wrong(before.words, from, to, before.percent)) ??
      (behind && growth(from, to, behind))
    if (why === undefined) continue
    yield {
      confidence: 80,
      at: context.select({ start: first.start, end: second.end }),
      subject: `growth:${from.text}:${to.text}`,
      message: `${why}. A figure or the word is wrong.`,
      evidence: percent ? [{ role: 'for', note: 'the growth as printed', at: context.select(percent) }] : [],
    }
  }
}

/** A growth that its own figures do not give. */
export const growthMismatch: Check = {
  id: 'growth-mismatch',
  severity: 'error',
  needs: ['figures'],
  title: 'The growth does not follow from its figures',
  why:
    'Catches \u201crose from A to B\u201d with B below A, \u201cdoubled from A to B\u201d and \u201cup P percent from A to B\u201d whose figures give another growth. ' +
    'A sixth and three points are allowed. Places in a ranking are left alone. Wrong when the figures belong to other things than the verb.',
  examples: {
    flagged: [
      'Attacks rose from [[5,500 to 1,600]] in a year.',
      'The number of reports fell from [[160 a year to 550]].',
      'Staff doubled from [[10,000 to 30,000]], it said.',
      'Attacks doubled to [[4,000, from 3,000]] in 2016.',
      'Attacks fell by half, from [[800 to 600]]. That of 2015 was a tenfold rise, from [[50 to 5,000]].',
      'Losses grew 50 percent, from [[$10 million to $12 million]].',
      'Attacks rose from [[2,754 to 3,413]], an increase of 42 percent. The scan found [[1,700 servers, down from 460]] in May.',
      'Losses tripled, from an average of [[$190,000 to $380,000]].',
    ],
    clean: [
      'Attacks rose from 1,600 to 5,500 in a year.',
      'Attacks doubled to 4,000, from 2,000 in 2016, and fell by half, from 800 to 400.',
      'It is doubling its staff from 10,000 to 20,000.',
      'Losses grew 20 percent, from $10 million to $12 million.',
      'It rose from place 14 to place 3.',
      'Attacks rose from 2,754 to 3,413, up 24 percent. It saw 132 campaigns in 2024, up from 88 in 2023, a rise of 50 percent.',
      'The scan found 1,700 servers in 12 countries, up from 460 in May. It has 1.7 million users, up from 1,600.',
      'They work from 9 to 5, and up to 12 of them from 8 to 4.',
    ],
  },
  run: findings,
}
