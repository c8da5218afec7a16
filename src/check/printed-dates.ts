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
/** Every name of a month or weekday that a form below reads, full and short. */
const NAMES: ReadonlySet<string> = new Set([
  ...[...MONTHS, ...MONTH_LETTERS, 'Sept', ...DAYS, 'Tues', 'Thur', 'Thurs'],
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
])
/** The two letters that names begin with, as bits: told of most words without a look at the rest. */
const OPENINGS = new Uint8Array(1 << 10)
const opening = (first: number, second: number): number => ((first & 31) << 5) | (second & 31)
for (const name of NAMES) OPENINGS[opening(name.charCodeAt(0), name.charCodeAt(1))] = 1
const MONTH = `(?<month>${MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`
const WEEKDAY =
  '(?<lead>(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?(?=,|\\s\\d))(?:\\s(?:morning|afternoon|evening|night))?(?:,\\s{0,2}|\\s{1,2}\\(?)(?:the\\s)?)?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:(?:,\\s?|\\s|,?\\sof\\s)(?<year>(?:19|20)\\d\\d))?'
// A number that goes on, a unit or a clock after it: not a day of a month.
const END = "(?![\\w%\u2019'/-]|[.,:]\\d|\\s?(?:percent|per\\scent|million|billion|thousand|people|[ap]\\.?m\\b))"

/** Each form, read where it may begin: at a name of a month or weekday, at a number, or at either. Exported for its test. */
export const FORMS: readonly { readonly form: RegExp; readonly at: keyof Starts }[] = [
  { form: new RegExp(`\\b${WEEKDAY}${MONTH}\\s{1,2}${DAY}${YEAR}${END}`, 'y'), at: 'names' },
  {
    form: new RegExp(`(?<![\\w.,:/$-])${WEEKDAY}${DAY}(?:\\sof)?\\s{1,2}${MONTH}${YEAR}${END}`, 'y'),
    at: 'namesAndDays',
  },
  { form: new RegExp(`\\b${MONTH},?\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)${END}`, 'y'), at: 'names' },
  { form: /(?<![\w./-])(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\w/-]|\.\d)/y, at: 'years' },
]

/** Where dates may begin, sorted. */
interface Starts {
  /** Names of months and weekdays. */
  readonly names: readonly number[]
  /** These, and numbers of one or two digits right before one. */
  readonly namesAndDays: readonly number[]
  /** Numbers of four digits before a hyphen. */
  readonly years: readonly number[]
}

/** Units between the end of a day's number and its month: "12th of  May". */
const BEFORE_MONTH = 7

function starts(text: string): Starts {
  const { capitals, numbers } = signsOf(text)
  const [names, namesAndDays, years]: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at < capitals.length; at += 2) {
    const start = capitals[at] ?? 0
    if (OPENINGS[opening(text.charCodeAt(start), text.charCodeAt(start + 1))] === 0) continue
    if (NAMES.has(text.slice(start, capitals[at + 1]))) names.push(start)
  }
  let next = 0
  for (let at = 0; at < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    const end = numbers[at + 1] ?? 0
    if (end - start === 4 && text.charAt(end) === '-') years.push(start)
    for (; (names[next] ?? start) < start; next++) namesAndDays.push(names[next] ?? 0)
    if (end - start < 3 && (names[next] ?? text.length + end) - end <= BEFORE_MONTH) namesAndDays.push(start)
  }
  for (; next < names.length; next++) namesAndDays.push(names[next] ?? 0)
  return { names, namesAndDays, years }
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

function toDate({ 0: words, index, groups = {} }: RegExpExecArray, published: string | undefined): PrintedDate {
  const { month: name = '', day, year, weekday, lead = '' } = groups
  const month = /\d/.test(name) ? Number(name) : MONTH_LETTERS.indexOf(name.slice(0, LETTERS)) + 1
  const end = index + words.length
  const resolved = year === undefined ? nearestYear(published, month, Number(day)) : Number(year)
  return {
    start: index,
    end,
    date: { start: index + lead.length, end },
    month,
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(resolved === undefined ? {} : { resolvedYear: resolved }),
    ...(weekday === undefined ? {} : { weekday: DAYS.indexOf(weekday.slice(0, LETTERS)) + 1 }),
  }
}

/** Every calendar date printed in a text (month and day, or month and year), in order, not overlapping. Linear. */
export function printedDates({ doc, text }: Pick<CheckContext, 'doc' | 'text'>): readonly PrintedDate[] {
  if (recent?.doc === doc) return recent.dates
  const dates = readDates(text, doc.published)
  recent = { doc, dates }
  return dates
}

/** Several checks ask for the dates of one document in turn. */
let recent: { readonly doc: Document; readonly dates: readonly PrintedDate[] } | undefined

function readDates(text: string, published: string | undefined): PrintedDate[] {
  const places = starts(text)
  const found: PrintedDate[] = []
  if (places.names.length === 0 && places.years.length === 0) return found
  for (const { form, at } of FORMS) {
    let end = 0
    for (const place of places[at]) {
      if (place < end) continue
      form.lastIndex = place
      const match = form.exec(text)
      if (!match) continue
      end = form.lastIndex
      found.push(toDate(match, published))
    }
  }
  if (found.length < 2) return found
  const dates: PrintedDate[] = []
  for (const date of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (date.start >= (dates.at(-1)?.end ?? 0)) dates.push(date)
  return dates
}

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
