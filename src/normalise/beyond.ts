import { move, parts, weekday } from './calendar.ts'
import type { Point } from './point.ts'
import { done } from './relative.ts'
import { OPEN, unitAround, unitOf } from './shift.ts'
import { readWeekday, seasonOf } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDay, ofSeason } from './when.ts'

/** "the month after the next", "the week before last", "the summer before last", "the Friday before last": the second from now. */
export function readBeyond(tokens: Tokens, start: number, { published: now }: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  const side = at(tokens, index + 1)
  if (side !== 'after' && side !== 'before') return undefined
  const last = at(tokens, index + 2) === 'the' ? index + 3 : index + 2
  if (at(tokens, last) !== (side === 'after' ? 'next' : 'last')) return undefined
  const by = side === 'after' ? 2 : -2
  const word = at(tokens, index)
  const unit = unitOf(word)
  if (unit) return done(now === undefined ? { timex: OPEN[unit] } : unitAround(unit, now, by), last + 1)
  const name = readWeekday(tokens, index)?.value
  if (name !== undefined)
    return done(
      now === undefined ? { timex: `XXXX-WXX-${name}` } : ofDay(move(now, { days: name - weekday(now) + 7 * by })),
      last + 1,
    )
  const season = seasonOf(word)
  if (!season || now === undefined) return season && done({ timex: season.code }, last + 1)
  const { year, month } = parts(now)
  const first = season.first === 12 ? 0 : season.first
  const nearest = by < 0 ? (first + 2 < month ? 0 : -1) : first > month ? 0 : 1
  return done(ofSeason(year + nearest + Math.sign(by), season.code, season.first), last + 1)
}
