import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { monthLength } from '../normalise/calendar.ts'
import { MONTHS } from './months.ts'
import { exists, type PrintedDate, printedDates } from './printed-dates.ts'
import { joinsNumbers } from './signs.ts'

/** Beyond this a number after a month is hardly a slip for a day: a year without its century, a count. */
const SLIP_DAYS = 39

/** Around a number after a month that can be nothing but its day: "until April 54, when". */
const LED = /\b(?:on|until|since|through|from|between|after|before|dated)\s$/
const CLOSED = /^(?:[,;)]|\.(?:\s|$)|\s(?:last|this)\syear\b)/

const surelyDay = (text: string, { start, end }: PrintedDate): boolean =>
  LED.test(text.slice(Math.max(0, start - 10), start)) && CLOSED.test(text.slice(end, end + 11))

/** Dates in figures with slashes: day and month in either order, or the year first. */
const SLASHED =
  /(?<![\w./-])(?:(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)\/(?<m>\d\d)\/(?<d>\d\d))(?![\w/-]|\.\d)/g

const isDate = (year: string, month: string, day: string): boolean =>
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  Number(day) >= 1 &&
  Number(day) <= monthLength(Number(year), Number(month))
const isNear = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) <= SLIP_DAYS

/** Dates in figures that are none, read either way. */
function* inFigures({ text, select }: CheckContext): Generator<Finding> {
  if (!joinsNumbers(text, '/')) return
  for (const { 0: words, index: start, groups = {} } of text.matchAll(SLASHED)) {
    const { a = '', b = '', y = '', year = '', m = '', d = '' } = groups
    const readings: readonly (readonly [string, string, string])[] =
      year === ''
        ? [
            [y, a, b],
            [y, b, a],
          ]
        : [[year, m, d]]
    if (readings.some(([one, two, three]) => isDate(one, two, three))) continue
    if (!readings.some(([, two, three]) => isNear(two, three))) continue
    const at = select({ start, end: start + words.length })
    yield {
      confidence: 90,
      at,
      subject: `date:${words}`,
      message: `There is no such day as ${words}${year === '' ? ', read either way' : ''}.`,
      evidence: [{ role: 'for', note: 'no calendar has this day', at }],
    }
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  for (const date of printedDates(context)) {
    const { day, month, resolvedYear } = date
    if (exists(date) || day === undefined) continue
    if (day > SLIP_DAYS && !surelyDay(context.text, date)) continue
    const name = MONTHS[month - 1]
    const length = name === undefined ? 0 : monthLength(resolvedYear ?? 2000, month)
    const leap = month === 2 && day === 29 && resolvedYear !== undefined
    yield {
      confidence: 95,
      at: context.select(date.date),
      subject: `date:${resolvedYear ?? ''}-${month}-${day}`,
      message:
        name === undefined
          ? `There is no month ${month}.`
          : day === 0
            ? 'No month has a day 0.'
            : `${name}${leap ? ` ${resolvedYear}` : ''} has ${length} days: there is no ${name} ${day}${leap ? ' in that year' : ''}.`,
      evidence: [{ role: 'for', note: 'no calendar has this day', at: context.select(date.date) }],
    }
  }
  yield* inFigures(context)
}

/** A calendar date that no calendar has. */
export const impossibleDate: Check = {
  id: 'impossible-date',
  severity: 'error',
  needs: ['date-or-slash'],
  title: 'The date does not exist',
  why:
    'Catches days that their month lacks: 31 June, September 31, 29 February outside a leap year. Wrong when the number after the ' +
    'month is no day at all; numbers above 39 in the middle of a sentence, percentages, units and clock times are left alone.',
  examples: {
    flagged: [
      'The hearing was moved to [[31 June]].',
      'It was sold on [[February 29, 2019]], the company said.',
      'The breach was found on [[Aug 32]].',
      'Nobody knew of it until [[April 54]], when it was told.',
      'The file is of [[31/02/2017]], the other one of [[2016/04/31]].',
    ],
    clean: [
      'The hearing was moved to 30 June.',
      'It was sold on February 29, 2020.',
      'In May 45 people were charged.',
      'The files are of 28/02/2017, 02/28/2017 and 2016/04/30; 40/50/2017 is a ratio.',
      'By April 31 percent had paid.',
    ],
  },
  run: findings,
}
