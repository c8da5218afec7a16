import { readYearAfter } from './calendar-date.ts'
import { readEnd } from './date-part.ts'
import type { Point } from './point.ts'
import { isHyphen } from './sum.ts'
import { readDayNumber } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, resolve, type When, type Written } from './when.ts'

const TO = /^(?:to|through|thru|until|till|\u2013|\u2014|~)$/

/**
 * Two dates that "to" or a dash between blanks joins stay two dates: tables and reports write them so. An interval has
 * "from" or "between" before it, a tight dash, or an end that is no calendar date.
 * "from March to May 2018", "between 2014 and 2018", "June–August", "November 18-19", "4 to 22 January".
 */
export function readRange(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const lead = at(tokens, start)
  const between = lead === 'between'
  const index = lead === 'from' || between ? start + 1 : start
  const first = readEnd(tokens, index, anchor)
  const day = first?.value.written?.month === undefined ? readDayOnly(tokens, index) : undefined
  for (const from of [first, day]) {
    const mark = from && at(tokens, from.next)
    if (!from || mark === undefined || tokens.list[from.next]?.line) continue
    if (!(TO.test(mark) || isHyphen(mark) || (between && mark === 'and'))) continue
    const second =
      readEnd(tokens, from.next + 1, anchor) ??
      (from.value.written?.day === undefined || from === day ? undefined : readDayOnly(tokens, from.next + 1, true))
    if (!second || tokens.list[from.next + 1]?.line) continue
    const led = lead === 'from' || between || !tokens.list[from.next]?.spaced
    if (!led && first?.value.written && second.value.written) continue
    const when = join(from.value, second.value, anchor)
    if (when) return { value: { when }, next: second.next }
  }
  return undefined
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

/** Both ends of a range as one stretch: each lends the other the month and the year it lacks. */
function join(first: Point, second: Point, anchor: Anchor): When | undefined {
  const [a, b] = lend(first.written, second.written, anchor)
  const from = a ? resolve(a, anchor) : first.when
  const to = b ? resolve(b, anchor) : second.when
  if (from.from === undefined || to.to === undefined)
    return from.timex === '' || to.timex === '' ? undefined : { timex: `${from.timex}/${to.timex}` }
  if (from.from > to.to) return undefined
  return { timex: `${from.from}/${to.from ?? to.to}`, from: from.from, to: to.to }
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
