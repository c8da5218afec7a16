import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { headline } from './headline.ts'
import { compatible, digitCount, inWords, type Measure, measures, measuresOf, show, slip } from './measures.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'

/** The part of the body in which a headline's figure is told again. */
const LEAD = 1500

/** Characters of a first paragraph in which the article tells what its headline says. */
const OPENING = 300

/** Parts of a sum stand in one paragraph and so close to each other, in characters: two figures of a long article make up nearly any third. */
const SUMMED = 150

/** Where the first paragraph behind a headline ends, or its beginning, when it is long. */
function openingEnd(text: string, from: number): number {
  const begin = from + (/^\s*/.exec(text.slice(from, from + OPENING))?.[0].length ?? 0)
  const end = text.indexOf('\n', begin)
  return Math.min(end < 0 ? text.length : end, begin + OPENING)
}

/** How many times an open lower limit a headline's figure may be. */
const OPEN = 3

/** A hedge rules figures on its other side out: "more than 30,000" rounds no 29,000. */
const admits = ({ low, high }: Measure, value: number): boolean =>
  (Number.isFinite(high) || value >= low) && (Number.isFinite(low) || value <= high)

/** A headline rounds: "$45K" for $45,120. */
const ROUNDING = 0.06

/** A figure this many times the headline's is of something larger. */
const MUCH = 1.5

const rounds = (short: Measure, long: Measure): boolean =>
  Math.abs(short.value - long.value) <= ROUNDING * long.value &&
  digitCount(short.value) < digitCount(long.value) &&
  admits(short, long.value)

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

/** Whether both can hold; an open end is no licence: "at least 145" says nothing of 29,000. */
const covers = (figure: Measure, other: Measure): boolean =>
  compatible(figure, other) && (Number.isFinite(other.high) || OPEN * other.value >= figure.value)

/** The figure goes on to another case or part. */
const OTHER =
  /\b(?:another|other|others|second|separate(?:ly)?|different|similar(?:ly)?|each|compared|previous(?:ly)?|earlier|last\syear|of\swhich|of\sthem)\b/i

/** A figure that the headline gives flatly, and a sentence on the same thing exceeds: "29,000 taxpayers", "the number of taxpayers to more than 30,000". */
function exceeded(context: CheckContext, figure: Measure, other: Measure): boolean {
  if (
    figure.type !== 'count' ||
    figure.unit.length < 4 ||
    figure.value < 100 ||
    figure.high - figure.low > 0.02 * figure.value
  )
    return false
  if (other.low <= figure.high || other.value > MUCH * figure.value || !Number.isFinite(other.low)) return false
  const { start, end } = context.sentence(other.start)
  const words = context.doc.text.slice(start, Math.min(end, start + 400))
  const noun = figure.unit.replace(/i?e?s$/, '')
  return (
    (other.unit === '' || other.unit === figure.unit) &&
    words.toLowerCase().includes(noun) &&
    !OTHER.test(words) &&
    /\b(?:number|total|count|tally|toll|affect|impact|victims?)/i.test(words)
  )
}

/** Whether the headline has a digit, without which it has no figure. */
function hasFigure(context: CheckContext): boolean {
  const title = headline(context)
  return (
    /\d/.test(context.doc.title ?? '') ||
    (title !== undefined && (signsOf(context.text).numbers[0] ?? title.end) < title.end)
  )
}

function* findings(context: CheckContext): Generator<Finding> {
  const title = headline(context) ?? { start: 0, end: 0 }
  const list = measures(context).filter(usable)
  const apart = measuresOf(context.titleMentions)
  const inTitle = apart.length > 0 ? apart.filter(usable) : list.filter(({ start }) => start < title.end)
  const body = list.filter(({ start }) => start >= title.end)
  const opens = openingEnd(context.doc.text, title.end)
  for (const figure of inTitle) {
    // "Half a million" is not meant to the digit.
    if (!/\d/.test(figure.text) || (figure.type === 'count' && figure.unit === '' && figure.value < 1000)) continue
    const same = body.filter(({ type, unit }) => type === figure.type && (type !== 'money' || unit === figure.unit))
    // The figure itself, in any role, or one that it rounds or that rounds it: the headline is covered.
    const covering = same.filter(other => covers(figure, other) || rounds(figure, other) || rounds(other, figure))
    // "Tens of thousands" covers nearly everything: a number on the same thing that rules the headline out is surer.
    const vaguely = covering.length > 0
    if (covering.some(({ text }) => /\d/.test(text))) continue
    if (list.some(({ type, value }) => type !== figure.type && value === figure.value)) continue
    const rivals = same.filter(
      other =>
        other.start < title.end + LEAD &&
        slip(figure.value, other.value) &&
        (figure.type !== 'count' || figure.unit === other.unit || figure.value >= 1000 || other.unit === ''),
    )
    // What slips from the headline's figure further down is of something else when the opening has such a figure itself.
    const opening = rivals.filter(({ start }) => start < opens)
    const nearest = opening.length > 0 ? opening : rivals
    const [rival] =
      nearest.length > 0 && !vaguely
        ? nearest
        : same.filter(other => (!vaguely && told(figure, other, title.end)) || exceeded(context, figure, other))
    if (!rival || nearest.some(({ value }) => value !== rival.value)) continue
    // A sum of parts that the body gives apart.
    if (
      same.some((a, index) =>
        same
          .slice(index + 1, index + 6)
          .some(
            b =>
              b.start - a.end < SUMMED &&
              !context.text.slice(a.end, b.start).includes('\n') &&
              Math.abs(a.value + b.value - figure.value) < 0.01 * figure.value,
          ),
      )
    )
      continue
    yield {
      confidence: 80,
      // A headline that the reader keeps apart has no place in the text: the flag stands at the figure of the body.
      at: context.select(apart.length > 0 ? rival : figure),
      subject: `title:${figure.text}`,
      message: `The headline says ${figure.text}, the article ${rival.text}; ${show(figure.value)} stands nowhere in it.`,
      evidence: (nearest.length > 0 ? nearest : [rival])
        .slice(0, 4)
        .map(other => ({ role: 'for', note: `the article says ${other.text}`, at: context.select(other) })),
    }
  }
}

/** A figure in the headline that the article gives otherwise. */
export const titleMismatch: Check = {
  id: 'title-mismatch',
  severity: 'error',
  needs: ['figure'],
  title: 'The headline\u2019s figure is not the article\u2019s',
  why:
    'Catches a figure in the headline that the article never gives while its opening has one that differs by a digit or a factor of ten, ' +
    'or a number of the same thing that exceeds it. ' +
    'Rounding, hedges and sums of two parts are allowed. Wrong when the headline adds up more than two parts, or converts a currency.',
  examples: {
    flagged: [
      'Title: Thieves took $81 million from a bank\n\nOf the [[$18 million]] that reached Manila, little has been found.',
      '[[29,000]] pupils robbed by fake school\n\nMails asked for fees. A letter of Friday puts the number of robbed pupils at more than 30,000.',
      'Hospital pays [[$45,000]] ransom\n\nThe hospital paid a $55,000 ransom to hackers, it said. The $55,000 was insured.',
    ],
    clean: [
      'Hospital pays $55K ransom\n\nThe hospital paid a $55,000 ransom to hackers, it said.',
      'Bank loses $13 million\n\nThe bank lost $9 million in May and $4 million in June, it said.',
      'More than 29,000 pupils robbed by fake school\n\nA letter of Friday puts the number of robbed pupils at more than 30,000.',
      'Hundreds lose HK$1.9 million\n\nAlmost 250 people lost HK$1,912,000, police said.',
    ],
  },
  run: context => (hasFigure(context) ? findings(context) : NONE),
}
