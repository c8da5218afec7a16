import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Day, daysBetween, stamp } from '../normalise/calendar.ts'
import { NONE } from './once.ts'
import { bounds, printedDates } from './printed-dates.ts'
import { numberWords, smallNumber } from './small-numbers.ts'
import { hasYearRange } from './year-range.ts'

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, year: 365.25, decade: 3652.5 }
const LENGTH = `(?<length>(?<number>\\d{1,3}(?:\\.5)?|an?|${numberWords(12)})[\\s-](?<unit>day|week|month|year|decade)s?)\\b`

/** After a period: what it comes to. */
const AFTER = new RegExp(
  `^(?:,\\s(?:(?:that\\sis|or|lasting|spanning)\\s|(?:a\\s(?:period|span|stretch|total)\\sof)\\s)|,\\s(?=[\\w-]+\\s\\w+\\sin\\sall)|\\s\\((?:or\\s|a\\speriod\\sof\\s)?)(?<hedge>(?:about|around|roughly|nearly|almost|some|just|over|more|than|at|least)\\s)*${LENGTH}`,
  'di',
)
/** Before a period: "for five years, from", "lasted ten days, from", "over two weeks between". */
const BEFORE = new RegExp(
  `\\b(?:for|over|during|lasted|lasting|spanned|spanning|within)\\s(?<hedge>(?:about|around|roughly|nearly|almost|some|just|over|more|than|at|least|the|a)\\s)*${LENGTH}(?:,?\\s(?:from|between))\\s$`,
  'di',
)

/** Between the ends of a period. */
const TO = /^\s?(?:to|until|till|through|and|\u2013|-)\s?$/i
/** Two bare years as a period, and what leads to them. */
const YEARS = /(?:from|between)\s(?<a>(?:19|20)\d\d)\s(?:to|until|till|through|and)\s(?<b>(?:19|20)\d\d)\b(?![-/]\d)/dg

/** Ends may be counted or not, months are not all alike, and people round: by one unit and this share. */
const LOOSE = 0.15

interface Period extends Span {
  readonly from: readonly [Day, Day]
  readonly to: readonly [Day, Day]
  /** Where the first end stands. */
  readonly first: number
}

/** Periods with both ends printed. */
function* periods(context: CheckContext): Generator<Period> {
  const { text } = context
  const dates = printedDates(context)
  for (const [index, first] of dates.entries()) {
    const second = dates[index + 1]
    if (!second || second.start - first.end > 12 || !TO.test(text.slice(first.end, second.start))) continue
    const year = first.year ?? second.year
    const from = bounds(year === undefined ? first : { ...first, resolvedYear: year })
    const to = bounds(
      second.year === undefined && first.year !== undefined ? { ...second, resolvedYear: first.year } : second,
    )
    if (from && to && to.to >= from.from)
      yield {
        start: first.start,
        end: second.end,
        first: first.start,
        from: [from.from, from.to],
        to: [to.from, to.to],
      }
  }
  for (const match of hasYearRange(text) ? text.matchAll(YEARS) : []) {
    const { a = '', b = '' } = match.groups ?? {}
    const [first] = match.indices?.groups?.['a'] ?? []
    if (first === undefined || b < a) continue
    const [begin, stop] = [Number(a), Number(b)]
    yield {
      start: match.index,
      end: match.index + match[0].length,
      first,
      from: [stamp(begin, 1, 1), stamp(begin, 12, 31)],
      to: [stamp(stop, 1, 1), stamp(stop, 12, 31)],
    }
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  const { text, select } = context
  for (const { start, end, first, from, to } of periods(context)) {
    const after = AFTER.exec(text.slice(end, end + 60))
    const lead = Math.max(0, first - 60)
    const before = after ? null : BEFORE.exec(text.slice(lead, first))
    const match = after ?? before
    const [at, stop] = match?.indices?.groups?.['length'] ?? []
    if (!match || at === undefined || stop === undefined) continue
    const { number = '', unit = '', hedge = '' } = match.groups ?? {}
    const size = DAYS[unit.toLowerCase()] ?? 1
    const count = smallNumber(number)
    const least = Math.max(0, daysBetween(from[1], to[0])) - size
    const most = daysBetween(from[0], to[1]) + 1 + size
    const said = count * size
    const above = /over|more|least/i.test(hedge)
    if (said >= least * (1 - LOOSE) - 1 && said <= most * (1 + LOOSE) + 1) continue
    if (above && said < least) continue
    const base = after ? end : lead
    yield {
      confidence: 82,
      at: select({ start: base + at, end: base + stop }),
      subject: `duration:${text.slice(base + at, base + stop).toLowerCase()}`,
      message: `${text.slice(start, end)} is ${describe(least + size, most - size, unit, size)}, not ${text.slice(base + at, base + stop)}.`,
      evidence: [{ role: 'for', note: 'the period', at: select({ start: first, end }) }],
    }
  }
}

/** A length in the unit of the text: "3 to 4 months". */
function describe(least: number, most: number, unit: string, size: number): string {
  const [low, high] = [Math.floor(least / size), Math.ceil(most / size)]
  return `${low === high ? high : `${low} to ${high}`} ${unit}s`
}

/** A period and a length that is not its own. */
export const durationMismatch: Check = {
  id: 'duration-mismatch',
  severity: 'error',
  needs: ['period'],
  title: 'A period does not have the length that is given for it',
  why:
    'Catches \u201cfrom March 2017 to June 2017, a period of nine months\u201d and \u201cfor five years, from 2015 to 2017\u201d. One unit and a seventh are allowed. ' +
    'Wrong when the length is of something else than the period beside it.',
  examples: {
    flagged: [
      'They had access from March 2017 to June 2017, a period of [[nine months]].',
      'The campaign ran for [[five years]], from 2015 to 2017.',
      'Date: 2018-09-01\n\nIt lasted [[20 days]], from June 4 to June 14.',
    ],
    clean: [
      'They had access from March 2017 to June 2017, a period of three months.',
      'They had access from March 2017 to June 2017 (four months). It ran for two years, from 2015 to 2017.',
      'Date: 2018-09-01\n\nIt lasted ten days, from June 4 to June 14. From May 1 to May 3, two weeks later than planned, it was shut.',
      'It ran for at least a month, from March 2017 to June 2017.',
    ],
  },
  run: context => (printedDates(context).length < 2 && !hasYearRange(context.text) ? NONE : findings(context)),
}
