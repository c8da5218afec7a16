import { readNumber } from './number.ts'
import { LOOSE, NUMBER } from './roles.ts'
import { readQuartersOf, readUpTo, unitAfter } from './span-count.ts'
import { isHyphen, readSum } from './sum.ts'
import { MULTIPLES, TIME_UNITS } from './time-tables.ts'
import { tokenise } from './tokenise.ts'
import { at, once, type Read, roleAt, type Tokens } from './tokens.ts'

/** Letters glued to a number; a lone `m` is left alone: metres, months, minutes, millions. */
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({ y: 'Y', w: 'W', d: 'D', h: 'TH', s: 'TS' }))

/** How many of a unit. `number` is undefined for "years", "months" without a count. */
export interface Span {
  /** Whole quarters of the calendar, where the words count those. */
  readonly quarters?: number
  readonly number: number | undefined
  /** Y, M, W, D, BD (business days), WE, TH, TM, TS. */
  readonly unit: string
}

/** "zero-day", "zero day", "0day", "the Six-Day War": a hyphen and a nought, or capitals on both sides, make the words a name. */
export function isNamed(tokens: Tokens, start: number): boolean {
  const first = at(tokens, start)
  if ((first === 'zero' || first === '0') && /^days?$/.test(at(tokens, start + 1))) return true
  const unit = tokens.list[start + 2]
  if (!unit || !isHyphen(at(tokens, start + 1)) || !TIME_UNITS.has(unit.text)) return false
  if (/^(?:zero|0)$/.test(first)) return true
  return /^[A-Z]/.test(tokens.source.charAt(unit.start)) && /^ [A-Z]/.test(tokens.source.slice(unit.end, unit.end + 2))
}

/** A unit of time at a token, with what one of it counts: "decades" is ten years. */
export function readTimeUnit(tokens: Tokens, start: number): Read<Span> | undefined {
  const index = isHyphen(at(tokens, start)) ? start + 1 : start
  if (tokens.list[index]?.line) return undefined
  const word = at(tokens, index)
  const business = word === 'business' || word === 'working' || word === 'work'
  if (business && /^days?$/.test(at(tokens, index + 1))) return { value: { number: 1, unit: 'BD' }, next: index + 2 }
  // "an SEC filing", "two HR managers", "Mo"
  if (/^(?:sec|hr|mo)$/.test(word) && /[A-Z]/.test(tokens.source[tokens.list[index]?.start ?? 0] ?? ''))
    return undefined
  const unit = TIME_UNITS.get(word)
  if (unit) return { value: { number: 1, unit }, next: index + 1 }
  const multiple = MULTIPLES.get(word)
  return multiple && { value: { number: multiple[0], unit: multiple[1] }, next: index + 1 }
}

const WHOLE: ReadonlySet<string> = new Set(['all', 'whole', 'entire', 'full', 'another'])

/** Words that stand for a small number before a unit; the figures are those of Microsoft's Recognizers-Text. */
function readLoose(tokens: Tokens, start: number): Read<number> | undefined {
  const article = at(tokens, start) === 'a' || at(tokens, start) === 'the'
  const index = article ? start + 1 : start
  const word = at(tokens, index)
  if (word === 'few' || word === 'several' || (word === 'some' && !article)) return { value: 3, next: index + 1 }
  if (word === 'couple') return { value: 2, next: at(tokens, index + 1) === 'of' ? index + 2 : index + 1 }
  if (WHOLE.has(word)) return { value: 1, next: index + 1 }
  if (word === 'half') {
    const next = /^(?:a|an)$/.test(at(tokens, index + 1)) ? index + 2 : index + 1
    return { value: 0.5, next }
  }
  return at(tokens, start) === 'a' || word === 'an' ? { value: 1, next: start + 1 } : undefined
}

/** One number and its unit: "three weeks", "3.5years", "an hour and half", "30-minutes". */
function readSpan(tokens: Tokens, start: number): Read<Span> | undefined {
  const role = roleAt(tokens, start)
  const part = readQuartersOf(tokens, start)
  const partUnit = part && readTimeUnit(tokens, part.next)
  if (part && partUnit) return withHalf(tokens, partUnit, part.value)
  const loose = (role & LOOSE) === 0 ? undefined : readLoose(tokens, start)
  const looseUnit = loose && readTimeUnit(tokens, loose.next)
  if (loose && looseUnit && at(tokens, loose.next) === 'quarter' && at(tokens, looseUnit.next) === 'of')
    return undefined
  if (loose && looseUnit && !(looseUnit.value.unit === 'TS' && at(tokens, loose.next) === 'second'))
    return withHalf(tokens, looseUnit, loose.value)
  if ((role & NUMBER) === 0) return undefined
  const whole = readSum(tokens, start)
  if (
    whole &&
    /^quarters?$/.test(at(tokens, whole.next)) &&
    /^(?:last|past|previous|next|coming|prior)$/.test(at(tokens, start - 1))
  )
    return { value: { number: whole.value.number * 3, quarters: whole.value.number, unit: 'M' }, next: whole.next + 1 }
  const number = readNumber(tokens, start)
  if (!number || tokens.list[start]?.text === '-') return undefined
  const half = readAndHalf(tokens, start)
  const single = half && half.next > number.next ? half : number
  const count = readUpTo(tokens, start, single) ?? single
  const unit = readTimeUnit(tokens, unitAfter(tokens, count.next)) ?? readLetter(tokens, count)
  return unit && withHalf(tokens, unit, count.value.number)
}

/** "one and half (hour)": a half without its article; "twenty and four" as old English counts. */
function readAndHalf(
  tokens: Tokens,
  start: number,
): Read<{ readonly number: number; readonly digits: boolean }> | undefined {
  const number = readNumber(tokens, start)
  if (!number || at(tokens, number.next) !== 'and') return undefined
  if (at(tokens, number.next + 1) === 'half')
    return { value: { number: number.value.number + 0.5, digits: false }, next: number.next + 2 }
  const more = readNumber(tokens, number.next + 1)
  const tens =
    number.value.number >= 20 && number.value.number < 100 && number.value.number % 10 === 0 && !number.value.digits
  return more && tens && more.value.number < 10
    ? { value: { number: number.value.number + more.value.number, digits: false }, next: more.next }
    : undefined
}

/** Weeks that a capital W counts at most. */
const MOST_WEEKS = 12

function readLetter(
  tokens: Tokens,
  number: Read<{ readonly number: number; readonly digits: boolean }>,
): Read<Span> | undefined {
  const token = tokens.list[number.next]
  const unit = token?.kind === 'word' && number.value.digits ? LETTERS.get(token.text) : undefined
  const glued = token?.spaced === false || token?.text === 'h'
  // "an 87W adapter": watts, but "2W" are weeks
  const watts = unit === 'W' && number.value.number > MOST_WEEKS && tokens.source[token?.start ?? 0] === 'W'
  return unit && glued && !watts && !(token?.text === 's' && !token.spaced)
    ? { value: { number: 1, unit }, next: number.next + 1 }
    : undefined
}

/** "hour and half", "hours and a half" after the unit. */
function withHalf(tokens: Tokens, unit: Read<Span>, count: number): Read<Span> {
  const one = unit.value.number ?? 1
  const half =
    at(tokens, unit.next) === 'and'
      ? at(tokens, unit.next + 1) === 'half'
        ? 2
        : /^an?$/.test(at(tokens, unit.next + 1)) && at(tokens, unit.next + 2) === 'half'
          ? 3
          : 0
      : 0
  const extra = half > 0 ? 0.5 : 0
  return { value: { number: round((count + extra) * one), unit: unit.value.unit }, next: unit.next + half }
}

const round = (number: number): number => Number(number.toPrecision(12))

/** Several spans in a row: "2 days 1 month", "1 month and 21 days". */
export const readSpans = (tokens: Tokens, start: number): Read<readonly Span[]> | undefined =>
  (roleAt(tokens, start) & (NUMBER | LOOSE)) === 0 ? undefined : readAny(tokens, start)

const readAny = once((tokens: Tokens, start: number): Read<readonly Span[]> | undefined => {
  const first = readSpan(tokens, start)
  if (!first) return undefined
  const spans = [first.value]
  let next = first.next
  for (;;) {
    const from = at(tokens, next) === 'and' || at(tokens, next) === ',' ? next + 1 : next
    if (tokens.list[from]?.line || (from === next && tokens.list[from]?.spaced === false)) break
    const more = readSpan(tokens, from)
    if (!more || spans.some(span => span.unit === more.value.unit)) break
    if (from > next && at(tokens, next) === ',') break
    spans.push(more.value)
    next = more.next
  }
  return { value: spans, next }
})

/** What leads to a stretch that nobody counted. */
const LASTS = /^(?:for|within|takes?|took|taken|taking|spend|spent|spending|lasted)$/

/** "for years", "many months", "within minutes": how many nobody says. */
export function readBareUnit(tokens: Tokens, start: number): Read<readonly Span[]> | undefined {
  const index = at(tokens, start) === 'many' ? start + 1 : start
  if (
    (index === start && !LASTS.test(at(tokens, start - 1))) ||
    !/^(?:minutes|days|weeks|months|years|decades|hours)$/.test(at(tokens, index))
  )
    return undefined
  const unit = readTimeUnit(tokens, index)
  return unit && { value: [{ number: undefined, unit: unit.value.unit }], next: unit.next }
}

const ORDER = ['Y', 'M', 'W', 'D', 'BD', 'WE', 'TH', 'TM', 'TS']

/** TIMEX3 value of spans of time: P3M, PT1.5H, P1Y2M; X where nobody counted ("years" is PXY). */
export function durationTimex(spans: readonly Span[]): string {
  const parts = [...spans]
    .sort((a, b) => ORDER.indexOf(a.unit) - ORDER.indexOf(b.unit))
    .map(({ number, unit }) => `${number ?? 'X'}${unit.replace(/^T/, '')}`)
  const time = spans.filter(({ unit }) => unit.startsWith('T')).length
  const date = parts.length - time
  return `P${parts.slice(0, date).join('')}${time > 0 ? `T${parts.slice(date).join('')}` : ''}`
}

/** The TIMEX3 value of a text that is a duration and nothing else ("two and a half hours"), or undefined. */
export function parseDuration(text: string): string | undefined {
  const tokens = tokenise(text.trim())
  const read = readSpans(tokens, 0)
  return read && read.next === tokens.list.length ? durationTimex(read.value) : undefined
}
