import { type Day, move } from './calendar.ts'
import { readSpans, type Span } from './duration.ts'
import type { Point, PointReader } from './point.ts'
import { done } from './relative.ts'
import { momentAround, OPEN, shift } from './shift.ts'
import { SIDES } from './time-tables.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofDays } from './when.ts'

/** "two weeks ago", "three days from today", "2 weeks before May 13 1999", "in two months", "within 5 days", "a week later". */
export function readDistance(
  tokens: Tokens,
  start: number,
  anchor: Anchor,
  point: PointReader,
): Read<Point> | undefined {
  const lead = at(tokens, start)
  const ahead = lead === 'in' || lead === 'within'
  const sides = ahead ? (at(tokens, start + 1) === 'the' ? 2 : 1) : 0
  const from = ahead && SIDES.get(at(tokens, start + sides)) === 1 ? start + sides + 1 : ahead ? start + 1 : start
  const spans = readSpans(tokens, from)
  if (!spans) return readUncounted(tokens, start)
  const now = anchor.published
  const word = at(tokens, spans.next)
  const around = (from: Day | undefined, direction: 1 | -1, next: number): Read<Point> =>
    done(from === undefined ? { timex: OPEN.day } : momentAround(from, spans.value, direction), next)
  if (!ahead) {
    if (word === 'ago' || (word === 'back' && isBack(tokens, spans.next))) return around(now, -1, spans.next + 1)
    if (word === 'later' || word === 'earlier' || word === 'prior')
      return /^(?:this|that|in)$/.test(at(tokens, spans.next + 1))
        ? undefined
        : done({ timex: OPEN.day }, spans.next + 1)
  }
  const stretch = at(tokens, start - 1) === 'for' || word === 'starting' || word === 'beginning'
  const begun = stretch ? readFrom(tokens, spans, anchor, point) : undefined
  if (begun) return begun
  const direction = word === 'before' ? -1 : /^(?:after|from|since|following)$/.test(word) ? 1 : undefined
  if (direction !== undefined) {
    if (at(tokens, spans.next + 1) === 'now') return around(now, direction, spans.next + 2)
    const other = point(tokens, spans.next + 1, anchor)
    const base = other?.value.when.from
    if (other && base !== undefined && lead === 'within' && direction > 0)
      return done(ofDays(base, shift(base, spans.value, 1)), other.next)
    if (other && base !== undefined) return around(base, direction, other.next)
    if (word === 'after' && !other && isStep(tokens, start)) return done({ timex: OPEN.day }, spans.next + 1)
  }
  const time = /^['\u2019]$/.test(word) && at(tokens, spans.next + 1) === 's' && at(tokens, spans.next + 2) === 'time'
  if (!ahead || !(anchor.future || time)) return undefined
  if (lead === 'in') return around(now, 1, spans.next)
  return done(now === undefined ? { timex: OPEN.day } : ofDays(now, shift(now, spans.value, 1)), spans.next)
}

/** "a week after …", "a few days after …": a day, counted from something else than a date; "for a week after" is a stretch. */
const isStep = (tokens: Tokens, start: number): boolean =>
  /^(?:a|an)$/.test(at(tokens, start)) && !/^(?:for|in|within|lasted|nearly|almost)$/.test(at(tokens, start - 1))

/** "a few weeks back": not "two days back to back", "gave us two years back". */
const isBack = (tokens: Tokens, index: number): boolean =>
  /^(?:days?|weeks?|months?|years?|decades?)$/.test(at(tokens, index - 1)) &&
  !/^(?:to|up|from|home|on|into|onto|in|at|then|and)$/.test(at(tokens, index + 1))

/** What makes "days before the vote" say when something was, and not how long it took. */
const MERELY = /^(?:just|only|merely|mere|barely|but|,|\.|\u2013|\u2014)$/

/** "months ago", "weeks later", "days before,", "just hours after …": nobody says when. */
function readUncounted(tokens: Tokens, first: number): Read<Point> | undefined {
  const start = at(tokens, first) === 'many' ? first + 1 : first
  if (!/^(?:minutes|hours|days|weeks|months|years|decades)$/.test(at(tokens, start))) return undefined
  const word = at(tokens, start + 1)
  if (word === 'ago' || (word === 'back' && isBack(tokens, start + 1))) return done({ timex: 'PAST_REF' }, start + 2)
  const beside =
    /^(?:later|earlier|prior)$/.test(word) ||
    (word === 'before' && at(tokens, start + 2) === ',') ||
    (/^(?:before|after)$/.test(word) && (first === 0 || MERELY.test(at(tokens, first - 1))))
  return beside ? done({ timex: OPEN.day }, start + 2) : undefined
}

/** "for 3 days from today", "2 weeks starting May 20th": a stretch that begins on a day. */
function readFrom(
  tokens: Tokens,
  spans: Read<readonly Span[]>,
  anchor: Anchor,
  point: PointReader,
): Read<Point> | undefined {
  const comma = at(tokens, spans.next) === ',' ? spans.next + 1 : spans.next
  if (!/^(?:from|starting|beginning)$/.test(at(tokens, comma))) return undefined
  const base = point(tokens, at(tokens, comma + 1) === 'on' ? comma + 2 : comma + 1, anchor)
  const from = base?.value.when.from
  if (!base || from === undefined || from !== base.value.when.to) return undefined
  return done(ofDays(from, move(shift(from, spans.value, 1), { days: -1 })), base.next)
}
