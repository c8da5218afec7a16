import { LETTERS, SCALES } from './number-words.ts'
import { at, indexFrom, once, type Read, type Token, type Tokens } from './tokens.ts'

/** A number written with digits, before any scale. */
export interface Literal {
  readonly number: number
  /** Thousands are set off: 1,234 · 1 234 · 12,34,567. */
  readonly grouped: boolean
  /** Has a decimal part. */
  readonly decimal: boolean
}

const DECIMAL = '(?:\\.[0-9]{1,20})?'
/** The ways to write a number, longest first, each by the marks that may follow its first digits; each match is bounded, so a long run of digits or marks stays linear. */
const FORMS: readonly { readonly after: string; readonly form: RegExp; readonly drop: RegExp }[] = [
  { after: ',', form: new RegExp(`[0-9]{1,3}(?:,[0-9]{3}){1,6}${DECIMAL}(?![0-9])`, 'y'), drop: /,/g },
  { after: ',', form: new RegExp(`[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}${DECIMAL}(?![0-9])`, 'y'), drop: /,/g },
  { after: '.', form: /[0-9]{1,3}(?:\.[0-9]{3}){1,6},[0-9]{1,2}(?![0-9])/y, drop: /\./g },
  { after: '.', form: /[0-9]{1,3}(?:\.[0-9]{3}){2,6}(?![0-9.])/y, drop: /\./g },
  {
    after: ' \u00a0\u202f',
    form: new RegExp(`[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,6}${DECIMAL}(?![0-9]| [0-9]{1,3}(?![0-9]))`, 'y'),
    drop: /[ \u00a0\u202f]/g,
  },
]
const DECIMALS = /(?:[0-9]{1,20})?\.[0-9]{1,20}(?![0-9])/y
/** Longer runs of digits are no number. */
const LONGEST = 20

/** Powers as in 1.3x10^6, 12.32e+14, 1.1^23. */
const POWER = /(?:x10\^|[eE](?=[+-]?[0-9]))([+-]?[0-9]{1,3})(?![0-9A-Za-z])|\^([+-]?[0-9]{1,3})(?![0-9A-Za-z])/y

/** The number in digits that starts at a token, without sign or scale. */
export const readLiteral = once((tokens: Tokens, index: number): Read<Literal> | undefined => {
  const token = tokens.list[index]
  if (token === undefined || !(token.kind === 'digits' || token.text === '.')) return undefined
  const { source } = tokens
  const read =
    readDecimals(source, token) ??
    (token.text.length <= LONGEST && token.kind === 'digits'
      ? { number: Number(token.text), grouped: false, end: token.end }
      : undefined)
  if (read === undefined) return undefined
  const { grouped } = read
  let { number, end } = read
  const power = readPower(source, end)
  if (power) {
    number = power[1] !== undefined ? number * 10 ** Number(power[1]) : number ** Number(power[2])
    end += power[0].length
  }
  const decimal = source.slice(token.start, read.end).includes('.') && !Number.isInteger(number)
  return { value: { number, grouped, decimal }, next: indexFrom(tokens, index, end) }
})

/** Digits that a mark parts from more of them, as most are not: one look tells. */
function readDecimals(
  source: string,
  { start, end, kind }: Token,
): { readonly number: number; readonly grouped: boolean; readonly end: number } | undefined {
  const mark = source.charAt(kind === 'digits' ? end : start)
  const more = source.charCodeAt(kind === 'digits' ? end + 1 : end)
  if (!(more >= 48 && more <= 57)) return undefined
  for (const { after, form, drop } of kind === 'digits' ? FORMS : []) {
    const match = after.includes(mark) ? matchAt(form, source, start) : null
    if (!match) continue
    const [text] = match
    const european = text.includes('.') && text.indexOf('.') < text.lastIndexOf(',')
    const number = Number(text.replace(drop, '').replace(european ? ',' : '\u0000', '.'))
    return { number, grouped: true, end: start + text.length }
  }
  const match = mark === '.' ? matchAt(DECIMALS, source, start) : null
  return match ? { number: Number(match[0]), grouped: false, end: start + match[0].length } : undefined
}

/** What raises a number to a power right after it. */
function readPower(source: string, end: number): RegExpExecArray | null {
  const mark = source.charAt(end)
  return mark === 'x' || mark === 'e' || mark === 'E' || mark === '^' ? matchAt(POWER, source, end) : null
}

function matchAt(form: RegExp, source: string, start: number): RegExpExecArray | null {
  form.lastIndex = start
  return form.exec(source)
}

/** A scale at a token: "million", and letters glued to digits (`glued`). */
export function readScale(tokens: Tokens, index: number, glued: boolean): Read<number> | undefined {
  const token = tokens.list[index]
  if (token === undefined || token.kind !== 'word' || token.line) return undefined
  const scale = SCALES.get(token.text) ?? (glued && !token.spaced ? LETTERS.get(token.text) : undefined)
  if (scale === undefined) {
    const letter = glued && (token.text === 'k' || (token.text === 'g' && tokens.source[token.start] === 'G'))
    return letter ? { value: LETTERS.get(token.text) ?? 1, next: index + 1 } : undefined
  }
  // "mn" and "mil" apart from digits are abbreviations of other things (Minnesota, military)
  if (token.spaced && !glued && token.text.length < 4 && at(tokens, index) !== 'lac') return undefined
  return { value: scale, next: index + 1 }
}
