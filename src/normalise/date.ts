import type { Values } from '../model/mention.ts'
import { dayOf, daysBetween, move } from './calendar.ts'
import { readYearAfter } from './calendar-date.ts'
import { readDecade, readLoneDay, readQuarter, readSeason, readWeek } from './period.ts'
import { type Point, readCalendar } from './point.ts'
import { readDistance, readNamedDay, readNumberedSide, readSided, readTheUnit, readWithin } from './relative.ts'
import { isHyphen } from './sum.ts'
import { readDayNumber, readWeekday } from './time-words.ts'
import { at, type Read, type Tokens, tokenise } from './tokens.ts'
import { type Anchor, resolve, type When, type Written } from './when.ts'

/** A date that no words around it modify. */
export function readPoint(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const inner = (index: number): Read<Point> | undefined => readPoint(tokens, index, anchor)
  const the = at(tokens, start) === 'the' ? start + 1 : start
  return (
    readDistance(tokens, start, anchor, inner) ??
    readWithin(tokens, start, anchor) ??
    readWeek(tokens, the, anchor, inner) ??
    readQuarter(tokens, the, anchor) ??
    readDecade(tokens, the) ??
    readSeason(tokens, the, anchor) ??
    readCalendar(tokens, start, anchor) ??
    (the > start ? readCalendar(tokens, the, anchor) : undefined) ??
    readNamedDay(tokens, start, anchor) ??
    readSided(tokens, start, anchor) ??
    readNumberedSide(tokens, start, anchor) ??
    readLoneDay(tokens, start, anchor) ??
    readWeekdayAlone(tokens, start, anchor)
  )
}

/** "Tuesday": short forms are ordinary words ("sat", "sun", "wed") and need a capital. */
function readWeekdayAlone(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const name = readWeekday(tokens, start)
  const token = tokens.list[start]
  if (!name || !token || (token.text.length < 6 && !/^[A-Z]/.test(tokens.source.slice(token.start, token.end))))
    return undefined
  if (token.text.length < 6 && !/^(?:on|next|last|this|by|until|or|and|,|week)$/.test(at(tokens, start - 1)))
    return undefined
  const written = { weekday: name.value }
  return { value: { when: resolve(written, anchor), written }, next: name.next }
}

/** Words that name a part of what follows. */
const PART = /^(?:early|earlier|late|later|mid|middle|end|beginning|start|rest|begining)$/

/** "early 2018", "mid-December", "the end of March", "later this year"; the value is that of the whole. */
export function readPart(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  const word = at(tokens, index)
  if (!PART.test(word)) return undefined
  let from = index + 1
  if (isHyphen(at(tokens, from))) from++
  if (word === 'mid' && at(tokens, from) === 'to' && isHyphen(at(tokens, from + 1))) from += 3
  if (at(tokens, from) === 'of' || (/^(?:later|earlier)$/.test(word) && at(tokens, from) === 'in')) from++
  if (tokens.list[from]?.line) return undefined
  const whole = readPoint(tokens, from, anchor) ?? readTheUnit(tokens, from, anchor)
  if (!whole || (word === 'rest' && whole.value.written !== undefined)) return undefined
  return { value: { ...whole.value, when: narrow(word, whole.value.when, anchor) }, next: whole.next }
}

/** The half of a stretch that "early" or "late" may mean; "this year" ends or begins at publication. */
function narrow(word: string, when: When, { published }: Anchor): When {
  const { timex, from, to } = when
  if (from === undefined || to === undefined || from === to) return when
  const inside = published !== undefined && from <= published && published <= to
  if (word === 'earlier') return { timex, from, to: inside ? published : to }
  if (word === 'later' || word === 'rest') return { timex, from: inside ? published : from, to }
  const days = daysBetween(from, to)
  const half = move(from, { days: Math.ceil(days / 2) })
  if (word === 'early' || word === 'beginning' || word === 'start') return { timex, from, to: half }
  if (word === 'late' || word === 'end') return { timex, from: half, to }
  return { timex, from: move(from, { days: Math.floor(days / 4) }), to: move(to, { days: -Math.floor(days / 4) }) }
}

const readEnd = (tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined =>
  readPart(tokens, start, anchor) ?? readPoint(tokens, start, anchor)

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
  const day = readDayOnly(tokens, index)
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

/** Words that leave one end open, the longest first. */
const OPENERS: readonly (readonly [readonly string[], 'after' | 'since' | 'before' | 'until'])[] = [
  [['later', 'than'], 'after'],
  [['prior', 'to'], 'before'],
  [['after'], 'after'],
  [['since'], 'since'],
  [['starting', 'on'], 'since'],
  [['beginning', 'on'], 'since'],
  [['starting'], 'since'],
  [['before'], 'before'],
  [['until'], 'until'],
  [['till'], 'until'],
]

/** "after 2016", "since August", "before the end of December": one end known. */
function readOpen(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  for (const [words, side] of OPENERS) {
    if (!words.every((word, offset) => at(tokens, start + offset) === word)) continue
    const read = readEnd(tokens, start + words.length, anchor)
    if (!read) return undefined
    const { timex, from, to } = read.value.when
    if (side === 'since')
      return { value: { when: { timex, ...(from === undefined ? {} : { from }) } }, next: read.next }
    if (side === 'until') return { value: { when: { timex, ...(to === undefined ? {} : { to }) } }, next: read.next }
    if (side === 'after')
      return {
        value: { when: { timex, ...(to === undefined ? {} : { from: move(to, { days: 1 }) }) } },
        next: read.next,
      }
    return {
      value: { when: { timex, ...(from === undefined ? {} : { to: move(from, { days: -1 }) }) } },
      next: read.next,
    }
  }
  return undefined
}

/** A date or an interval of dates at a token. */
export function readDate(tokens: Tokens, start: number, anchor: Anchor): Read<Values['date']> | undefined {
  const read = readRange(tokens, start, anchor) ?? readOpen(tokens, start, anchor) ?? readEnd(tokens, start, anchor)
  return read && { value: read.value.when, next: read.next }
}

/** The value of a text that is a date and nothing else, seen from a day of publication, or undefined. */
export function parseDate(text: string, published?: string): Values['date'] | undefined {
  const tokens = tokenise(text.trim())
  const day = dayOf(published)
  const read = readDate(tokens, 0, day === undefined ? {} : { published: day })
  return read && read.next === tokens.list.length ? read.value : undefined
}
