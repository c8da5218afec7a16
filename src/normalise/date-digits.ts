import { stamp } from './calendar.ts'
import { readWeekday } from './time-words.ts'
import { at, indexFrom, type Read, type Tokens } from './tokens.ts'
import type { Written } from './when.ts'

/** Dates in digits. Each form is bounded; what stands right before or after must not be part of a longer number or name. */
const ISO =
  /((?:1[89]|20)[0-9]{2})(?:([-/])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])|([.:])(0[1-9]|1[0-2])\5(0[1-9]|[12][0-9]|3[01]))(?![0-9])/y
const COMPACT = /((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z])/y
const SHORT = /([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2|(?<=\/[0-9]{1,2}),)((?:1[89]|20)[0-9]{2}|[0-9]{2})(?![0-9])/y
const YEAR_MONTH = /((?:19|20)[0-9]{2}) ?[-/] ?(0?[1-9]|1[0-2])(?![0-9]|[-/.][0-9])/y
const MONTH_YEAR = /(0?[1-9]|1[0-2])[-/]((?:19|20)[0-9]{2})(?![0-9]|[-/.][0-9])/y

/** Digits of a date without marks. */
const COMPACT_LENGTH = 8

/** Whether a mark stands at a token that may part the digits of a date. */
const isParted = (tokens: Tokens, index: number): boolean => {
  const mark = at(tokens, index)
  return mark === '/' || mark === '-' || mark === '.' || mark === ':'
}

/** A year of two digits lies between 1940 and 2039, as in Microsoft's Recognizers-Text. */
export const fourDigits = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 40 ? 2000 : 1900)

/** A date in digits alone: 2018-10-03, 10/3/2018, 03.10.2018, 2018-10, 20181003. Slashes and hyphens put the
 * month first, unless that day lies after publication and the other order does not. */
export function readDigits(tokens: Tokens, index: number, published?: string): Read<Written> | undefined {
  const token = tokens.list[index]
  if (token?.kind !== 'digits' || !(token.text.length === COMPACT_LENGTH || isParted(tokens, index + 1)))
    return undefined
  const match = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = token.start
    return form.exec(tokens.source)
  }
  const done = (found: RegExpExecArray, value: Written): Read<Written> => ({
    value,
    next: indexFrom(tokens, index, token.start + found[0].length),
  })
  const iso = match(ISO)
  if (iso) return done(iso, { year: Number(iso[1]), month: Number(iso[3] ?? iso[6]), day: Number(iso[4] ?? iso[7]) })
  const compact = token.text.length === COMPACT_LENGTH ? match(COMPACT) : null
  if (compact) return done(compact, { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) })
  const short = match(SHORT)
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[3])]
    const year = fourDigits(short[4] ?? '')
    const late =
      published !== undefined && stamp(year, first, second) > published && stamp(year, second, first) <= published
    const swap = short[2] === '.' ? second <= 12 : first > 12 || (second <= 12 && late)
    const [month, day] = swap ? [second, first] : [first, second]
    const full = (short[4]?.length ?? 0) > 2
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && (full || short[2] === '/'))
      return done(short, { year, month, day })
    return undefined
  }
  const yearMonth = match(YEAR_MONTH)
  if (yearMonth) return done(yearMonth, { year: Number(yearMonth[1]), month: Number(yearMonth[2]) })
  const monthYear = match(MONTH_YEAR)
  return monthYear ? done(monthYear, { year: Number(monthYear[2]), month: Number(monthYear[1]) }) : undefined
}

const MONTH_DAY = /(0?[1-9]|1[0-2])([-/])(0?[1-9]|[12][0-9]|3[01])(?![0-9/])/y
const WEEKDAY_DOT = /(0?[1-9]|1[0-2])\.(0?[1-9]|[12][0-9]|3[01])(?![0-9.])/y

/**
 * "10/1", "4-22" without a year: only where the caller knows that a date stands here (an end of an interval), or where
 * "on", "due" or a weekday says so.
 */
export function readMonthDay(tokens: Tokens, index: number): Read<Written> | undefined {
  const token = tokens.list[index]
  if (token?.kind !== 'digits' || !isParted(tokens, index + 1)) return undefined
  const dots = readWeekday(tokens, index - 1) !== undefined
  for (const form of dots ? [MONTH_DAY, WEEKDAY_DOT] : [MONTH_DAY]) {
    form.lastIndex = token.start
    const match = form.exec(tokens.source)
    if (match)
      return {
        value: { month: Number(match[1]), day: Number(match[3] ?? match[2]) },
        next: indexFrom(tokens, index, token.start + match[0].length),
      }
  }
  return undefined
}

/** Whether the words before say that a month and a day in digits follow. */
export const expectsMonthDay = (tokens: Tokens, index: number): boolean =>
  /^(?:on|due)$/.test(at(tokens, index - 1)) || readWeekday(tokens, index - 1) !== undefined
