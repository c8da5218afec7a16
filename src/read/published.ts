import { isDay, stamp } from '../normalise/calendar.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month's name or usual abbreviation. */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s{1,3})?'

/** What may follow the day: nothing, or the time of day. */
const TIME = '(?:,?\\s{1,3}(?:at\\s)?\\d{1,2}[:.]\\d{2}.{0,30})?$'

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})$/i
const YEAR_FIRST = new RegExp(`^(\\d{4})([-_/.])(\\d{1,2})\\2(\\d{1,2})(?:T\\d{2}:\\d{2}.{0,20}$|${TIME})`)
const MONTH_DAY = new RegExp(`^${WEEKDAY}${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})${TIME}`, 'i')
const DAY_MONTH = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}(?:of\\s)?${MONTH},?[\\s-]{1,3}(\\d{4})${TIME}`,
  'i',
)
const NUMBERS = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}`)

/** `YYYY-MM-DD` when the numbers name a day that exists. */
function day(...numbers: readonly [string | number, string | number, string | number]): string | undefined {
  const [year, month, dayOfMonth] = numbers.map(Number)
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined
  return year > 0 && isDay(year, month, dayOfMonth) ? stamp(year, month, dayOfMonth) : undefined
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/**
 * The day (or the instant with its offset) that a date line states: ISO forms, `2018_07_29`, `October 3, 2018`, `Wed,
 * 03 Oct 2018 14:05:00 GMT`. Undefined when it states none, or when it can be read in two ways (`03/10/2018`): never a
 * guess.
 */
export function publishedDate(value: string): string | undefined {
  const text = value.slice(0, 100).trim()
  const instant = INSTANT.exec(text)
  if (instant) {
    const [, year = '', month = '', dayOfMonth = '', time = '', offset = ''] = instant
    const date = day(year, month, dayOfMonth)
    if (date === undefined || !isTime(time)) return undefined
    const zone = /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
    return `${date}T${time}${zone}`
  }
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return day(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4] ?? '')
  const monthDay = MONTH_DAY.exec(text)
  if (monthDay) return day(monthDay[3] ?? '', monthNumber(monthDay[1] ?? ''), monthDay[2] ?? '')
  const dayMonth = DAY_MONTH.exec(text)
  if (dayMonth) return day(dayMonth[3] ?? '', monthNumber(dayMonth[2] ?? ''), dayMonth[1] ?? '')
  const numbers = NUMBERS.exec(text)
  return numbers ? eitherOrder(numbers[4] ?? '', Number(numbers[1]), Number(numbers[3])) : undefined
}

const isTime = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d/.test(time)

/** `13/10/2018` can only be 13 October, `05/05/2018` is the same both ways; anything else is open. */
function eitherOrder(year: string, first: number, second: number): string | undefined {
  const american = day(year, first, second)
  const european = day(year, second, first)
  if (american !== undefined && european !== undefined && american !== european) return undefined
  return american ?? european
}

/**
 * A day in a file name (`apt38-2018-10-03.txt`, `2018_10_03_story.md`, `20181003-story.txt`), when it holds exactly
 * one. Only the name counts, not its folders: those often say when a file was saved.
 */
export function dateInName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const found = new Set<string>()
  for (const match of name.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)) {
    const date = day(match[1] ?? '', match[3] ?? '', match[4] ?? '')
    if (date !== undefined) found.add(date)
  }
  return found.size === 1 ? [...found][0] : undefined
}
