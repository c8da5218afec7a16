import { readBeyond } from './beyond.ts'
import { readDistance } from './distance.ts'
import { readHoliday } from './holiday.ts'
import { readDecade, readQuarter, readSeason } from './period.ts'
import { type Point, readCalendar } from './point.ts'
import { readNamedDay, readNumberedSide, readSided, readThisUnit, readWeekend, readWithin } from './relative.ts'
import {
  CARDINAL,
  DAY,
  DECADE,
  DIGITS,
  HOLIDAY,
  LOOSE,
  MONTH,
  NUMBER,
  ORDINAL,
  SEASON,
  SIDE,
  UNCOUNTED,
  UNIT,
  WEEKDAY,
  WITHIN,
  YEAR,
} from './roles.ts'
import { readSidedDate } from './sided-date.ts'
import { readWeekday } from './time-words.ts'
import { at, headAt, type Read, roleAt, type Tokens } from './tokens.ts'
import { readLoneDay, readWeek } from './week.ts'
import { type Anchor, ofYears, resolve } from './when.ts'

/** A date that no words around it modify. */
export function readPoint(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const whole = readWhole(tokens, start, anchor)
  const { from, to } = whole?.value.when ?? {}
  const hours =
    whole !== undefined && from === to && PART_OF_DAY.test(at(tokens, whole.next)) && !tokens.list[whole.next]?.line
  return whole && hours ? { ...whole, next: whole.next + 1 } : whole
}

/** What may follow a day's name and leaves its date as it is. */
const PART_OF_DAY = /^(?:morning|afternoon|evening|night)$/

/** What may begin a stretch of time, and so a distance from a day. */
const SPAN = NUMBER | LOOSE | WITHIN | UNCOUNTED

function readWhole(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const the = at(tokens, start) === 'the' ? start + 1 : start
  const head = headAt(tokens, start)
  // what a distance or a week is counted from has neither in it: no recursion over the length of a text
  return (
    ((roleAt(tokens, start) & SPAN) === 0 ? undefined : readDistance(tokens, start, anchor, readBase)) ??
    ((head & (HOLIDAY | SIDE)) === 0 ? undefined : readHoliday(tokens, start, anchor)) ??
    ((head & (UNIT | SIDE | DAY_NUMBER)) === 0 ? undefined : readWeek(tokens, the, anchor, readBase)) ??
    readBase(tokens, start, anchor)
  )
}

/** A number that may be a day's. */
const DAY_NUMBER = DIGITS | ORDINAL | CARDINAL

/** A grammar of dates; `sided` is what `readSided` reads there. */
type Reader = (tokens: Tokens, start: number, anchor: Anchor, sided: Read<Point> | undefined) => Read<Point> | undefined

/** Reads after an article. */
const bare =
  (read: (tokens: Tokens, start: number, anchor: Anchor) => Read<Point> | undefined): Reader =>
  (tokens, start, anchor) =>
    read(tokens, at(tokens, start) === 'the' ? start + 1 : start, anchor)

const DATED = WEEKDAY | MONTH | DAY_NUMBER | YEAR

/** The grammars in their order, each with the roles of words that may be at the head of what it reads. */
const READERS: readonly (readonly [heads: number, read: Reader])[] = [
  [UNIT | SEASON | WEEKDAY, readBeyond],
  [SIDE | WEEKDAY | MONTH | DAY_NUMBER, readWithin],
  [SIDE | DAY_NUMBER | YEAR, bare(readQuarter)],
  [DIGITS | DECADE, bare(readDecade)],
  [SEASON, bare(readSeason)],
  [DATED, readCalendar],
  [
    DATED,
    (tokens, start, anchor) => (at(tokens, start) === 'the' ? readCalendar(tokens, start + 1, anchor) : undefined),
  ],
  [UNIT | DAY, readNamedDay],
  [SIDE, readSidedDate],
  [SIDE, (_tokens, _start, _anchor, sided) => sided],
  [YEAR, readYearToDate],
  [NUMBER, readNumberedSide],
  [UNIT, readWeekend],
  [UNIT, readThisUnit],
  [DAY_NUMBER, readLoneDay],
  [WEEKDAY, readWeekdayAlone],
]

function readBase(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const head = headAt(tokens, start)
  const sided = (head & SIDE) === 0 ? undefined : readSided(tokens, start, anchor)
  for (const [heads, read] of READERS) {
    const found = (head & heads) === 0 ? undefined : read(tokens, start, anchor, sided)
    if (found) return found
  }
  return undefined
}

/** "in the year to date": from its first day to publication. */
function readYearToDate(tokens: Tokens, start: number, { published }: Anchor): Read<Point> | undefined {
  const words = ['year', 'to', 'date']
  if (!words.every((word, offset) => at(tokens, start + offset) === word) || published === undefined) return undefined
  const { from, timex } = ofYears(Number(published.slice(0, 4)))
  return { value: { when: { timex, ...(from === undefined ? {} : { from }), to: published } }, next: start + 3 }
}

/** "Tuesday": short forms are ordinary words ("sat", "sun", "wed") and need a capital; "Patch Tuesday" is no day. */
function readWeekdayAlone(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const name = readWeekday(tokens, start)
  const token = tokens.list[start]
  if (!name || !token || (token.text.length < 6 && !/^[A-Z]/.test(tokens.source.slice(token.start, token.end))))
    return undefined
  if (token.text.length < 6 && !/^(?:on|next|last|this|by|until|or|and|,|week)$/.test(at(tokens, start - 1)))
    return undefined
  const before = tokens.list[start - 1]
  if (before && /^(?:Patch|Super|Giving)$/.test(tokens.source.slice(before.start, before.end))) return undefined
  const written = { weekday: name.value }
  return { value: { when: resolve(written, anchor), written }, next: name.next }
}
