import { move, parts } from './calendar.ts'
import { readYearAfter } from './calendar-date.ts'
import { HOLIDAY_OPENERS, HOLIDAYS } from './holidays.ts'
import type { Point } from './point.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay, ofWeek, type When } from './when.ts'

/** Words that say which one is meant. */
const SIDES: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ...'last previous past'.split(' ').map((word): [string, -1] => [word, -1]),
  ['this', 0],
  ...'next coming upcoming'.split(' ').map((word): [string, 1] => [word, 1]),
])

/** "Black Friday 2010", "the next New Year's Day", "Halloween weekend 2021". */
export function readHoliday(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const the = at(tokens, start) === 'the' ? start + 1 : start
  const side = SIDES.get(at(tokens, the))
  const from = side === undefined ? start : the + 1
  if (!HOLIDAY_OPENERS.has(at(tokens, from))) return undefined
  for (let length = 6; length > 0; length--) {
    const words = Array.from({ length }, (_, offset) => at(tokens, from + offset))
    const day = HOLIDAYS.get(words.filter(word => !/^['\u2019.]$/.test(word)).join(' '))
    if (!day) continue
    const weekend = at(tokens, from + length) === 'weekend'
    const next = from + length + (weekend ? 1 : 0)
    const year = readYearAfter(tokens, next)
    const on = year ? day(year.value) : near(day, side, anchor)
    return {
      value: { when: on === undefined ? { timex: 'XXXX-XX-XX' } : weekend ? weekendOf(on) : ofDay(on) },
      next: year?.next ?? next,
    }
  }
  return undefined
}

function near(
  day: (year: number) => string,
  side: number | undefined,
  { published, future }: Anchor,
): string | undefined {
  if (published === undefined) return undefined
  const { year } = parts(published)
  if (side === 0) return day(year)
  const ahead = side === 1 || (side === undefined && future === true)
  if (ahead) return day(year) > published ? day(year) : day(year + 1)
  return day(year) < published ? day(year) : day(year - 1)
}

function weekendOf(day: string): When {
  const week = ofWeek(day)
  const saturday = move(week.from ?? day, { days: 5 })
  return { timex: `${week.timex}-WE`, from: saturday, to: move(saturday, { days: 1 }) }
}
