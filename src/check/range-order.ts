import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { MONTH_NAMES } from './months.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'

const SIGN = '[$\\u20ac\\u00a3\\u00a5]?'
const NUMBER = '\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?'
const SCALE = '(?:thousand|million|billion|trillion)'

/**
 * "between 50 and 20", "ranging from $1,000 to $100", "aged 65 to 18". "From 50 to 20" by itself tells a fall; the unit, where
 * one is printed, must be one and the same, and clocks, scores and dates are none.
 */
const RANGE = new RegExp(
  `\\b(?:between|rang(?:e|es|ed|ing)\\s(?:anywhere\\s)?(?:from|between)|aged)\\s(?<low>(?<sign>${SIGN})(?<a>${NUMBER})(?:\\s(?<scaleA>${SCALE}))?(?<percent>%?))\\s(?:and|to)\\s(?<high>\\k<sign>(?<b>${NUMBER})(?:\\s(?<scaleB>${SCALE}))?)(?![\\d:/%-]|[.,]\\d|\\s?[ap]\\.?m\\b|(?:st|nd|rd|th)\\b)`,
  'dgi',
)
/** What stands right before the first number. */
const LEAD = /\b(?:between|rang\w+\s(?:anywhere\s)?from|aged)\s[$\u20ac\u00a3\u00a5]?$/i
const LEAD_REACH = 30
/** The letters that these end with. */
const LAST = 'nmdNMD'

/** Whether a range may begin at a number; told by its lead. */
function mayBegin(text: string): boolean {
  const { numbers } = signsOf(text)
  for (let at = 0; at + 2 < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    const near = LAST.includes(text.charAt(start - 2)) || LAST.includes(text.charAt(start - 3))
    if (near && LEAD.test(text.slice(Math.max(0, start - LEAD_REACH), start))) return true
  }
  return false
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const size = (digits: string, scale: string): number =>
  Number(digits.replace(/,/g, '')) * (SCALES[scale.toLowerCase()] ?? 1)

/** Numbers that are names, clocks, years or days. */
const NO_SIZE = /^(?:(?:19|20)\d\d)$/
const AFTER = new RegExp(String.raw`^\s?(?:hours?\b|o'clock|GMT|UTC|BCE?\b|B\.C\.|[A-Z]{2,4}T\b|(?:${MONTH_NAMES})\b)`)
/** Two things are set apart, and no range is given: "the difference between 128 and 64 bits". */
const APART =
  /\b(?:(?:differen\w+|differ\w*|gaps?|ratios?|distance|votes?|scores?|ties?|odds)(?:\s\w+){0,3}|cho[io]\w+|split\w*|relation\w*|switch\w*|toggl\w+|alternat\w+|decid\w+|divided|scored|ranked|tied|traffic|connections?|communications?|ports?)\s$/i
const APART_REACH = 50

/** "between 22 and 6" may be hours of a night, "between 12 and 1" too. */
const HOURS = 24

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const match of text.matchAll(RANGE)) {
    const { a = '', b = '', scaleA, scaleB = '', sign = '', percent = '' } = match.groups ?? {}
    const [start] = match.indices?.groups?.['low'] ?? []
    const [, end] = match.indices?.groups?.['high'] ?? []
    if (start === undefined || end === undefined || NO_SIZE.test(a) || NO_SIZE.test(b)) continue
    if (APART.test(text.slice(Math.max(0, match.index - APART_REACH), match.index))) continue
    if (AFTER.test(text.slice(end, end + 16))) continue
    // "between 500 and 1 million": the scale of the second holds for the first.
    const low = size(a, scaleA ?? scaleB)
    const high = size(b, scaleB)
    const bare = sign === '' && percent === '' && scaleB === ''
    if (low <= high || (bare && low <= HOURS) || (scaleA === undefined && scaleB !== '' && size(a, '') <= high))
      continue
    yield {
      confidence: 82,
      at: select({ start, end }),
      subject: `range:${text.slice(start, end).toLowerCase()}`,
      message: `This range goes down: ${text.slice(start, end)}. Are its ends swapped, or is one of them wrong?`,
      evidence: [],
    }
  }
}

/** A range whose upper end lies below its lower one. */
export const rangeOrder: Check = {
  id: 'range-order',
  severity: 'warning',
  needs: ['range'],
  title: 'A range ends below its beginning',
  why:
    'Catches \u201cbetween 500 and 200 machines\u201d, \u201cprices range from $1,000 to $100\u201d and \u201caged 65 to 18\u201d. Plain \u201cfrom 500 to 200\u201d tells a fall and is left ' +
    'alone, as are hours. Wrong when the two are no range but two numbers set side by side.',
  examples: {
    flagged: [
      'It hit between [[500 and 200]] machines.',
      'Prices range from [[$1,000 to $100]] a month.',
      'The victims, aged [[65 to 18]], lost all.',
    ],
    clean: [
      'It hit between 200 and 500 machines, and between 500,000 and 1 million people.',
      'The number fell from 500 to 200. It was shut between 22 and 6.',
      'The difference between 128 and 64 bits is large, as is the difference in outcomes between 1,000 and 100 users.',
      'It was built between 200 and 100 BC. The vote between 52 and 48 senators is over. Traffic between 443 and 80 is normal.',
      'It was shut between 9 and 5 on weekdays, between 11:30 and 2:15, and between 500 and 1 million times.',
    ],
  },
  run: context => (mayBegin(context.text) ? findings(context) : NONE),
}
