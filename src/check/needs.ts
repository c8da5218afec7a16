import type { Check, CheckContext, Need } from '../model/stage.ts'
import { parts } from '../normalise/calendar.ts'
import { USUAL } from './numbered-name.ts'
import { printedDates } from './printed-dates.ts'
import { signsOf } from './signs.ts'
import { isDigit } from './units.ts'
import { isFar } from './year-slip.ts'

const [NUMBERS, DOTTED, SLASHED, TIMED, PER_CENT, RANGE] = [1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5]
const [AGES, FAR_YEAR, NUMBERED, YEARS, DATE, DATES] = [1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11]
const [FIGURE, FIGURES, MONEY, PERCENTAGE, PLACE, COUNTRY] = [1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16, 1 << 17]
const [REFUTED, TITLE, FOREIGN, QUOTES] = [1 << 18, 1 << 19, 1 << 20, 1 << 21]

/** The bits of which a document must have one. */
const BITS: Readonly<Record<Need, number>> = {
  numbers: NUMBERS,
  dotted: DOTTED,
  timed: TIMED | DOTTED,
  'per-cent': PER_CENT,
  range: RANGE,
  ages: AGES,
  'far-year': FAR_YEAR,
  numbered: NUMBERED,
  date: DATE,
  dates: DATES,
  'date-or-slash': DATE | SLASHED,
  period: DATE | YEARS,
  figure: FIGURE,
  figures: FIGURES,
  money: MONEY,
  percentage: PERCENTAGE,
  place: PLACE,
  country: COUNTRY,
  'refuted-date': REFUTED,
  title: TITLE,
  foreign: FOREIGN,
  quotes: QUOTES,
}

/** For each need of a check, the bits of which a document must have one. */
export const needsOf = ({ needs = [] }: Check): readonly number[] => needs.map(need => BITS[need])

/** Whether a document has what a check needs. */
export function meets(has: number, needs: readonly number[]): boolean {
  for (const need of needs) if ((has & need) === 0) return false
  return true
}

/** What a document has of all that checks need, as bits: looked up once, so that most checks need not be run. Linear. */
export function has(context: CheckContext): number {
  const { doc, dated, text } = context
  const { joints, quotes } = signsOf(text)
  const dates = printedDates(context).length
  return (
    ofMentions(context) |
    ofNumbers(text, dated.published === undefined ? 0 : parts(dated.published).year) |
    (dates > 0 ? DATE : 0) |
    (dates > 1 ? DATES : 0) |
    (joints.includes('.') ? DOTTED : 0) |
    (joints.includes('/') ? SLASHED : 0) |
    (joints.includes(':') ? TIMED : 0) |
    (quotes.length > 1 ? QUOTES : 0) |
    (doc === dated ? 0 : REFUTED) |
    (doc.title === undefined ? 0 : TITLE) |
    (signsOf(doc.text).foreign ? FOREIGN : 0)
  )
}

function ofMentions({ mentions }: CheckContext): number {
  let [bits, figures, money] = [0, 0, 0]
  for (const { type, text } of mentions) {
    if (type === 'place') bits |= PLACE
    else if (type === 'country') bits |= COUNTRY
    else if (type === 'count' || type === 'money' || type === 'percent') {
      // "14 out of 50" is one mention, but two figures.
      figures += text.length > 5 && isDigit(text.charCodeAt(text.length - 1)) ? 2 : 1
      if (type === 'money') money++
      else if (type === 'percent') bits |= PERCENTAGE
    }
  }
  return bits | (figures > 0 ? FIGURE : 0) | (figures > 1 ? FIGURES : 0) | (money > 1 ? MONEY : 0)
}

/** Letters and signs of ASCII. */
const [A, D, M, N, P, T, U] = [0x61, 0x64, 0x6d, 0x6e, 0x70, 0x74, 0x75]
const [SPACE, PERCENT, BRACKET, HYPHEN, WIDE] = [0x20, 0x25, 0x28, 0x2d, 0x167f]

/** What stands before and behind numbers tells most of what checks look for around them. */
function ofNumbers(text: string, published: number): number {
  const { numbers, capitals } = signsOf(text)
  let bits = numbers.length < 4 ? 0 : NUMBERS
  let [ages, names, next] = [0, 0, 1]
  for (let at = 0; at < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    const end = numbers[at + 1] ?? 0
    const before = start > 0 ? text.charCodeAt(start - 1) : SPACE
    // What follows behind a space, and in small letters.
    const after = end < text.length ? text.charCodeAt(end) : SPACE
    const word = (isBlank(after) && end + 1 < text.length ? text.charCodeAt(end + 1) : after) | 0x20
    if (after === PERCENT || word === (PERCENT | 0x20) || word === P) bits |= PER_CENT
    if (end - start === 4) {
      if (isFar(Number(text.slice(start, end)), published)) bits |= FAR_YEAR
      if (word === T || word === U || word === A) bits |= YEARS
    } else if (end - start === 2 && (isBlank(before) || before === BRACKET || after === HYPHEN)) ages++
    if (start > 2 && (isLead(text.charCodeAt(start - 2)) || isLead(text.charCodeAt(start - 3)))) bits |= RANGE
    while (next < capitals.length && (capitals[next] ?? 0) < start - 1) next += 2
    if (capitals[next] === start - 1 && (before === SPACE || before === HYPHEN)) names++
  }
  return bits | (ages > 1 ? AGES : 0) | (names > USUAL ? NUMBERED : 0)
}

/** A blank; beyond Latin, where the narrow and wide ones of print stand, any unit: a need may be had too often, never too seldom. */
const isBlank = (unit: number): boolean => unit <= SPACE || unit === 0xa0 || unit > WIDE

/** The last letters of "between", "from" and "aged". */
const isLead = (unit: number): boolean => (unit | 0x20) === N || (unit | 0x20) === M || (unit | 0x20) === D
