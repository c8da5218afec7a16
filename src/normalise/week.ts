import { monday, monthEnd, move, parts, stamp, weekday, weekStart } from './calendar.ts'
import { readSpans } from './duration.ts'
import type { Point, PointReader } from './point.ts'
import { shift } from './shift.ts'
import { isHyphen } from './sum.ts'
import { readDayNumber, readOrdinal, readWeekday } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay, ofDays, ofMonth, ofWeek, resolve, type When } from './when.ts'

/** "week 31", "the week of April 10th", "the first week of October", "the third month of 2021", "the first Friday of July". */
export function readWeek(tokens: Tokens, start: number, anchor: Anchor, point: PointReader): Read<Point> | undefined {
  const word = at(tokens, start)
  if (word === 'week' || word === 'weekend') return readNamedWeek(tokens, start, anchor, point)
  const last = word === 'last' || word === 'final'
  const ordinal = last ? { value: -1, next: start + 1 } : readOrdinal(tokens, start)
  if (!ordinal) return undefined
  const unit = at(tokens, ordinal.next)
  const spans = ordinal.value === 1 || last ? readSpans(tokens, ordinal.next) : undefined
  if (spans && at(tokens, spans.next) === 'of') {
    const outer = point(tokens, spans.next + 1, anchor)
    const { from, to } = outer?.value.when ?? {}
    if (outer && from !== undefined && to !== undefined && from !== to) {
      const when = last
        ? ofDays(move(shift(to, spans.value, -1), { days: 1 }), to)
        : ofDays(from, move(shift(from, spans.value, 1), { days: -1 }))
      return { value: { when }, next: outer.next }
    }
  }
  const weekdayName = readWeekday(tokens, ordinal.next)
  if (!/^(?:week|month)$/.test(unit) && !weekdayName) return undefined
  const after = weekdayName?.next ?? ordinal.next + 1
  const of = /^(?:of|in)$/.test(at(tokens, after)) ? after + 1 : after
  if (
    of === after &&
    weekdayName &&
    !last &&
    ordinal.value <= 5 &&
    anchor.published !== undefined &&
    tokens.list[after]?.kind !== 'word'
  ) {
    const { year, month } = parts(anchor.published)
    const when = nthWeekday(stamp(year, month, 1), monthEnd(year, month), weekdayName.value, ordinal.value)
    return when && { value: { when }, next: after }
  }
  if (of === after && (last || !/^(?:this|next|last)$/.test(at(tokens, after)))) return undefined
  const outer = point(tokens, of, anchor)
  const { from, to, timex } = outer?.value.when ?? {}
  if (
    !outer ||
    from === undefined ||
    to === undefined ||
    from.slice(8) !== '01' ||
    timex === undefined ||
    timex.length > 7
  )
    return undefined
  const inner = weekdayName
    ? nthWeekday(from, to, weekdayName.value, ordinal.value)
    : unit === 'month'
      ? nthMonth(from, ordinal.value)
      : nthWeek(from, to, ordinal.value)
  return inner && { value: { when: inner }, next: outer.next }
}

function readNamedWeek(tokens: Tokens, start: number, anchor: Anchor, point: PointReader): Read<Point> | undefined {
  const token = tokens.list[start + 1]
  const number = token?.kind === 'digits' && token.spaced && token.text.length <= 2 ? Number(token.text) : 0
  if (number >= 1 && number <= 53 && anchor.published !== undefined)
    return { value: { when: ofWeek(weekStart(parts(anchor.published).year, number)) }, next: start + 2 }
  const starts = /^(?:of|starting|beginning|commencing|ending)$/.test(at(tokens, start + 1))
  const from = starts ? (/^(?:on|the)$/.test(at(tokens, start + 2)) ? start + 3 : start + 2) : 0
  const day = from > 0 ? point(tokens, from, anchor) : undefined
  const when = day?.value.when
  if (!day || when?.from === undefined || when.from !== when.to) return undefined
  return { value: { when: ofWeek(when.from) }, next: day.next }
}

function nthWeek(from: string, to: string, number: number): When {
  // ISO 8601: the first week of a stretch is the one with its first Thursday
  const first = monday(move(from, { days: 3 }))
  return ofWeek(number > 0 ? move(first, { weeks: number - 1 }) : monday(move(to, { days: -3 })))
}

function nthMonth(from: string, number: number): When | undefined {
  return number >= 1 && number <= 12 ? ofMonth(parts(from).year, number) : undefined
}

function nthWeekday(from: string, to: string, name: number, number: number): When | undefined {
  const day =
    number > 0
      ? move(from, { days: ((name - weekday(from) + 7) % 7) + (number - 1) * 7 })
      : move(to, { days: -((weekday(to) - name + 7) % 7) })
  return day <= to ? ofDay(day) : undefined
}

/** A day of the month alone, after "the" or "on the": "the 18th". */
export function readLoneDay(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  if (at(tokens, start) !== 'the' || !/^(?:on|for|until|till|by|since|from)$/.test(at(tokens, start - 1)))
    return undefined
  const day =
    readOrdinal(tokens, start + 1) ??
    (/^(?:on|for)$/.test(at(tokens, start - 1)) && /^[.!?]?$/.test(at(tokens, start + 2))
      ? readDayNumber(tokens, start + 1)
      : undefined)
  const ends =
    day && (tokens.list[day.next]?.kind !== 'word' || /^(?:and|to|until|for|at|when|but)$/.test(at(tokens, day.next)))
  if (!day || !ends || day.value > 31 || isHyphen(at(tokens, day.next))) return undefined
  const written = { day: day.value }
  return { value: { when: resolve(written, anchor), written }, next: day.next }
}
