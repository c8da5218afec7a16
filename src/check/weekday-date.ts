import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { move, stamp, weekday } from '../normalise/calendar.ts'
import { exists, type PrintedDate, printedDates } from './printed-dates.ts'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const nameOf = (day: number): string => NAMES[day - 1] ?? ''

/** The printed words, with the bracket that closes "Monday (March 14, 2017)". */
function whole(text: string, { start, end }: PrintedDate): Span {
  const opened = text.slice(start, end).includes('(') && text[end] === ')'
  return { start, end: opened ? end + 1 : end }
}

/** A weekday behind a date: "May 14, 2018 (Monday)", "the 14th of May 2018, a Monday", or before one in figures. */
const BEHIND = /^(?:\s\(|,?\sa\s)(?<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/
const AHEAD = /\b(?<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s\(?$/

/** The weekday beside a date, from 1, and the words of both. */
function weekdayOf({ text }: CheckContext, date: PrintedDate): { readonly printed?: number; readonly at: Span } {
  if (date.weekday !== undefined) return { printed: date.weekday, at: whole(text, date) }
  const behind = BEHIND.exec(text.slice(date.end, date.end + 16))
  const ahead =
    behind || !/^\d{4}-/.test(text.slice(date.start, date.start + 5))
      ? null
      : AHEAD.exec(text.slice(Math.max(0, date.start - 14), date.start))
  const name = (behind ?? ahead)?.groups?.['day']
  if (name === undefined) return { at: date }
  return {
    printed: NAMES.indexOf(name) + 1,
    at: { start: date.start - (ahead ? ahead[0].length : 0), end: date.end + (behind ? behind[0].length : 0) },
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  for (const date of printedDates(context)) {
    const { month, day } = date
    const { printed, at } = weekdayOf(context, date)
    if (printed === undefined || day === undefined || !exists(date)) continue
    const year = date.year ?? date.resolvedYear
    if (year === undefined) continue
    const real = weekday(stamp(year, month, day))
    if (real === printed) continue
    const right = move(stamp(year, month, day), {
      days: printed - real + (printed - real > 3 ? -7 : printed - real < -3 ? 7 : 0),
    })
    const words = context.doc.text.slice(date.date.start, date.date.end)
    yield {
      confidence: date.year === undefined ? 85 : 95,
      at: context.select(at),
      subject: `date:${stamp(year, month, day)}`,
      message:
        `${words}${date.year === undefined ? ` (${year}, from the publication date)` : ''} was a ${nameOf(real)}, not a ${nameOf(printed)}. ` +
        `Either the weekday or the date is wrong: the nearest ${nameOf(printed)} was ${right}.`,
      evidence: [{ role: 'for', note: `the calendar has a ${nameOf(real)} here`, at: context.select(date.date) }],
    }
  }
}

/** A weekday beside a date on which it did not fall. */
export const weekdayDate: Check = {
  id: 'weekday-date',
  severity: 'error',
  needs: ['date'],
  title: 'The weekday does not fit the date',
  why:
    'Catches a weekday printed right beside a date that fell on another day. A date without a year is read as the one nearest to the ' +
    'publication date. Wrong when the article means another year, or when the publication date itself is wrong.',
  examples: {
    flagged: [
      'The attack began on [[Thursday, May 12, 2017]], officials said.',
      'It was found on [[Tuesday 12th June 2017]].',
      'The update came on [[Monday (March 14, 2017)]].',
      'The update came on [[May 14, 2018 (Wednesday]]).',
      'The update came on the [[14th of May 2018, a Friday]], at night.',
      'The update came on [[Fri 12 May 2018]], at night.',
      'The update came on [[Monday, 2018-05-15]], at night.',
    ],
    clean: [
      'The attack began on Friday, May 12, 2017.',
      'Hearings are set for Friday, July 24, 2020, Monday, August 3, 2020, and Tuesday, August 4, 2020.',
      'Last Monday, May 14, 2018, the site went down.',
    ],
  },
  run: findings,
}
