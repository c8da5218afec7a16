import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Measure, measures, show } from './measures.ts'
import { shares } from './shares.ts'

/** Farther apart a part, its whole and their percentage do not belong to one phrase. */
const NEAR = 70

/** Points that a printed percentage may be off by: rounding, and cutting instead of rounding. */
const POINTS = 1.05

const OUT_OF =
  /^[^.;()\d]{0,40}?[\s(](?:out\sof|of)\s(?:(?:the|its|their|all|a|about|some|around|roughly|total|of|those|these)\s)*$/i
const OF_WHOLE = /^\)?,?\sof\s(?:(?:the|its|their|all|a|about|some|around|roughly|total|whole|of|those|these)\s)*$/i
const THEN_PERCENT =
  /^[^.;()\d]{0,50}?(?:\(|,?\sor\s|,\s|\u2014\s?)(?:(?:or|about|roughly|some|nearly|around|just|over|under|i\.e\.,?)\s)*$/i
const PART_IN_BRACKETS = /^[^.;()\d]{0,30}?[\s(](?:or\s)?(?:about\s|some\s)?$/i
const OF_FIRST = /(?:^|\s)of\s(?:the|those|these|its|their|all)?\s?$/i

/** A part, its whole and the percentage that the text puts on them. */
interface Triple {
  readonly part: Measure
  readonly whole: Measure
  readonly percent: Measure
}

/** Reads "A of B (P)", "A (P of B)", "P (A of B)" and "of B, A (P)" around each percentage. */
function* triples(context: CheckContext): Generator<Triple> {
  const list = measures(context)
  const between = (a: Measure, b: Measure): string =>
    b.start - a.end > NEAR || b.start < a.end ? '\n' : context.text.slice(a.end, b.start)
  const counted = (measure: Measure | undefined): measure is Measure =>
    measure?.type === 'count' || measure?.type === 'money'
  for (const [index, percent] of list.entries()) {
    if (percent.type !== 'percent') continue
    const [b2, b1, a1, a2] = [list[index - 2], list[index - 1], list[index + 1], list[index + 2]]
    if (counted(b1) && counted(a1) && OF_WHOLE.test(between(percent, a1)) && THEN_PERCENT.test(between(b1, percent)))
      yield { part: b1, whole: a1, percent }
    else if (counted(b2) && counted(b1) && THEN_PERCENT.test(between(b1, percent))) {
      if (OUT_OF.test(between(b2, b1))) yield { part: b2, whole: b1, percent }
      else if (
        OF_FIRST.test(context.text.slice(Math.max(0, b2.start - 14), b2.start)) &&
        /^[^.;()\n]*$/.test(between(b2, b1))
      )
        yield { part: b1, whole: b2, percent }
    } else if (
      counted(a1) &&
      counted(a2) &&
      PART_IN_BRACKETS.test(between(percent, a1)) &&
      /^\s(?:out\s)?of\s(?:the\s|a\stotal\sof\s)?$/i.test(between(a1, a2))
    )
      yield { part: a1, whole: a2, percent }
  }
}

/** After a percentage: a whole that none of its parts exceeds: people or things that are counted. */
const OF_ALL =
  /^\sof\s(?:(?:all|the|its|their|these|those|our|total|which)\s){0,2}(?:people|traffic|(?:[a-zA-Z-]{2,20}\s){0,2}(?!(?:sales|levels?|earnings|revenues?|costs|prices|goals|expectations|targets|losses|assets|times|profits|estimates|wages|taxes|fees|savings|deposits|debts|plans|figures|means|years)\b)[a-z]{3,20}[a-rt-z]s)\b/

/** A share above the whole: "163 percent of respondents". Growth is no share. */
function* aboveAll(context: CheckContext): Generator<Finding> {
  for (const percent of measures(context)) {
    if (percent.type !== 'percent' || percent.value <= 100 || percent.value > 999) continue
    if (!OF_ALL.test(context.text.slice(percent.end, percent.end + 60))) continue
    yield {
      confidence: 85,
      at: context.select(percent),
      subject: `percent:${percent.text}`,
      message: `A share cannot be larger than its whole: ${percent.text}.`,
      evidence: [
        {
          role: 'for',
          note: 'of this whole',
          at: context.select({
            start: percent.end + 1,
            end: percent.end + (OF_ALL.exec(context.text.slice(percent.end, percent.end + 60))?.[0].length ?? 2),
          }),
        },
      ],
    }
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  yield* aboveAll(context)
  for (const { rest, parts, arithmetic } of shares(context, measures(context)))
    yield {
      confidence: 82,
      at: context.select(rest),
      subject: `shares:${arithmetic}`,
      message: `${arithmetic}: the shares do not make up a whole.`,
      evidence: parts
        .filter(part => part !== rest)
        .map(part => ({ role: 'for', note: 'another share', at: context.select(part) })),
    }
  for (const { part, whole, percent } of triples(context)) {
    if (part.type !== whole.type || whole.value <= 0 || part.value > whole.value) continue
    if (part.type === 'money' && part.unit !== whole.unit) continue
    const real = (100 * part.value) / whole.value
    const low = (100 * Math.max(0, part.low)) / Math.max(whole.high, part.value) - POINTS
    const high = (100 * Math.min(part.high, whole.value)) / Math.max(whole.low, 1) + POINTS
    if (percent.high >= low && percent.low <= high) continue
    yield {
      confidence: 90,
      at: context.select(percent),
      subject: `percent:${percent.text}`,
      message:
        `${show(part.value)} of ${show(whole.value)} is ${show(Math.round(real * 10) / 10)} percent, not ${percent.text}. ` +
        'One of the three figures is wrong.',
      evidence: [
        { role: 'for', note: 'the part', at: context.select(part) },
        { role: 'for', note: 'the whole', at: context.select(whole) },
      ],
    }
  }
}

/** A percentage that its own part and whole do not give. */
export const percentMismatch: Check = {
  id: 'percent-mismatch',
  severity: 'error',
  needs: ['percentage'],
  title: 'The percentage does not follow from its figures',
  why:
    'Catches a part, a whole and a percentage in one phrase that do not agree: "14 out of 50 (56 percent)", and shares with their rest that do not make up a hundred. Rounding, "about" and one ' +
    'further point are allowed. Wrong when the percentage is of something else than the whole beside it.',
  examples: {
    flagged: [
      'In all, [[163 percent]] of respondents paid.',
      'Of the victims, 44 percent were paid in full, 41 percent in part and [[25 percent]] not at all.',
      'Of the locks, 14 out of 50 ([[56 percent]]) gave way.',
      'They sold 9,000 cards (about [[53 percent]] of all 12,000) in May.',
      'Of the 240 towns that answered, 84 ([[45 percent]]) have a plan.',
      'It woke 2 million sleepers (out of 2.9 million, or [[79 percent]]).',
      'Of the sleepers, 45 percent were in Asia, 35 percent in Europe and [[40 percent]] elsewhere.',
    ],
    clean: [
      'Its debt is 150 percent of the revenues, and 120 percent of GDP. Attacks rose 163 percent.',
      'Of the victims, 44 percent were paid in full, 31 percent in part and 25 percent not at all.',
      'Of the locks, 14 out of 50 (28 percent) gave way.',
      'Of the sleepers, 45 percent snore, 30 percent talk, and 40 percent in other countries do both.',
      'Forty-eight of about 500 servers, or 10 percent, were affected.',
      'It woke 2 million sleepers (out of 2.9 million, or 69 percent).',
      'Of the sleepers, 45 percent were in Asia, 35 percent in Europe and 20 percent elsewhere.',
      'Up 12 percent, 60 percent of sales are made in Asia, 10 percent in Europe and the remaining 30 percent elsewhere.',
      'Sales rose 12 percent to 300 units, out of 900 made.',
    ],
  },
  run: findings,
}
