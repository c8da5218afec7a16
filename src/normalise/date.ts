import type { Values } from '../model/mention.ts'
import { dayOf, move } from './calendar.ts'
import { readEnd } from './date-part.ts'
import { readRange } from './date-range.ts'
import { isClear, type Point } from './point.ts'
import { BOUND } from './roles.ts'
import { tokenise } from './tokenise.ts'
import { at, type Read, roleAt, type Tokens } from './tokens.ts'
import type { Anchor } from './when.ts'

/** Words that leave one end open, the longest first. */
const OPENERS: readonly (readonly [readonly string[], 'after' | 'since' | 'before' | 'until'])[] = [
  [['later', 'than'], 'after'],
  [['greater', 'than'], 'after'],
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
    // "no later than June 30" is up to that day
    if (words.length === 2 && /^(?:no|not)$/.test(at(tokens, start - 1))) return undefined
    const read = readEnd(tokens, start + words.length, anchor)
    if (!read) return undefined
    const { timex, from, to } = read.value.when
    // "before the end of March" lasts till its end, and "after the beginning" begins with it.
    const first = start + words.length
    const part = at(tokens, at(tokens, first) === 'the' ? first + 1 : first)
    const inside = side === 'before' ? /^(?:end|late)$/.test(part) : /^(?:beginning|start|early)$/.test(part)
    if (side === 'since')
      return { value: { when: { timex, ...(from === undefined ? {} : { from }) } }, next: read.next }
    if (side === 'until') return { value: { when: { timex, ...(to === undefined ? {} : { to }) } }, next: read.next }
    if (side === 'after')
      return {
        value: {
          when: {
            timex,
            ...(from === undefined || to === undefined ? {} : { from: inside ? from : move(to, { days: 1 }) }),
          },
        },
        next: read.next,
      }
    return {
      value: {
        when: {
          timex,
          ...(from === undefined || to === undefined ? {} : { to: inside ? to : move(from, { days: -1 }) }),
        },
      },
      next: read.next,
    }
  }
  return undefined
}

/** A date and the tokens it takes up. */
export interface Dated extends Read<Values['date']> {
  readonly start: number
}

/** Marks that glue a date to a name before it. */
const GLUE = /[\w/\\@#=+&-]/
const NONE: readonly Dated[] = []

/**
 * What begins at a token: a date, an interval, or the two whole dates at the ends of an interval. Those keep their own
 * `timex`, and both have the interval as `from` and `to`.
 */
export function readDates(tokens: Tokens, start: number, anchor: Anchor): readonly Dated[] {
  if (!isClear(tokens, start, GLUE)) return NONE
  const alone = readEnd(tokens, start, anchor)
  const range = readRange(tokens, start, anchor, alone)
  const ends = range?.value.ends
  if (range && ends) {
    const lead = /^(?:from|between)$/.test(at(tokens, start)) ? start + 1 : start
    const { when } = range.value
    return [
      { value: { ...when, timex: ends.first }, start: lead, next: ends.middle[0] },
      { value: { ...when, timex: ends.second }, start: ends.middle[1], next: range.next },
    ]
  }
  const read = range ?? ((roleAt(tokens, start) & BOUND) === 0 ? undefined : readOpen(tokens, start, anchor)) ?? alone
  return read ? [{ value: read.value.when, start, next: read.next }] : NONE
}

/** The value of a text that is one date or interval and nothing else, seen from a day of publication, or undefined. */
export function parseDate(text: string, published?: string): Values['date'] | undefined {
  const tokens = tokenise(text.trim())
  const day = dayOf(published)
  const anchor = day === undefined ? {} : { published: day }
  const range = readRange(tokens, 0, anchor, readEnd(tokens, 0, anchor))
  const read = range ? { value: range.value.when, next: range.next } : readDates(tokens, 0, anchor)[0]
  return read && read.next === tokens.list.length ? read.value : undefined
}
