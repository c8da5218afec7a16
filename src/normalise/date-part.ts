import { daysBetween, move } from './calendar.ts'
import { readPoint } from './date-point.ts'
import type { Point } from './point.ts'
import { readTheUnit } from './relative.ts'
import { PART } from './roles.ts'
import { isHyphen } from './sum.ts'
import { readMonth, readYear } from './time-words.ts'
import { at, type Read, roleAt, type Tokens } from './tokens.ts'
import { type Anchor, ofWeek, type When } from './when.ts'

/** "early 2018", "mid-December", "the end of March", "later this year"; the value is that of the whole. */
export function readPart(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const index = at(tokens, start) === 'the' ? start + 1 : start
  if ((roleAt(tokens, index) & PART) === 0) return undefined
  const word = at(tokens, index)
  let from = index + 1
  if (isHyphen(at(tokens, from))) from++
  if (word === 'mid' && at(tokens, from) === 'to' && isHyphen(at(tokens, from + 1))) from += 3
  const noun = /^(?:end|beginning|start|rest|middle|begining)$/.test(word)
  if (
    noun &&
    !/^(?:of|the|this|last|next)$/.test(at(tokens, from)) &&
    !readMonth(tokens, from) &&
    !readYear(tokens, from) &&
    at(tokens, from - 1) !== '-'
  )
    return undefined
  if (at(tokens, from) === 'of' || (/^(?:later|earlier)$/.test(word) && at(tokens, from) === 'in')) from++
  if (tokens.list[from]?.line) return undefined
  const whole =
    readPoint(tokens, from, anchor) ??
    readTheUnit(tokens, from, anchor) ??
    (word === 'rest' && at(tokens, from) === 'week' && anchor.published !== undefined
      ? { value: { when: ofWeek(anchor.published) }, next: from + 1 }
      : undefined)
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

/** A date, or a part of one: what may stand at either end of an interval. */
export const readEnd = (tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined =>
  readPart(tokens, start, anchor) ?? readPoint(tokens, start, anchor)
