import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { headline } from './headline.ts'
import { compatible, digitCount, inWords, type Measure, measures, show, slip } from './measures.ts'

/** The part of the body in which a headline's figure is told again. */
const LEAD = 1500

/** A headline rounds: "$45K" for $45,120. */
const ROUNDING = 0.06

const rounds = (short: Measure, long: Measure): boolean =>
  Math.abs(short.value - long.value) <= ROUNDING * long.value && digitCount(short.value) < digitCount(long.value)

const usable = (measure: Measure): boolean => !inWords(measure) && measure.value >= 2

/** The headline's own thing, counted otherwise in the lead: no slip of the pen, but both cannot hold. */
const told = (figure: Measure, other: Measure, from: number): boolean =>
  figure.type === 'count' &&
  figure.unit !== '' &&
  figure.unit === other.unit &&
  figure.value >= 100 &&
  other.start < from + LEAD &&
  other.value < 2 * figure.value &&
  figure.value < 2 * other.value

function* findings(context: CheckContext): Generator<Finding> {
  const title = headline(context) ?? { start: 0, end: 0 }
  const apart = measures({ mentions: context.titleMentions })
  const list = measures(context).filter(usable)
  const inTitle = apart.length > 0 ? apart.filter(usable) : list.filter(({ start }) => start < title.end)
  const body = list.filter(({ start }) => start >= title.end)
  for (const figure of inTitle) {
    // "Half a million" is not meant to the digit.
    if (!/\d/.test(figure.text) || (figure.type === 'count' && figure.unit === '' && figure.value < 1000)) continue
    const same = body.filter(({ type, unit }) => type === figure.type && (type !== 'money' || unit === figure.unit))
    // The figure itself, in any role, or one that it rounds or that rounds it: the headline is covered.
    if (same.some(other => compatible(figure, other) || rounds(figure, other) || rounds(other, figure))) continue
    if (list.some(({ type, value }) => type !== figure.type && value === figure.value)) continue
    const rivals = same.filter(
      other =>
        other.start < title.end + LEAD &&
        slip(figure.value, other.value) &&
        (figure.type !== 'count' || figure.unit === other.unit || figure.value >= 1000 || other.unit === ''),
    )
    const [rival] = rivals.length > 0 ? rivals : same.filter(other => told(figure, other, title.end))
    if (!rival || rivals.some(({ value }) => value !== rival.value)) continue
    // A sum of parts that the body gives apart.
    if (
      same.some((a, index) =>
        same.slice(index + 1, index + 6).some(b => Math.abs(a.value + b.value - figure.value) < 0.01 * figure.value),
      )
    )
      continue
    yield {
      confidence: 80,
      // A headline that the reader keeps apart has no place in the text: the flag stands at the figure of the body.
      at: context.select(apart.length > 0 ? rival : figure),
      subject: `title:${figure.text}`,
      message: `The headline says ${figure.text}, the article ${rival.text}; ${show(figure.value)} stands nowhere in it.`,
      evidence: (rivals.length > 0 ? rivals : [rival])
        .slice(0, 4)
        .map(other => ({ role: 'for', note: `the article says ${other.text}`, at: context.select(other) })),
    }
  }
}

/** A figure in the headline that the article gives otherwise. */
export const titleMismatch: Check = {
  id: 'title-mismatch',
  severity: 'error',
  title: 'The headline\u2019s figure is not the article\u2019s',
  why:
    'Catches a figure in the headline that the article never gives while its opening has one that differs by a digit or a factor of ten. ' +
    'Rounding, hedges and sums of two parts are allowed. Wrong when the headline adds up more than two parts, or converts a currency.',
  examples: {
    flagged: [
      'Title: Thieves took $81 million from a bank\n\nOf the [[$18 million]] that reached Manila, little has been found.',
      'Hospital pays [[$45,000]] ransom\n\nThe hospital paid a $55,000 ransom to hackers, it said. The $55,000 was insured.',
    ],
    clean: [
      'Hospital pays $55K ransom\n\nThe hospital paid a $55,000 ransom to hackers, it said.',
      'Bank loses $13 million\n\nThe bank lost $9 million in May and $4 million in June, it said.',
      'Hundreds lose HK$1.9 million\n\nAlmost 250 people lost HK$1,912,000, police said.',
    ],
  },
  run: findings,
}
