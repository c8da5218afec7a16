import { type Day, daysBetween, isDay, parts, stamp } from './calendar.ts'
import { type Point, readCalendar } from './point.ts'
import { readSided } from './relative.ts'
import { SIDES } from './time-tables.ts'
import { readWeekday } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay } from './when.ts'

/**
 * "next Friday, October 12", "this Friday 5/12": the date, whose year, where none is printed, is the one that puts it nearest
 * to the weekday as counted from publication.
 */
export function readSidedDate(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const name = SIDES.has(at(tokens, start)) ? readWeekday(tokens, start + 1) : undefined
  if (!name) return undefined
  const comma = at(tokens, name.next) === ',' ? name.next + 1 : name.next
  const date = tokens.list[comma]?.line ? undefined : readCalendar(tokens, comma, anchor)
  const { year, month, day } = date?.value.written ?? {}
  if (!date || month === undefined || day === undefined) return undefined
  const counted = readSided(tokens, start, anchor)?.value.when.from
  if (year !== undefined || counted === undefined) return date
  const nearest = nearestYear(counted, month, day)
  return nearest === undefined
    ? date
    : { value: { when: ofDay(stamp(nearest, month, day)), written: { year: nearest, month, day } }, next: date.next }
}

function nearestYear(counted: Day, month: number, day: number): number | undefined {
  const { year } = parts(counted)
  const away = (of: number): number => Math.abs(daysBetween(counted, stamp(of, month, day)))
  return [year, year - 1, year + 1].filter(of => isDay(of, month, day)).sort((a, b) => away(a) - away(b))[0]
}
