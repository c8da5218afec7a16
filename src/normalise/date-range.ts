import { move } from './calendar.ts'
import { readYearAfter } from './calendar-date.ts'
import { readDigits, readMonthDay } from './date-digits.ts'
import { readEnd } from './date-part.ts'
import type { Point } from './point.ts'
import { readSided } from './relative.ts'
import { CARDINAL, DIGITS, ORDINAL, RANGE } from './roles.ts'
import { isHyphen } from './sum.ts'
import { readDayNumber } from './time-words.ts'
import { at, headAt, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay, ofDays, resolve, type When, type Written } from './when.ts'

const TO = /^(?:to|through|thru|until|till|\u2013|\u2014|~)$/

/** An interval, and where its ends are dates of their own. */
export interface Interval extends Point {
  /** The ends' own values, the token after the first and the token where the second begins. */
  readonly ends?: { readonly first: string; readonly middle: readonly [number, number]; readonly second: string }
}

/** What an interval may begin with that is no date by itself: a day of the month, or the word for it. */
const BEGINS = RANGE | DIGITS | ORDINAL | CARDINAL

/** Whether both ends say more than the day of a month: "the 3rd to the 5th of June" is one date. */
const bothNamed = (first: Point, second: Point): boolean =>
  (first.written?.month ?? first.written?.year ?? first.written?.weekday) !== undefined &&
  (second.written?.month !== undefined || second.written?.year !== undefined)

/**
 * "June–August", "November 18-19", "4 to 22 January", "from March to now". Two dates that are whole but for a year that one lends the
 * other ("from March to May 2018", "between July 17 and August 18") are an interval too, but each stays a date of its own: `ends` says where.
 * @param alone the date at `start`, or the part of one, that `readEnd` reads there
 */
export function readRange(
  tokens: Tokens,
  start: number,
  anchor: Anchor,
  alone: Read<Point> | undefined,
): Read<Interval> | undefined {
  if (alone === undefined && (headAt(tokens, start) & BEGINS) === 0) return undefined
  const lead = at(tokens, start)
  const between = lead === 'between'
  const index = lead === 'from' || between ? start + 1 : start
  const sure = lead === 'from' || between
  const first =
    (sure || readsMonthDays(tokens, index) ? readShort(tokens, index) : undefined) ??
    (sure ? readEnd(tokens, index, anchor) : alone)
  const day = first?.value.written?.month === undefined ? readDayOnly(tokens, index) : undefined
  for (const from of [first, day]) {
    const to = from && at(tokens, from.next)
    if (!from || to === undefined || tokens.list[from.next]?.line) continue
    if (!(TO.test(to) || isHyphen(to) || (between && to === 'and'))) continue
    const second =
      (from.value.written?.month === undefined ? undefined : readShort(tokens, from.next + 1)) ??
      readNow(tokens, from.next + 1, anchor) ??
      readEnd(tokens, from.next + 1, anchor) ??
      (from.value.written?.day === undefined || from === day ? undefined : readDayOnly(tokens, from.next + 1, true))
    if (!second || tokens.list[from.next + 1]?.line) continue
    const joined = join(from.value, second.value, anchor)
    if (!joined) continue
    const mark = tokens.list[from.next]
    const spaced = mark?.spaced === true || tokens.list[from.next + 1]?.spaced === true
    const loose = spaced && mark?.kind !== 'word' && !sure
    if (from === day && (loose || second.value.written?.day === undefined)) continue
    const apart = spaced && first !== undefined && bothNamed(first.value, second.value)
    const ends = { first: joined.first, middle: [from.next, from.next + 1] as const, second: joined.second }
    return { value: { when: joined.when, ...(apart ? { ends } : {}) }, next: second.next }
  }
  return day && readDaysOf(tokens, day, anchor)
}

/** "4 to 22 this month", "4-23 in next month": two days of a month that follows them. */
function readDaysOf(tokens: Tokens, first: Read<Point>, anchor: Anchor): Read<Point> | undefined {
  const mark = at(tokens, first.next)
  const last = TO.test(mark) || isHyphen(mark) || mark === 'and' ? readDayNumber(tokens, first.next + 1) : undefined
  const month = last && readSided(tokens, /^(?:of|in)$/.test(at(tokens, last.next)) ? last.next + 1 : last.next, anchor)
  const { timex, from } = month?.value.when ?? {}
  const start = first.value.written?.day
  if (!last || !month || start === undefined || from === undefined || !/^[0-9]{4}-[0-9]{2}$/.test(timex ?? ''))
    return undefined
  const when = ofDays(move(from, { days: start - 1 }), move(from, { days: last.value - 1 }))
  return start < last.value ? { value: { when }, next: month.next } : undefined
}

/** A month and a day in digits. */
function readShort(tokens: Tokens, index: number): Read<Point> | undefined {
  const day = readDigits(tokens, index) ? undefined : readMonthDay(tokens, index)
  return day && { value: { when: { timex: '' }, written: day.value }, next: day.next }
}

/** "5/1-5/7/2020": both ends in digits, the last with its year. */
function readsMonthDays(tokens: Tokens, index: number): boolean {
  const first = readMonthDay(tokens, index)
  return (
    first !== undefined &&
    isHyphen(at(tokens, first.next)) &&
    readDigits(tokens, first.next + 1)?.value.day !== undefined
  )
}

/** "now", "the present" as the end of an interval. */
function readNow(tokens: Tokens, start: number, { published }: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  if (!/^(?:now|present|date)$/.test(at(tokens, index))) return undefined
  return { value: { when: published === undefined ? { timex: 'PRESENT_REF' } : ofDay(published) }, next: index + 1 }
}

/** A day of the month without its month, which the other end of the range has; a year may follow it ("18-19, 2015"). */
function readDayOnly(tokens: Tokens, start: number, year = false): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  const day = readDayNumber(tokens, index)
  if (!day) return undefined
  const after = year ? readYearAfter(tokens, day.next) : undefined
  const written = { day: day.value, ...(after ? { year: after.value } : {}) }
  return { value: { when: { timex: '' }, written }, next: after?.next ?? day.next }
}

/** A range as one stretch, and its ends by themselves. */
interface Joined {
  readonly when: When
  readonly first: string
  readonly second: string
}

/** Both ends of a range as one stretch: each lends the other the month and the year it lacks. */
function join(first: Point, second: Point, anchor: Anchor): Joined | undefined {
  const [a, b] = lend(first.written, second.written, anchor)
  const from = a ? resolve(a, anchor) : first.when
  const to = b ? resolve(b, anchor) : second.when
  const when = stretch(from, to, second.written?.weekday !== undefined)
  return when && { when, first: from.timex, second: to.timex }
}

/** From the first day of one to the last of the other; a weekday that comes before is that of the next week. */
function stretch(from: When, to: When, weekday: boolean): When | undefined {
  if (from.from === undefined || to.to === undefined)
    return from.timex === '' || to.timex === '' ? undefined : { timex: `${from.timex}/${to.timex}` }
  if (from.from > to.to && weekday)
    return { timex: `${from.from}/${move(to.to, { days: 7 })}`, from: from.from, to: move(to.to, { days: 7 }) }
  return from.from > to.to ? undefined : { timex: `${from.from}/${to.from ?? to.to}`, from: from.from, to: to.to }
}

function lend(
  first: Written | undefined,
  second: Written | undefined,
  anchor: Anchor,
): readonly [Written | undefined, Written | undefined] {
  if (!first || !second) return [first, second]
  let a: Written = first
  let b: Written = second
  if (a.month === undefined && a.day !== undefined && b.month !== undefined) a = { ...a, month: b.month }
  if (b.month === undefined && b.day !== undefined && a.month !== undefined) b = { ...b, month: a.month }
  const [early, late] = [a.month, b.month]
  if (early === undefined || late === undefined) return [a, b]
  if (b.year === undefined && a.year === undefined) {
    const year = resolve(b, anchor).from?.slice(0, 4)
    if (year !== undefined) b = { ...b, year: Number(year) }
  }
  const wraps = early > late || (early === late && (a.day ?? 0) > (b.day ?? 31))
  if (a.year === undefined && b.year !== undefined) a = { ...a, year: b.year - (wraps ? 1 : 0) }
  else if (b.year === undefined && a.year !== undefined) b = { ...b, year: a.year + (wraps ? 1 : 0) }
  return [a, b]
}
