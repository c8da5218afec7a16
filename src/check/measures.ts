import type { Mention, Quantity } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { once } from './once.ts'

/** A mention that measures, with its size as the interval that its words leave open. */
export interface Measure extends Span {
  readonly type: 'money' | 'count' | 'percent'
  readonly text: string
  /** The number that the words give; for a range its middle is never taken, the lower end stands. */
  readonly value: number
  readonly low: number
  readonly high: number
  /** What "about" adds to the interval on either side; whoever says a figure twice says it alike, so a check may take it off. */
  readonly vague: number
  /** Currency, or what is counted, lower case; '' for a bare number; '%' for a percentage. */
  readonly unit: string
}

/** "about X" leaves a tenth open on both sides (discrepancies.md of the field: nearly is [0.9X, X)). */
const APPROXIMATE = 0.1
/** "about 61 percent" is no tenth of it: points. */
const ABOUT_POINTS = 2

/**
 * Half of the last printed digit: "1.7 million" stands for 1.65 to 1.75 million, "1 million" for a twentieth around it. A whole
 * number with zeros at its end may be rounded to them, but by no more than one in two hundred.
 */
function rounding(text: string, value: number): number {
  const printed = /\d[\d,\u00a0]*(?:\.(\d+))?/.exec(text)
  if (!printed) return 0
  const decimals = printed[1]?.length
  const number = Number(printed[0].replace(/[,\u00a0]/g, ''))
  const scale = number > 0 ? value / number : 1
  if (decimals !== undefined) return 0.5 * scale * 10 ** -decimals
  if (scale > 1.5) return Math.min(0.5 * scale, Math.abs(value) / 20)
  let half = 0.5
  for (let whole = Math.round(Math.abs(value)); whole >= 10 && whole % 10 === 0 && half < 1e20; whole /= 10) half *= 10
  return half < 1 ? 0 : Math.min(half, Math.abs(value) / 200)
}

/** "14 out of 50" is one count, a fraction: for arithmetic it is two numbers. */
const FRACTION = /^(\d[\d,]*)\s(?:out\sof|in|of)\s(\d[\d,]*)$/i

/** A plain whole number of a document's text. */
function plain(text: string, start: number): Measure {
  const value = Number(text.replace(/,/g, ''))
  const slack = rounding(text, value)
  return {
    type: 'count',
    start,
    end: start + text.length,
    text,
    value,
    low: value - slack,
    high: value + slack,
    vague: 0,
    unit: '',
  }
}

/** Money, counts and percentages of a document with a number in them, in order. */
export const measures = ({ mentions }: Pick<CheckContext, 'mentions'>): readonly Measure[] => ofMentions(mentions)

/** Several checks ask for the measures of one document. */
const ofMentions = once(measuresOf)

/** The same of mentions that no other check asks about. */
export function measuresOf(mentions: readonly Mention[]): readonly Measure[] {
  const list: Measure[] = []
  for (const { type, value: quantity, start, end, text } of mentions) {
    if ((type !== 'money' && type !== 'count' && type !== 'percent') || quantity === undefined) continue
    const fraction = type === 'count' ? FRACTION.exec(text) : null
    if (fraction) {
      const [, part = '', whole = ''] = fraction
      list.push(plain(part, start), plain(whole, end - whole.length))
      continue
    }
    const number = 'amount' in quantity ? quantity.amount : 'number' in quantity ? quantity.number : undefined
    const { min, max, approx } = quantity as Quantity
    const value = number ?? min ?? max
    if (value === undefined || !Number.isFinite(value)) continue
    const round = rounding(text, value)
    const slack = Math.max(
      round,
      approx
        ? Math.min(APPROXIMATE * Math.abs(value), type === 'percent' ? ABOUT_POINTS : Number.POSITIVE_INFINITY)
        : 0,
    )
    const unit =
      'currency' in quantity
        ? quantity.currency
        : 'of' in quantity
          ? (quantity.of ?? '')
          : type === 'percent'
            ? '%'
            : ''
    list.push({
      type,
      start,
      end,
      text,
      value,
      low: (min ?? (max === undefined ? value : Number.NEGATIVE_INFINITY)) - slack,
      high: (max ?? (min === undefined ? value : Number.POSITIVE_INFINITY)) + slack,
      vague: slack - round,
      unit: unit.toLowerCase(),
    })
  }
  return list
}

/** Whether a count is a fraction in words ("half", "a third"): part of a phrase, hardly a figure. */
export const inWords = ({ text, value }: Measure): boolean => value < 1 && !/\d/.test(text)

const ofFigures = once((list: readonly Measure[]) => list.filter(measure => !inWords(measure)))

/** The measures of a document that are figures. */
export const figures = (context: Pick<CheckContext, 'mentions'>): readonly Measure[] => ofFigures(measures(context))

/** Whether two measures can both be true of one thing. */
export const compatible = (a: Measure, b: Measure): boolean => a.low <= b.high && b.low <= a.high

/** The same without the tenth that "about" leaves open. */
export const compatibleAsPrinted = (a: Measure, b: Measure): boolean =>
  a.low + a.vague <= b.high - b.vague && b.low + b.vague <= a.high - a.vague

/**
 * The same for two figures said in the same words: "at least" and "in excess of" leave an open end, but no room for another
 * limit on the same side.
 */
export const compatibleAsSaid = (a: Measure, b: Measure): boolean =>
  compatible(a, b) && (!sameSide(a, b) || Math.abs(a.value - b.value) <= 0.005 * Math.max(a.value, b.value))

const sameSide = (a: Measure, b: Measure): boolean =>
  (a.low === Number.NEGATIVE_INFINITY && b.low === Number.NEGATIVE_INFINITY) ||
  (a.high === Number.POSITIVE_INFINITY && b.high === Number.POSITIVE_INFINITY)

/** Digits that count: without separators, and without zeros at either end. */
function digits(value: number): string {
  if (Number.isInteger(value) && value > 0 && value < 1e12) {
    let whole = value
    while (whole % 10 === 0) whole /= 10
    return String(whole)
  }
  return value
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
}

/**
 * Whether one number looks like a slip of the pen for the other: one digit changed, two neighbours swapped, or a factor of ten,
 * a hundred, a thousand or a million.
 */
export function slip(a: number, b: number): boolean {
  if (a === b || a <= 0 || b <= 0) return false
  const ratio = a > b ? a / b : b / a
  if ([10, 100, 1000, 1_000_000].some(factor => Math.abs(ratio / factor - 1) < 1e-9)) return true
  if (ratio >= 10) return false
  const size = Math.max(digits(a).length, digits(b).length)
  const x = digits(a).padEnd(size, '0')
  const y = digits(b).padEnd(size, '0')
  const differing = [...x].map((digit, at) => (digit === y[at] ? -1 : at)).filter(at => at >= 0)
  const [first = -1, second = -1] = differing
  return (
    differing.length === 1 ||
    (differing.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first])
  )
}

/** The same for two numbers as printed; of versions ("3.0.17") the digits are compared. */
export function slipOf(a: string, b: string): boolean {
  const [x, y] = [a, b].map(text => text.replace(/,/g, ''))
  if (x === undefined || y === undefined) return false
  if (!/\..*\./.test(x + y)) return slip(Number(x), Number(y))
  return (
    x.replace(/\d/g, '').length === y.replace(/\d/g, '').length &&
    slip(Number(x.replace(/\./g, '')), Number(y.replace(/\./g, '')))
  )
}

/** A number as a message prints it: thousands separated, at most two decimals. */
export const show = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** Digits that count: 17,900 has three, 50,000 one. */
export const digitCount = (value: number): number => digits(value).length
