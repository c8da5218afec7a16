import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { dayOf, monthLength, move, parts, stamp } from '../normalise/calendar.ts'
import { MONTH_NAMES, MONTHS } from './months.ts'
import { signsOf } from './signs.ts'

/** A calendar date as printed: its parts, and the year it must mean when none is printed. */
export interface PrintedDate extends Span {
  readonly year?: number
  /** The printed year, or the one nearest to the publication date; none when neither is known. */
  readonly resolvedYear?: number
  readonly month: number
  readonly day?: number
  /** ISO weekday, 1 is Monday, where one is printed beside the date. */
  readonly weekday?: number
  /** The part without the weekday. */
  readonly date: Span
}

/** Months and weekdays are told apart by three letters. */
const LETTERS = 3
const MONTH_LETTERS = MONTHS.map(name => name.slice(0, LETTERS))
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const NAMES: ReadonlySet<string> = new Set([...MONTH_LETTERS, ...DAYS])
const MONTH = `(?<month>${MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`
const WEEKDAY =
  '(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?(?=,|\\s\\d))(?:\\s(?:morning|afternoon|evening|night))?(?:,\\s{0,2}|\\s{1,2}\\(?)(?:the\\s)?)?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:(?:,\\s?|\\s|,?\\sof\\s)(?<year>(?:19|20)\\d\\d))?'
// A number that goes on, a unit or a clock after it: not a day of a month.
const END = "(?![\\w%\u2019'/-]|[.,:]\\d|\\s?(?:percent|per\\scent|million|billion|thousand|people|[ap]\\.?m\\b))"

/** Each form, read where it may begin: at a name of a month or weekday, at a number, or at either. */
const FORMS: readonly { readonly form: RegExp; readonly at: keyof Starts }[] = [
  { form: new RegExp(`\\b${WEEKDAY}${MONTH}\\s{1,2}${DAY}${YEAR}${END}`, 'yd'), at: 'names' },
  {
    form: new RegExp(`(?<![\\w.,:/$-])${WEEKDAY}${DAY}(?:\\sof)?\\s{1,2}${MONTH}${YEAR}${END}`, 'yd'),
    at: 'namesAndDays',
  },
  { form: new RegExp(`\\b${MONTH},?\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)${END}`, 'yd'), at: 'names' },
  { form: /(?<![\w./-])(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\w/-]|\.\d)/dy, at: 'years' },
]

/** Where dates may begin, sorted. */
interface Starts {
  /** Capitalised words that begin as months and weekdays do. */
  readonly names: readonly number[]
  /** These, and numbers of one or two digits. */
  readonly namesAndDays: readonly number[]
  /** Numbers of four digits before a hyphen. */
  readonly years: readonly number[]
}

function starts(text: string): Starts {
  const { capitals, numbers } = signsOf(text)
  const [names, days, years]: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at < capitals.length; at += 2) {
    const start = capitals[at] ?? 0
    if (NAMES.has(text.slice(start, start + LETTERS))) names.push(start)
  }
  for (let at = 0; at < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    const digits = (numbers[at + 1] ?? 0) - start
    // Without a name no number is a day.
    if (digits < 3 && names.length > 0) days.push(start)
    else if (digits === 4 && text.charAt(start + digits) === '-') years.push(start)
  }
  const namesAndDays = days.length === 0 ? names : [...names, ...days].sort((a, b) => a - b)
  return { names, namesAndDays, years }
}

/** The matches of a form that begin at one of the places, not overlapping. */
function* matches(text: string, form: RegExp, places: readonly number[]): Generator<RegExpExecArray> {
  let end = 0
  for (const place of places) {
    if (place < end) continue
    form.lastIndex = place
    const match = form.exec(text)
    if (!match) continue
    end = form.lastIndex
    yield match
  }
}

/** How far ahead of publication a date without a year may lie before it is taken for the year before. */
const AHEAD_DAYS = 92

/** The year that a month and day without one must mean: the last such day before publication, or one soon after it. */
function nearestYear(published: string | undefined, month: number, day: number): number | undefined {
  const anchor = dayOf(published)
  if (anchor === undefined) return undefined
  const { year } = parts(anchor)
  const limit = move(anchor, { days: AHEAD_DAYS })
  const next = stamp(year + 1, month, Math.min(day, 28))
  if (next <= limit) return year + 1
  return stamp(year, month, Math.min(day, 28)) <= limit ? year : year - 1
}

/** Where a named group of a match stands. */
const startOf = (match: RegExpMatchArray, name: string): number =>
  match.indices?.groups?.[name]?.[0] ?? Number.POSITIVE_INFINITY

function toDate(match: RegExpMatchArray & { readonly index: number }, published: string | undefined): PrintedDate {
  const { month: name = '', day, year, weekday } = match.groups ?? {}
  const month = /\d/.test(name) ? Number(name) : MONTH_LETTERS.indexOf(name.slice(0, LETTERS)) + 1
  const end = match.index + match[0].length
  const resolved = year === undefined ? nearestYear(published, month, Number(day)) : Number(year)
  return {
    start: match.index,
    end,
    date: { start: Math.min(startOf(match, 'month'), startOf(match, 'day'), startOf(match, 'year')), end },
    month,
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(resolved === undefined ? {} : { resolvedYear: resolved }),
    ...(weekday === undefined ? {} : { weekday: DAYS.indexOf(weekday.slice(0, LETTERS)) + 1 }),
  }
}

/** Every calendar date printed in a text (month and day, or month and year), in order, not overlapping. Linear. */
export function printedDates({ doc, text }: Pick<CheckContext, 'doc' | 'text'>): readonly PrintedDate[] {
  const known = cache.get(doc)
  if (known) return known
  const places = starts(text)
  const found = FORMS.flatMap(({ form, at }) =>
    [...matches(text, form, places[at])].map(match => toDate(match, doc.published)),
  )
  const dates: PrintedDate[] = []
  for (const date of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (date.start >= (dates.at(-1)?.end ?? 0)) dates.push(date)
  cache.set(doc, dates)
  return dates
}

/** Several checks ask for the dates of one document. */
const cache = new WeakMap<Document, readonly PrintedDate[]>()

/** Whether the month has such a day; a 29 February without a known year exists. */
export const exists = ({ month, day, resolvedYear, year }: PrintedDate): boolean =>
  month >= 1 &&
  month <= 12 &&
  (day === undefined || (day >= 1 && day <= monthLength(year ?? (month === 2 ? (resolvedYear ?? 2000) : 2000), month)))

/** First and last day that a printed date can mean, ISO; none without a year or when it does not exist. */
export function bounds(date: PrintedDate): { readonly from: string; readonly to: string } | undefined {
  const { resolvedYear: year, month, day } = date
  if (year === undefined || !exists(date)) return undefined
  return day === undefined
    ? { from: stamp(year, month, 1), to: stamp(year, month, monthLength(year, month)) }
    : { from: stamp(year, month, day), to: stamp(year, month, day) }
}
