import type { Values } from '../model/mention.ts'
import { durationTimex, readSpans, readTimeUnit } from './duration.ts'
import { ORDINALS } from './number-words.ts'
import { readMonth, readWeekday } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'

const isEvery = (word: string): boolean => word === 'every' || word === 'each'

/**
 * "every day", "each year", "every three minutes", "every other week": how long from one time to the next, as a TIMEX3
 * duration (P1D, P1Y, PT3M, P2W).
 */
export function readPeriod(tokens: Tokens, start: number): Read<Values['duration']> | undefined {
  if (!isEvery(at(tokens, start)) || tokens.list[start + 1]?.line) return undefined
  const spans = at(tokens, start) === 'every' ? readSpans(tokens, start + 1) : undefined
  if (spans) return { value: { timex: durationTimex(spans.value) }, next: spans.next }
  const second = at(tokens, start + 1) === 'other' ? 2 : (ORDINALS.get(at(tokens, start + 1)) ?? 1)
  const skipped = second > 1
  const unit = readTimeUnit(tokens, skipped ? start + 2 : start + 1)
  if (unit?.value.number === undefined || at(tokens, unit.next - 1).endsWith('s')) return undefined
  return {
    value: { timex: durationTimex([{ ...unit.value, number: unit.value.number * second }]) },
    next: unit.next,
  }
}

/** "every Monday", "each March": a day of the week or a month that comes back, of no one year. */
export function readReturning(tokens: Tokens, start: number): Read<Values['date']> | undefined {
  if (!isEvery(at(tokens, start)) || tokens.list[start + 1]?.line) return undefined
  const weekday = readWeekday(tokens, start + 1)
  if (weekday) return { value: { timex: `XXXX-WXX-${weekday.value}` }, next: weekday.next }
  const month = readMonth(tokens, start + 1)
  return month && { value: { timex: `XXXX-${String(month.value).padStart(2, '0')}` }, next: month.next }
}
