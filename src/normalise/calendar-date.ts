import { expectsMonthDay, fourDigits, readDigits, readMonthDay } from './date-digits.ts'
import { readDayNumber, readMonth, readOrdinal, readWeekday, readYear, readYearWords } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import type { Written } from './when.ts'

const separates = (text: string): boolean => text === '/' || text === '-' || text === '.' || text === ','

/** The year after a month or a day: ", 2018", " of 2018", "/2018", "'18", "of 87", in words; an editor's "[2018]". */
export function readYearAfter(tokens: Tokens, index: number): Read<number> | undefined {
  let start = index
  if (at(tokens, index) === '[' && at(tokens, index + 2) === ']') {
    const inserted = readYear(tokens, index + 1)
    return inserted && { value: inserted.value, next: index + 3 }
  }
  const joined = at(tokens, start) === 'of' || at(tokens, start) === 'in'
  const stop = at(tokens, start) === '.' && tokens.list[start + 1]?.spaced === true
  if ((joined || separates(at(tokens, start))) && !stop) start++
  if (at(tokens, start) === 'the' && at(tokens, start + 1) === 'year') start += 2
  if (tokens.list[start]?.line) return undefined
  const year = readYear(tokens, start)
  if (year && !isGlued(tokens, year.next)) return year
  const apostrophe = at(tokens, start) === "'" || at(tokens, start) === '\u2019'
  const two = tokens.list[apostrophe ? start + 1 : start]
  if ((apostrophe || at(tokens, index) === 'of') && two?.kind === 'digits' && two.text.length === 2)
    return { value: fourDigits(two.text), next: apostrophe ? start + 2 : start + 1 }
  return readYearWords(tokens, start)
}

/** Whether a number runs on into a longer one or a name: 2016.5, 2019a, 2016-04. */
export function isGlued(tokens: Tokens, next: number): boolean {
  const mark = tokens.list[next]
  if (mark === undefined || mark.spaced) return false
  if (mark.kind !== 'mark') return mark.text !== 't'
  if (mark.text === '\\' || mark.text === '_') return true
  const after = tokens.list[next + 1]
  if (mark.text === '-' && after?.kind === 'digits' && !/^(?:[0-9]{1,2}|(?:1[89]|20)[0-9]{2})$/.test(after.text))
    return true
  if (mark.text === '/' && (/^(?:19|20)[0-9]{2}$/.test(after?.text ?? '') || readMonth(tokens, next + 1))) return false
  return /^[.,:/@=_%\\]$/.test(mark.text) && after?.spaced === false && after.kind !== 'mark'
}

/** "October 3, 2018", "Oct. 2018", "October", "Sep-23-2020", "October the third": a month's name first. */
function readMonthFirst(tokens: Tokens, start: number, published?: string): Read<Written> | undefined {
  const month = readMonth(tokens, start)
  if (!month) return undefined
  let index = month.next
  const glue = at(tokens, index)
  const marked = (glue === '-' || glue === '/' || glue === ',') && tokens.list[index + 1]?.kind === 'digits'
  if (marked) index++
  if (at(tokens, index) === 'the') index++
  if (
    tokens.list[index]?.kind === 'digits' &&
    index === month.next &&
    !tokens.list[index]?.spaced &&
    at(tokens, index - 1) !== '.'
  )
    return undefined
  const short =
    tokens.list[index]?.kind === 'digits' && glue === '-' ? readShortYear(tokens, index, published) : undefined
  if (short) return { value: { year: short.value, month: month.value }, next: short.next }
  const day = tokens.list[index]?.line ? undefined : readDayNumber(tokens, index)
  if (day && dayEnds(tokens, day.next)) {
    const year = readYearAfter(tokens, day.next)
    return year
      ? { value: { year: year.value, month: month.value, day: day.value }, next: year.next }
      : { value: { month: month.value, day: day.value }, next: day.next }
  }
  const year = readYearAfter(tokens, month.next)
  return year
    ? { value: { year: year.value, month: month.value }, next: year.next }
    : { value: { month: month.value }, next: month.next }
}

/** "Jan-15" in a text of 2015 or the five years after is January 2015: two digits that end the last years are a year. */
function readShortYear(tokens: Tokens, index: number, published: string | undefined): Read<number> | undefined {
  const digits = at(tokens, index)
  if (published === undefined || !/^[1-9][0-9]$/.test(digits) || /^[-/]$/.test(at(tokens, index + 1))) return undefined
  const age = Number(published.slice(0, 4)) - 2000 - Number(digits)
  return age >= 0 && age <= 5 ? { value: 2000 + Number(digits), next: index + 1 } : undefined
}

/** Whether digits after a month are a day: not the start of a decimal, a time, a sum or a share. */
const dayEnds = (tokens: Tokens, next: number): boolean => {
  const mark = tokens.list[next]
  if (mark === undefined) return true
  if (mark.spaced) return mark.text !== '%' && !/^(?:percent|million|billion|thousand|hundred)$/.test(mark.text)
  if (mark.text === '%') return false
  if (mark.text === ':') return !(tokens.list[next + 1]?.kind === 'digits' && !tokens.list[next + 1]?.spaced)
  return (
    !(mark.text === '.' || mark.text === ',') ||
    tokens.list[next + 1]?.spaced !== false ||
    /^(?:19|20)[0-9]{2}$/.test(at(tokens, next + 1)) ||
    tokens.list[next + 1]?.kind !== 'digits'
  )
}

/** "3 October 2018", "3rd of October", "16. Nov. 2016", "30-October-2015", "22/Jan/2019": the day first. */
function readDayFirst(tokens: Tokens, start: number, listed = true): Read<Written> | undefined {
  const day = readDayNumber(tokens, start)
  if (!day) return undefined
  let index = day.next
  if (at(tokens, index) === 'day') index++
  if (at(tokens, index) === 'of' || separates(at(tokens, index))) index++
  if (tokens.list[index]?.line) return undefined
  const month = readMonth(tokens, index)
  if (!month) return listed ? readListedDay(tokens, start, day) : undefined
  // "Figure 4. October 13": the day stands after its month
  const own = tokens.list[month.next]?.kind === 'digits' ? readDayNumber(tokens, month.next) : undefined
  if (own && separates(at(tokens, day.next))) return undefined
  const year = readYearAfter(tokens, month.next)
  return year
    ? { value: { year: year.value, month: month.value, day: day.value }, next: year.next }
    : { value: { month: month.value, day: day.value }, next: month.next }
}

/** The "26" of "26 and 31 October", the "2, 2020" of "October 1 and 2, 2020": the month stands with the other day. */
function readListedDay(tokens: Tokens, start: number, day: Read<number>): Read<Written> | undefined {
  if (tokens.list[start]?.kind !== 'digits') return undefined
  if (at(tokens, day.next) === 'and') {
    const other = tokens.list[day.next + 1]?.kind === 'digits' ? readDayFirst(tokens, day.next + 1, false) : undefined
    return other?.value.month === undefined || other.next <= day.next + 2
      ? undefined
      : { value: { ...other.value, day: day.value }, next: day.next }
  }
  const before = /^(?:st|nd|rd|th)$/.test(at(tokens, start - 2)) ? start - 3 : start - 2
  const month =
    at(tokens, start - 1) === 'and' && tokens.list[before]?.kind === 'digits'
      ? (readMonth(tokens, before - 1) ?? readMonth(tokens, before - 2))
      : undefined
  const year = month && month.next === before ? readYearAfter(tokens, day.next) : undefined
  return month && year
    ? { value: { year: year.value, month: month.value, day: day.value }, next: year.next }
    : undefined
}

/** "2018 October 3", "2018-Oct-03", "2016, nov": the year first. */
function readYearFirst(tokens: Tokens, start: number): Read<Written> | undefined {
  const year = readYear(tokens, start)
  if (!year) return undefined
  const index = separates(at(tokens, year.next)) ? year.next + 1 : year.next
  if (tokens.list[index]?.line) return undefined
  const month = readMonth(tokens, index)
  const first = month ? undefined : readDayNumber(tokens, index)
  const last = first && index > year.next ? readMonth(tokens, first.next) : undefined
  if (first && last) return { value: { year: year.value, month: last.value, day: first.value }, next: last.next }
  if (!month) return undefined
  if (index > year.next && readYear(tokens, month.next)) return undefined
  const from = separates(at(tokens, month.next)) ? month.next + 1 : month.next
  const day = tokens.list[from]?.line ? undefined : readDayNumber(tokens, from)
  return day && tokens.list[from]?.kind === 'digits'
    ? { value: { year: year.value, month: month.value, day: day.value }, next: day.next }
    : { value: { year: year.value, month: month.value }, next: month.next }
}

/** A calendar date in any of its written forms, a weekday before it included; never a bare year or a bare day. */
export function readWritten(tokens: Tokens, start: number, published?: string): Read<Written> | undefined {
  const weekday = readWeekday(tokens, start)
  if (weekday) {
    let index = weekday.next
    if (at(tokens, index) === ',') index++
    if (at(tokens, index) === 'the') index++
    if (tokens.list[index]?.line) return undefined
    const date = readPlain(tokens, index, published)
    if (date?.value.day !== undefined) return date
    const last = tokens.list[index + 1]
    const digits =
      tokens.list[index]?.kind === 'digits' &&
      (last?.kind === 'mark' || last === undefined) &&
      !/^[:.,%/-]$/.test(last?.text ?? '')
    const day =
      readOrdinal(tokens, index) ?? (digits || at(tokens, index + 1) === '.' ? readDayNumber(tokens, index) : undefined)
    return day && day.value <= 31 ? { value: { weekday: weekday.value, day: day.value }, next: day.next } : undefined
  }
  return readPlain(tokens, start, published)
}

const readPlain = (tokens: Tokens, start: number, published?: string): Read<Written> | undefined =>
  readDigits(tokens, start, published) ??
  (expectsMonthDay(tokens, start) ? readMonthDay(tokens, start) : undefined) ??
  readMonthFirst(tokens, start, published) ??
  readDayFirst(tokens, start) ??
  readYearFirst(tokens, start)
