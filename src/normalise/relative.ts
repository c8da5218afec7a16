import { type Day, monthEnd, move, parts, weekday } from './calendar.ts'
import { readYearAfter } from './calendar-date.ts'
import { readSpans, readTimeUnit, type Span } from './duration.ts'
import { readNumber } from './number.ts'
import type { Point } from './point.ts'
import { isMonthAlone } from './point.ts'
import { OPEN, stretch, unitAround, unitOf } from './shift.ts'
import { SIDES } from './time-tables.ts'
import { readMonth, readOrdinal, readWeekday, seasonOf } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay, ofMonth, ofSeason, type When } from './when.ts'

export const done = (when: When, next: number): Read<Point> => ({ value: { when }, next })
const day = (now: Day | undefined, by: number): When =>
  now === undefined ? { timex: OPEN.day } : ofDay(move(now, { days: by }))

/** "today", "yesterday", "the day before yesterday", "tomorrow". */
export function readNamedDay(tokens: Tokens, start: number, { published }: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  if (at(tokens, index) === 'day') {
    const two = `${at(tokens, index + 1)} ${at(tokens, index + 2)}`
    if (two === 'before yesterday') return done(day(published, -2), index + 3)
    return two === 'after tomorrow' ? done(day(published, 2), index + 3) : undefined
  }
  const word = at(tokens, start)
  if (word === 'today' || word === 'tonight') return done(day(published, 0), start + 1)
  if (word === 'yesterday') return done(day(published, -1), start + 1)
  return word === 'tomorrow' ? done(day(published, 1), start + 1) : undefined
}

/** "last week", "this year", "the past three months", "next Monday", "last August", "recent months", "previous summer". */
export function readSided(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  let index = at(tokens, start) === 'the' || at(tokens, start) === 'these' ? start + 1 : start
  if (at(tokens, index) !== 'recent' && !SIDES.has(at(tokens, index))) return undefined
  // "will last two hours": a verb
  if (
    at(tokens, index) === 'last' &&
    /^(?:will|to|would|can|could|might|t|should|must|not|ll|did)$/.test(at(tokens, start - 1))
  )
    return undefined
  const now = anchor.published
  if (
    (/^(?:recent|coming|upcoming)$/.test(at(tokens, index)) || (index > start && at(tokens, index) === 'past')) &&
    /^(?:days|weeks|months|years|decades|times)$/.test(at(tokens, index + 1))
  )
    return done({ timex: at(tokens, index).endsWith('coming') ? 'FUTURE_REF' : 'PAST_REF' }, index + 2)
  if (at(tokens, index) === 'this' && SIDES.get(at(tokens, index + 1)) === 1) index++
  const side = SIDES.get(at(tokens, index))
  if (side === undefined) return undefined
  const next = index + 1
  if (tokens.list[next]?.line) return undefined
  const spans = side === 0 ? undefined : readSpans(tokens, next)
  if (spans && isCounted(tokens, next))
    return done(now === undefined ? { timex: OPEN.day } : stretch(now, spans.value, side as 1 | -1), spans.next)
  const word = at(tokens, next)
  const fiscal = /^(?:fiscal|calendar|school|working|financial|business|academic)$/.test(word)
  const unit = unitOf(fiscal ? at(tokens, next + 1) : word)
  if (unit) {
    const after = fiscal ? next + 2 : next + 1
    if (unit === 'day' && side === 0) return done(day(now, 0), after)
    // "the last day of September" is not yesterday.
    if (unit === 'day' && at(tokens, after) === 'of') return undefined
    return done(
      now === undefined || (fiscal && unit === 'year') ? { timex: OPEN[unit] } : unitAround(unit, now, side),
      after,
    )
  }
  if (/^(?:night|morning|evening|afternoon)$/.test(word) && side <= 0) return done(day(now, side), next + 1)
  return readSidedName(tokens, next, side, anchor)
}

/** Whether a number or a quantity word, not a bare unit, comes first: "past week" is a week, "past few weeks" a stretch. */
const isCounted = (tokens: Tokens, index: number): boolean => unitOf(at(tokens, index)) === undefined

/** A weekday, a month or a season after "last", "this" or "next". */
function readSidedName(
  tokens: Tokens,
  index: number,
  side: -1 | 0 | 1,
  { published: now }: Anchor,
): Read<Point> | undefined {
  const name = readWeekday(tokens, index)
  if (name) {
    if (now === undefined) return done({ timex: `XXXX-WXX-${name.value}` }, name.next)
    const soon = /^(?:coming|upcoming)$/.test(at(tokens, index - 1))
      ? (name.value - weekday(now) + 7) % 7 || 7
      : undefined
    return done(ofDay(move(now, { days: soon ?? name.value - weekday(now) + 7 * side })), name.next)
  }
  const month = readMonth(tokens, index)
  const dated = month && readYearAfter(tokens, month.next)
  if (month && dated) return done(ofMonth(dated.value, month.value), dated.next)
  if (month && isMonthAlone(tokens, index, month.next) && now !== undefined) {
    const { year, month: current } = parts(now)
    const by = side === -1 ? (month.value < current ? 0 : -1) : side === 1 ? (month.value > current ? 0 : 1) : 0
    return done(ofMonth(year + by, month.value), month.next)
  }
  const season = seasonOf(at(tokens, index))
  if (!season || now === undefined) return undefined
  const { year, month: current } = parts(now)
  const first = season.first === 12 ? 0 : season.first
  const by = side === -1 ? (first + 2 < current ? 0 : -1) : side === 1 ? (first > current ? 0 : 1) : 0
  return done(ofSeason(year + by, season.code, season.first), index + 1)
}

/** "3 next weeks", "5 past years": the side between number and unit, which is plural ("from 1,200 to 9,800 last year"). */
export function readNumberedSide(tokens: Tokens, start: number, { published: now }: Anchor): Read<Point> | undefined {
  const number = readNumber(tokens, start)
  const side = number && SIDES.get(at(tokens, number.next))
  const unit = number && side ? readTimeUnit(tokens, number.next + 1) : undefined
  if (!number || !unit || !side || unit.value.number === undefined || !at(tokens, unit.next - 1).endsWith('s'))
    return undefined
  const spans: Span[] = [{ number: number.value.number * unit.value.number, unit: unit.value.unit }]
  return done(now === undefined ? { timex: OPEN.day } : stretch(now, spans, side), unit.next)
}

/**
 * "Tuesday next week", "next week on Friday", "20th of next month", "June next year", "the rest of the week".
 * @param sided what `readSided` reads at `start`
 */
export function readWithin(
  tokens: Tokens,
  start: number,
  anchor: Anchor,
  sided: Read<Point> | undefined,
): Read<Point> | undefined {
  const now = anchor.published
  const name = readWeekday(tokens, start)
  if (sided && !name) {
    const gap = /^(?:on|,|-)$/.test(at(tokens, sided.next)) ? sided.next + 1 : sided.next
    const inner =
      sided.value.when.timex.includes('-W') && !tokens.list[gap]?.line ? readWeekday(tokens, gap) : undefined
    if (inner && sided.value.when.from !== undefined)
      return done(ofDay(move(sided.value.when.from, { days: inner.value - 1 })), inner.next)
    return undefined
  }
  const ordinal = name ? undefined : readOrdinal(tokens, at(tokens, start) === 'the' ? start + 1 : start)
  const month = name || ordinal ? undefined : readMonth(tokens, start)
  const after = name?.next ?? ordinal?.next ?? month?.next
  if (after === undefined) return undefined
  const skip = at(tokens, after) === 'day' && ordinal ? after + 1 : after
  const of = /^(?:of|in)$/.test(at(tokens, skip)) ? skip + 1 : skip
  const outer = readSided(tokens, at(tokens, of) === ',' ? of + 1 : of, anchor) ?? readTheUnit(tokens, of, anchor)
  const { timex, from } = outer?.value.when ?? {}
  if (!outer || timex === undefined || from === undefined || now === undefined) return undefined
  if (name && timex.includes('-W')) return done(ofDay(move(from, { days: name.value - 1 })), outer.next)
  if (ordinal && /^[0-9]{4}-[0-9]{2}$/.test(timex)) {
    const { year, month: at } = parts(from)
    return ordinal.value <= Number(monthEnd(year, at).slice(8))
      ? done(ofDay(move(from, { days: ordinal.value - 1 })), outer.next)
      : done({ timex: `${timex}-${ordinal.value}` }, outer.next)
  }
  return month && /^[0-9]{4}$/.test(timex) ? done(ofMonth(parts(from).year, month.value), outer.next) : undefined
}

/** "for the day", "of the week" at the end of a clause. */
export function readThisUnit(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  if (!/^(?:for|in|of|throughout|during)$/.test(at(tokens, start - 1))) return undefined
  const ends = tokens.list[start + 2]
  return ends === undefined || /^[.,;!?]$/.test(ends.text) ? readTheUnit(tokens, start, anchor) : undefined
}

/** "the weekend": the latest one, or the coming one where the words look ahead. */
export function readWeekend(tokens: Tokens, start: number, { published, future }: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  if (at(tokens, index) !== 'weekend') return undefined
  if (published === undefined) return done({ timex: OPEN.weekend }, index + 1)
  const back = !future && weekday(published) < 6 ? -1 : 0
  return done(unitAround('weekend', published, back), index + 1)
}

/** "the week", "the year" inside a larger expression: the one of publication. */
export function readTheUnit(tokens: Tokens, start: number, { published }: Anchor): Read<Point> | undefined {
  const unit = at(tokens, start) === 'the' ? unitOf(at(tokens, start + 1)) : undefined
  if (!unit) return undefined
  return done(published === undefined ? { timex: OPEN[unit] } : unitAround(unit, published, 0), start + 2)
}
