import type { Values } from '../model/mention.ts'
import { dayOf, move } from './calendar.ts'
import { readEnd } from './date-part.ts'
import { readRange } from './date-range.ts'
import { isClear, type Point } from './point.ts'
import { at, type Read, type Tokens, tokenise } from './tokens.ts'
import type { Anchor } from './when.ts'

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
  if (!isClear(tokens, start, /[\w/\\@#=+&-]/)) return undefined
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
