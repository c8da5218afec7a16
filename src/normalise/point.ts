import { isGlued, readWritten } from './calendar-date.ts'
import { unitAround } from './shift.ts'
import { readMonth, readYear, readYearWords } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'
import { type Anchor, ofYears, resolve, type When, type Written } from './when.ts'

/** One end of a range, or a date by itself; `written` where the calendar was named, so that the other end can complete it. */
export interface Point {
  readonly when: When
  readonly written?: Written
}

/** What reads the date at a token. */
export type PointReader = (tokens: Tokens, start: number, anchor: Anchor) => Read<Point> | undefined

/** Words that turn a number into something else than a year: names of products that carry one. */
const PRODUCT = new Set(
  'windows server office word excel exchange sharepoint studio outlook powerpoint acrobat autocad sql project visio creative suite port build version page rfc event error line id no number kb ms'.split(
    ' ',
  ),
)
const COUNTS = /^(?:over|about|than|nearly|almost|some|approximately|around|roughly|least)$/
/** Counted things after a number; verbs and the like that end in an s are none. */
const COUNTED = /^(?!(?:has|was|is|as|its|his|this|does)$)(?:[a-z]+s|people)$/

/** A bare year: "2018", "the year 2018", "FY2018"; never part of a longer number, a path or a product's name. */
function readBareYear(tokens: Tokens, start: number, { published }: Anchor): Read<Point> | undefined {
  let index = start
  if (at(tokens, index) === 'the' && at(tokens, index + 1) === 'year') index++
  const named = at(tokens, index) === 'year'
  if (named) index++
  if (/^(?:cy|fy)$/.test(at(tokens, index)) && tokens.list[index + 1]?.spaced === false) {
    const short = at(tokens, index + 1)
    const year = /^[0-9]{2}$/.test(short) ? 2000 + Number(short) : readYear(tokens, index + 1)?.value
    return year === undefined ? undefined : point({ year }, index + 2)
  }
  const token = tokens.list[index]
  if (token?.kind !== 'digits') {
    const words =
      named || /^(?:in|of|since|until|by)$/.test(at(tokens, start - 1)) ? readYearWords(tokens, index) : undefined
    return words && point({ year: words.value }, words.next)
  }
  if (named && token.text.length === 3) return point({ year: Number(token.text) }, index + 1)
  const year = readYear(tokens, index)
  if (!year || isGlued(tokens, year.next)) return undefined
  const latest = (published === undefined ? 2030 : Number(published.slice(0, 4))) + 15
  if (year.value > latest && !named) return undefined
  if (named) return point({ year: year.value }, year.next)
  if (!isClear(tokens, start, /[\w/\\.:@#=&+%^$\u20ac\u00a3-]/)) return undefined
  const previous = at(tokens, start - 1)
  if (PRODUCT.has(previous) || (COUNTS.test(previous) && COUNTED.test(at(tokens, year.next)))) return undefined
  const cue = /^(?:in|since|of|by|until|before|after|from|between|and|to|year|\u2013|\(|-)$/.test(previous)
  const round = year.value % 100 === 0
  if ((round || year.value < 1950) && !cue) return undefined
  if (round && /^[a-z]{3,}s$/.test(at(tokens, year.next))) return undefined
  return point({ year: year.value }, year.next)
}

/** Whether no mark glues a date to a name before it; a hyphen may join it to "mid" or to the date where its range begins. */
export function isClear(tokens: Tokens, start: number, glue: RegExp): boolean {
  const token = tokens.list[start]
  const before = token && tokens.source[token.start - 1]
  if (token === undefined || before === undefined || before === ' ' || !glue.test(before)) return true
  const previous = tokens.list[start - 2]
  if (before !== '-' && before !== '/') return false
  if (previous === undefined || token.start < 2 || /\s/.test(tokens.source[token.start - 2] ?? ' '))
    return before === '-'
  if (
    previous.kind === 'digits' &&
    tokens.list[start - 3]?.text === '-' &&
    !previous.spaced &&
    !/^(?:[0-9]{1,2})$/.test(at(tokens, start))
  )
    return false
  if (previous.kind === 'word')
    return /^(?:mid|early|late|pre|post|st|nd|rd|th)$/.test(previous.text) || readMonth(tokens, start - 2) !== undefined
  return /^(?:[0-9]{1,2}|(?:1[89]|20)[0-9]{2})$/.test(previous.text)
}

const point = (written: Written, next: number): Read<Point> => ({
  value: { when: resolve(written, {}), written },
  next,
})

/** Words that say how many years from publication a year lies. */
const SIDES: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ...'last previous past'.split(' ').map((word): [string, -1] => [word, -1]),
  ...'this current same'.split(' ').map((word): [string, 0] => [word, 0]),
  ...'next coming'.split(' ').map((word): [string, 1] => [word, 1]),
])

/** A year as a period names it: in digits, or relative ("last year", "the year"). */
export function readYearWhen(tokens: Tokens, start: number, anchor: Anchor): Read<When> | undefined {
  const year = readYear(tokens, start)
  if (year && !isGlued(tokens, year.next)) return { value: ofYears(year.value), next: year.next }
  const words = readYearWords(tokens, start)
  if (words) return { value: ofYears(words.value), next: words.next }
  const index = at(tokens, start) === 'the' ? start + 1 : start
  const word = at(tokens, index)
  const by = SIDES.get(word)
  if (by === undefined || at(tokens, index + 1) !== 'year') return undefined
  return {
    value: anchor.published === undefined ? { timex: 'XXXX' } : unitAround('year', anchor.published, by),
    next: index + 2,
  }
}

/** Month names that are ordinary words, or parts of names: read alone only where the words around make them a month. */
const WORDY = /^(?:may|march|mar|dec|jan|sep|oct|nov|feb|apr|aug|jun|jul|april|june|august)$/
const MONTH_CUE =
  /^(?:in|since|by|of|until|till|last|this|next|early|late|mid|through|from|to|between|during|before|after|and|around|late-|on|every|each|the|coming|past|previous|-|\u2013|\(|as|end|beginning|throughout|its|their|our|s)$/

/** Whether a month without day and year is one: "May", "March" and short forms need a cue before them. */
export function isMonthAlone(tokens: Tokens, start: number, next: number): boolean {
  const token = tokens.list[start]
  if (!token) return false
  const capital = /^[A-Z]/.test(tokens.source.slice(token.start, token.end))
  const mark = at(tokens, next)
  if (capital && (mark === '-' || mark === '\u2013' || mark === 'to') && readMonth(tokens, next + 1)) return true
  if (mark === '-' && !tokens.list[next]?.spaced && tokens.list[next + 1]?.kind === 'word') return false
  const previous = at(tokens, start - 1)
  if (!WORDY.test(token.text)) return true
  const safe = token.text === 'june' || token.text === 'august' || token.text === 'april'
  if (safe) return capital || MONTH_CUE.test(previous)
  if (capital && ACTS.test(at(tokens, next))) return true
  if (token.text === 'may')
    return (
      MONTH_CUE.test(previous) &&
      (!/^(?:and|to|the|on|each|\(|as)$/.test(previous) ||
        (previous === 'and' && readMonth(tokens, start - 2) !== undefined)) &&
      (capital || previous === 'in') &&
      !/^(?:not|be|have|i|also)$/.test(at(tokens, next))
    )
  return capital && MONTH_CUE.test(previous) && previous !== '('
}

/** "March saw two rounds": what only a stretch of time does. */
const ACTS = /^(?:saw|brought|marked|marks|sees)$/

/** A calendar date: whole, or a month by itself. */
export function readCalendar(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const written = readWritten(tokens, start, anchor.published)
  if (!written) return readBareYear(tokens, start, anchor)
  const { day, year, weekday } = written.value
  if (day === undefined && year === undefined && weekday === undefined && !isMonthAlone(tokens, start, written.next))
    return undefined
  const word = tokens.list[start]?.kind !== 'digits'
  if (!isClear(tokens, start, word ? /[\w/\\@#=-]/ : /[\w/\\.:@#=&+%^$-]/)) return undefined
  if (isGlued(tokens, written.next) || (!word && PRODUCT.has(at(tokens, start - 1)))) return undefined
  const said = besideYear(tokens, written, anchor)
  if (said) return { value: { when: resolve(said.value, anchor), written: said.value }, next: said.next }
  const full = withYear(tokens, written)
  return { value: { when: resolve(full, anchor), written: full }, next: written.next }
}

/** "December 29 last year", "the 4th of May of this year": the day's year, in words. */
function besideYear(tokens: Tokens, { value, next }: Read<Written>, anchor: Anchor): Read<Written> | undefined {
  if (value.day === undefined || value.month === undefined || value.year !== undefined) return undefined
  const from = at(tokens, next) === 'of' ? next + 1 : next
  if (!SIDES.has(at(tokens, from)) || tokens.list[from]?.line) return undefined
  const year = readYearWhen(tokens, from, anchor)
  return year?.value.from === undefined
    ? undefined
    : { value: { ...value, year: Number(year.value.from.slice(0, 4)) }, next: year.next }
}

/** The year that a date takes from the one it is listed with: "May and June 2019", "August 1 – September 19, 2019". */
function withYear(tokens: Tokens, { value, next }: Read<Written>): Written {
  if (value.year !== undefined || value.month === undefined) return value
  if (!/^(?:and|or|to|through|until|,|-|\u2013|\u2014|\/)$/.test(at(tokens, next)) || tokens.list[next + 1]?.line)
    return value
  const other = readWritten(tokens, next + 1)?.value
  if (other?.year === undefined || other.month === undefined) return value
  const wraps = value.month > other.month
  return { ...value, year: other.year - (wraps ? 1 : 0), lent: true }
}
