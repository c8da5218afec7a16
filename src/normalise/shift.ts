import { type Day, FIRST_DAY, LAST_DAY, monday, move, moveMonth, parts, weekday } from './calendar.ts'
import type { Span } from './duration.ts'
import { ofDay, ofDays, ofMonth, ofQuarter, ofWeek, ofYears, type When } from './when.ts'

/** Units that have a place in the calendar: "last week", "this quarter". */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade'

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['workweek', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
])

export const unitOf = (word: string): Unit | undefined => UNITS.get(word)

/** What stands for a unit that cannot be placed, for want of a publication date. */
export const OPEN: Readonly<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
}

/** The unit of the calendar that lies `by` units from the one the day is in. */
export function unitAround(unit: Unit, now: Day, by: number): When {
  const { year, month } = parts(now)
  if (unit === 'day') return ofDay(move(now, { days: by }))
  if (unit === 'week') return ofWeek(move(now, { weeks: by }))
  if (unit === 'weekend') {
    const week = ofWeek(move(now, { weeks: by }))
    const saturday = move(week.from ?? now, { days: 5 })
    return { timex: `${week.timex}-WE`, from: saturday, to: move(saturday, { days: 1 }) }
  }
  if (unit === 'month') {
    const at = moveMonth(year, month, by)
    return ofMonth(at.year, at.month)
  }
  if (unit === 'quarter') {
    const at = moveMonth(year, month, by * 3)
    return ofQuarter(at.year, Math.ceil(at.month / 3))
  }
  if (unit === 'decade') return ofYears(year - (year % 10) + by * 10, year - (year % 10) + by * 10 + 9)
  return ofYears(year + by)
}

/** A day moved by spans of time; parts below a day and parts of a unit that has no days are left out. */
export function shift(day: Day, spans: readonly Span[], direction: 1 | -1): Day {
  let at = day
  for (const { number, unit } of spans) {
    const count = Math.trunc(number ?? 0) * direction
    if (unit === 'BD') at = moveBusinessDays(at, count)
    else if (unit === 'Y') at = move(at, { years: count })
    else if (unit === 'M') at = move(at, { months: count })
    else if (unit === 'W' || unit === 'WE') at = move(at, { weeks: count })
    else if (unit === 'D') at = move(at, { days: count })
    else if (unit === 'TH') at = move(at, { days: Math.trunc(count / 24) })
  }
  return at
}

/** Monday to Friday are business days; at most a year of them. */
function moveBusinessDays(day: Day, count: number): Day {
  let at = day
  for (let left = Math.min(Math.abs(count), 260); left > 0; ) {
    at = move(at, { days: Math.sign(count) })
    if (weekday(at) < 6) left--
  }
  return at
}

/**
 * The day some spans from another ("two months ago"). The value names that day; `from` and `to` say what the words mean:
 * the month of it when months were counted, the year when years were. What lies beyond every calendar ("66 million years
 * ago") is some time in the past, or in the future.
 */
export function momentAround(day: Day, spans: readonly Span[], direction: 1 | -1): When {
  const target = shift(day, spans, direction)
  if (target === FIRST_DAY) return { timex: 'PAST_REF' }
  if (target === LAST_DAY) return { timex: 'FUTURE_REF' }
  const units = spans.map(({ unit }) => unit)
  const { year, month } = parts(target)
  const wide =
    units.includes('D') || units.includes('BD') || units.some(unit => unit.startsWith('T'))
      ? ofDay(target)
      : units.includes('W')
        ? ofDays(move(monday(target), { days: 0 }), move(monday(target), { days: 6 }))
        : units.includes('M')
          ? ofMonth(year, month)
          : ofYears(year)
  return { ...wide, timex: target }
}

/** "the past three weeks", "the next two days": up to the day, or from the day after it. */
export function stretch(now: Day, spans: readonly Span[], direction: 1 | -1): When {
  const quarters = spans.length === 1 ? spans[0]?.quarters : undefined
  if (quarters !== undefined) {
    const near = unitAround('quarter', now, direction)
    const far = unitAround('quarter', now, direction * Math.trunc(quarters))
    const [first, last] = direction < 0 ? [far, near] : [near, far]
    return ofDays(first.from ?? now, last.to ?? now)
  }
  if (direction < 0) return ofDays(shift(now, spans, -1), now)
  return ofDays(move(now, { days: 1 }), shift(now, spans, 1))
}
