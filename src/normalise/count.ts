import type { Values } from '../model/mention.ts'
import { counted } from './counted.ts'
import { type Amount, hedged, readAmount } from './quantity.ts'
import { isHyphen } from './sum.ts'
import { readMonth } from './time-words.ts'
import { at, type Read, type Tokens } from './tokens.ts'

/** Amounts of data: the unit is what is counted, and part of the words. */
const DATA = /^(?:[kmgtp]i?bs?|bytes?|(?:kilo|mega|giga|tera|peta)bytes?|gigs?)$/

/** Words after which a number is a name's part, not a count. */
const LABEL = new Set(
  `version versions v ver build release port ports chapter section sections figure fig table page pages step level stage phase part article
  rule id no number nr nrs sha md rfc kb ms windows android ios iphone office server top fortune case unit type model volume vol issue
  line event code http error status update patch episode day week grade tier class room floor box suite route highway flight channel`.split(
    /\s+/,
  ),
)
/** Capitalised words that are no name: sentence openings and hedges. */
const PLAIN = new Set(
  `the a an all about over nearly almost around approximately roughly some these those their its his her our another other with and in of from
  to for by at on least than were only just as up also first last total only but or more less under between some another both every each
  there are is was have has had after before since during when while that which who what if so at most within into out near up until
  affecting hit stole infected including exposed targeted compromised attacked leaked breached lost found saw reported says said`.split(
    /\s+/,
  ),
)

/** Marks that glue a number to a name, a path, an address or a version. */
const GLUE = /[\w/\\.:@#&=+%~^$\u20ac\u00a3-]/
const GLUE_AFTER = /[\w/\\@=_\u00b0]/

/** A bare year would be a date; longer runs of digits are ids. */
const LONGEST = 15

/** A number that counts, at a token: the value with `of`, and where its words end. */
export function readCount(tokens: Tokens, start: number): Read<Values['count']> | undefined {
  const amount = readAmount(tokens, start)
  if (!amount || !stands(tokens, start, amount)) return undefined
  const quantity = hedged(tokens, start, amount.next, amount.value)
  const unit = dataUnit(tokens, amount.next)
  if (unit) return { value: { ...quantity, of: at(tokens, unit - 1) }, next: unit }
  const label = amount.value.bare && isLabel(tokens, start)
  const of = label ? undefined : counted(tokens, amount.next, quantity.number === 1)
  if (isOne(tokens, start, amount.next) && of === undefined) return undefined
  return { value: { ...quantity, ...(of === undefined ? {} : { of }) }, next: amount.next }
}

/** Index after a unit of data; 0 when there is none. */
function dataUnit(tokens: Tokens, index: number): number {
  const from = at(tokens, index) === 'of' || isHyphen(at(tokens, index)) ? index + 1 : index
  return DATA.test(at(tokens, from)) && !tokens.list[from]?.line ? from + 1 : 0
}

const isOne = (tokens: Tokens, start: number, next: number): boolean =>
  next === start + 1 && at(tokens, start) === 'one'

/** Whether the number stands by itself, not inside a name, a version, a path, an address or a list of codes. */
function stands(tokens: Tokens, start: number, { value, next }: Read<Amount>): boolean {
  const first = tokens.list[start]
  const last = tokens.list[next - 1]
  const source = tokens.source
  if (!first || !last || last.end - first.start > 120) return false
  // the day of a date that a dash joins to a number before it: "Course 5 – 16 October"
  if (readMonth(tokens, next) && /^[A-Z]/.test(source[tokens.list[next]?.start ?? 0] ?? '')) return false
  const before = source[first.start - 1] ?? ' '
  const after = source[last.end] ?? ' '
  if (value.digits) {
    if (GLUE.test(before) && !(before === '.' && first.line)) return false
    if (value.bare && last.end - first.start > LONGEST + 1) return false
    if (GLUE_AFTER.test(after) && dataUnit(tokens, next) === 0) return false
    if (/[.:,-]/.test(after) && /[\w]/.test(source[last.end + 1] ?? ' ') && !(after === ',' && value.bare)) return false
  }
  if (!value.digits && isHyphen(after) && tokens.list[next + 1]?.spaced === false) return false
  return !/^(?:this|that|which|each|every|any|no|the)$/.test(at(tokens, start - 1)) || !isOne(tokens, start, next)
}

/** Whether the word before names what the number labels ("port 443", "Windows 10", "APT 38"). */
function isLabel(tokens: Tokens, start: number): boolean {
  const before = tokens.list[start - 1]
  if (before?.kind !== 'word' || tokens.list[start]?.line) return before?.text === '#'
  if (LABEL.has(before.text)) return true
  const code = tokens.source.charCodeAt(before.start)
  return code >= 65 && code <= 90 && !PLAIN.has(before.text)
}
