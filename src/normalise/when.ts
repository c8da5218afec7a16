import {
  type Day,
  daysBetween,
  isDay,
  monday,
  monthEnd,
  monthStart,
  move,
  moveMonth,
  parts,
  stamp,
  weekday,
  weekStamp,
} from './calendar.ts'

/** A stretch of time: its TIMEX3 value, and its first and last day where they are known (none for an open end). */
export interface When {
  readonly timex: string
  readonly from?: Day
  readonly to?: Day
}

/** What relative words are counted from. */
export interface Anchor {
  /** The day of publication; without it relative words stay unresolved. */
  readonly published?: Day | undefined
  /** The words around speak of what is to come. */
  readonly future?: boolean
}

/** A calendar date as written, parts missing where the words leave them out. */
export interface Written {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** Monday 1 to Sunday 7. */
  readonly weekday?: number
  /** The year is taken from another date beside it. */
  readonly lent?: boolean
}

export const ofDay = (day: Day): When => ({ timex: day, from: day, to: day })
export const ofMonth = (year: number, month: number): When => ({
  timex: stamp(year, month),
  from: monthStart(year, month),
  to: monthEnd(year, month),
})
export const ofYears = (from: number, to = from): When => ({
  timex: from === to ? stamp(from) : `${monthStart(from, 1)}/${monthStart(to + 1, 1)}`,
  from: monthStart(from, 1),
  to: monthEnd(to, 12),
})
/** The ISO week of a day. */
export function ofWeek(day: Day): When {
  const from = monday(day)
  return { timex: weekStamp(day), from, to: move(from, { days: 6 }) }
}
/** A stretch of months within or across years, e.g. a quarter (three) or a half (six). */
function ofMonths(timex: string, year: number, month: number, length: number): When {
  const last = moveMonth(year, month, length - 1)
  return { timex, from: monthStart(year, month), to: monthEnd(last.year, last.month) }
}
export const ofQuarter = (year: number, quarter: number): When =>
  ofMonths(`${stamp(year)}-Q${quarter}`, year, quarter * 3 - 2, 3)
export const ofHalf = (year: number, half: number): When => ofMonths(`${stamp(year)}-H${half}`, year, half * 6 - 5, 6)
/** A season, by the first of its three months; winter begins in December of the year before it is named after. */
export const ofSeason = (year: number, code: string, first: number): When =>
  ofMonths(`${stamp(year)}-${code}`, first === 12 ? year - 1 : year, first, 3)
/** Days one after the other; the value names both ends. */
export const ofDays = (from: Day, to: Day): When => ({ timex: `${from}/${to}`, from, to })

const mask = ({ year, month, day, weekday: name }: Written): string => {
  if (name !== undefined && month === undefined) return `XXXX-WXX-${name}`
  const two = (number: number | undefined): string => (number === undefined ? 'XX' : String(number).padStart(2, '0'))
  const head = year === undefined ? 'XXXX' : stamp(year)
  return month === undefined && day === undefined
    ? head
    : `${head}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`
}

/**
 * Fills in what a written date leaves out. A month, a day of a month or a weekday without more belongs to the latest one
 * not after publication, or to the next one where the words look ahead; without a publication date it stays open.
 */
export function resolve(written: Written, anchor: Anchor): When {
  const { year, month, day } = written
  if (year !== undefined && month !== undefined && day !== undefined)
    return isDay(year, month, day) ? ofDay(stamp(year, month, day)) : { timex: mask(written) }
  if (year !== undefined && month !== undefined) return ofMonth(year, month)
  if (year !== undefined && day === undefined) return ofYears(year)
  const now = anchor.published
  if (now === undefined) return { timex: mask(written) }
  if (month !== undefined && day === undefined) return ofMonth(nearYear(now, month, undefined, anchor), month)
  if (month !== undefined && day !== undefined) {
    const near = nearYear(now, month, day, anchor)
    return isDay(near, month, day) ? ofDay(stamp(near, month, day)) : { timex: mask(written) }
  }
  return nearDay(now, written, anchor) ?? { timex: mask(written) }
}

/** How many days after publication a date may lie and still be that of the same days: papers are dated early. */
const GRACE = 1

function nearYear(now: Day, month: number, day: number | undefined, anchor: Anchor): number {
  const { year } = parts(now)
  const latest = move(now, { days: GRACE })
  const at = (of: number): Day =>
    day === undefined ? monthStart(of, month) : isDay(of, month, day) ? stamp(of, month, day) : monthStart(of, month)
  if (anchor.future) {
    const last = day === undefined ? monthEnd(year, month) : at(year)
    return last < now ? year + 1 : year
  }
  return at(year) > latest ? year - 1 : year
}

/** The nearest day that fits a weekday, a day of the month, or both: within a year and a half. */
function nearDay(now: Day, { weekday: name, day }: Written, anchor: Anchor): When | undefined {
  const step = anchor.future ? 1 : -1
  if (name !== undefined && day === undefined) {
    const gap = anchor.future ? (name - weekday(now) + 7) % 7 : -((weekday(now) - name + 7) % 7)
    return ofDay(move(now, { days: gap }))
  }
  if (day === undefined) return undefined
  const { year, month } = parts(now)
  if (name !== undefined) {
    const fitting = Array.from({ length: 37 }, (_, index) => moveMonth(year, month, index - 18))
      .filter(at => isDay(at.year, at.month, day))
      .map(at => stamp(at.year, at.month, day))
      .filter(candidate => weekday(candidate) === name)
      .sort((a, b) => Math.abs(daysBetween(now, a)) - Math.abs(daysBetween(now, b)))
    return fitting[0] === undefined ? undefined : ofDay(fitting[0])
  }
  for (let away = 0; Math.abs(away) <= 18; away += step) {
    const at = moveMonth(year, month, away)
    if (!isDay(at.year, at.month, day)) continue
    const candidate = stamp(at.year, at.month, day)
    const side = anchor.future ? candidate >= now : candidate <= now
    if (side) return ofDay(candidate)
  }
  return undefined
}
