import { readDistance } from './distance.ts'
import { readHoliday } from './holiday.ts'
import { readDecade, readQuarter, readSeason } from './period.ts'
import { type Point, readCalendar } from './point.ts'
import {
  readAfterNext,
  readNamedDay,
  readNumberedSide,
  readSided,
  readThisUnit,
  readWeekend,
  readWithin,
} from './relative.ts'
import { readSidedDate } from './sided-date.ts'
import { readWeekday } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
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

function readWhole(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  // what a distance or a week is counted from has neither in it: no recursion over the length of a text
  const inner = (index: number): Read<Point> | undefined => readBase(tokens, index, anchor)
  const the = at(tokens, start) === 'the' ? start + 1 : start
  return (
    readDistance(tokens, start, anchor, inner) ??
    readHoliday(tokens, start, anchor) ??
    readWeek(tokens, the, anchor, inner) ??
    readBase(tokens, start, anchor)
  )
}

function readBase(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const the = at(tokens, start) === 'the' ? start + 1 : start
  const sided = readSided(tokens, start, anchor)
  return (
    readAfterNext(tokens, start, anchor) ??
    readWithin(tokens, start, anchor, sided) ??
    readQuarter(tokens, the, anchor) ??
    readDecade(tokens, the) ??
    readSeason(tokens, the, anchor) ??
    readCalendar(tokens, start, anchor) ??
    (the > start ? readCalendar(tokens, the, anchor) : undefined) ??
    readNamedDay(tokens, start, anchor) ??
    readSidedDate(tokens, start, anchor) ??
    sided ??
    readYearToDate(tokens, start, anchor) ??
    readNumberedSide(tokens, start, anchor) ??
    readWeekend(tokens, start, anchor) ??
    readThisUnit(tokens, start, anchor) ??
    readLoneDay(tokens, start, anchor) ??
    readWeekdayAlone(tokens, start, anchor)
  )
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
