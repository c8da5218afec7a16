import { Temporal } from 'temporal-polyfill'

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`: sorts and compares as a string. */
export type Day = string

/** How far to move a day; negative numbers go back. */
export interface Step {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0')

/** `2018`, `2018-10` or `2018-10-03`: the TIMEX3 value of a year, a month or a day. */
export function stamp(year: number, month?: number, day?: number): string {
  const first = year >= 1000 && year <= 9999 ? String(year) : pad(year, 4)
  if (month === undefined) return first
  return day === undefined ? `${first}-${pair(month)}` : `${first}-${pair(month)}-${pair(day)}`
}

/** Two digits: dates are stamped by the dozen in each article. */
const pair = (number: number): string => (number >= 10 ? String(number) : pad(number, 2))

/** How many answers of each kind are remembered: an article counts from its own day over and over. */
const REMEMBERED = 4096

/** A pure function that remembers its answers, by a key; all are forgotten at once when they are too many. */
function remembered<Args extends readonly unknown[], Value>(
  keyOf: (...args: Args) => string | number,
  work: (...args: Args) => Value,
): (...args: Args) => Value {
  const known = new Map<string | number, Value>()
  return (...args) => {
    const key = keyOf(...args)
    const before = known.get(key)
    if (before !== undefined) return before
    const value = work(...args)
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, value)
    return value
  }
}

const plain: (day: Day) => Temporal.PlainDate = remembered(
  day => day,
  day => Temporal.PlainDate.from(day),
)

/** The first and the last day that errata's dates know: years of four digits. */
export const FIRST_DAY: Day = '0001-01-01'
export const LAST_DAY: Day = '9999-12-31'

/** Years in a step, about; figures of any size come from outside. */
const yearsIn = ({ years = 0, months = 0, weeks = 0, days = 0 }: Step): number =>
  years + months / 12 + weeks / 52 + days / 365

function moved(day: Day, step: Step): Day {
  const years = yearsIn(step)
  if (Math.abs(years) > 10_000) return years < 0 ? FIRST_DAY : LAST_DAY
  const to = plain(day).add(step)
  return to.year < 1 ? FIRST_DAY : to.year > 9999 ? LAST_DAY : to.toString()
}

/**
 * The day a step away; a day that its month lacks becomes the month's last ("31 January and one month"), and beyond the
 * years 1 to 9999 it is the first or the last day of these.
 */
export const move: (day: Day, step: Step) => Day = remembered(
  (day, { years, months, weeks, days }) => `${day} ${years} ${months} ${weeks} ${days}`,
  moved,
)

/** Days in a month of 1 to 12. */
export const monthLength: (year: number, month: number) => number = remembered(
  (year, month) => year * 16 + month,
  (year, month) => Temporal.PlainYearMonth.from({ year, month }).daysInMonth,
)

/** Whether the numbers name a day that exists. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

/** First day of a month of 1 to 12. */
export const monthStart = (year: number, month: number): Day => stamp(year, month, 1)

/** Last day of a month of 1 to 12. */
export const monthEnd = (year: number, month: number): Day => stamp(year, month, monthLength(year, month))

/** ISO day of the week, Monday 1 to Sunday 7. */
export const weekday = (day: Day): number => plain(day).dayOfWeek

/** Monday of the day's ISO week. */
export const monday = (day: Day): Day => move(day, { days: 1 - weekday(day) })

/** Monday of an ISO week of a year; 4 January is always in week 1. */
export const weekStart = (year: number, week: number): Day => move(monday(stamp(year, 1, 4)), { weeks: week - 1 })

/** TIMEX3 value of the day's ISO week, `2018-W40`. */
export function weekStamp(day: Day): string {
  const date = plain(day)
  return `${pad(date.yearOfWeek ?? date.year, 4)}-W${pad(date.weekOfYear ?? 1, 2)}`
}

/** Year, month and day of the month as numbers. */
export function parts(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** A month a number of months away, within the years 1 to 9999. */
export function moveMonth(year: number, month: number, by: number): { readonly year: number; readonly month: number } {
  const index = Math.min(Math.max(year * 12 + (month - 1) + by, 12), 9999 * 12 + 11)
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** The day part of an ISO date or instant; undefined when it is none or does not exist. */
export function dayOf(iso: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso ?? '')
  return match?.[1] && match[2] && match[3] && isDay(Number(match[1]), Number(match[2]), Number(match[3]))
    ? match[0]
    : undefined
}

/** Days from one day to another, negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to), { largestUnit: 'day' }).days
