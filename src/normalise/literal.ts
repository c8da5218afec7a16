import { LETTERS, SCALES } from './number-words.ts'
import { at, indexFrom, once, type Read, type Tokens } from './tokens.ts'

/** A number written with digits, before any scale. */
export interface Literal {
  readonly number: number
  /** Thousands are set off: 1,234 · 1 234 · 12,34,567. */
  readonly grouped: boolean
  /** Has a decimal part. */
  readonly decimal: boolean
}

const DECIMAL = '(?:\\.[0-9]{1,20})?'
/** The ways to write a number, longest first; each match is bounded, so a long run of digits or marks stays linear. */
const FORMS: readonly { readonly form: RegExp; readonly drop: RegExp; readonly grouped: boolean }[] = [
  { form: new RegExp(`[0-9]{1,3}(?:,[0-9]{3}){1,6}${DECIMAL}(?![0-9])`, 'y'), drop: /,/g, grouped: true },
  { form: new RegExp(`[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}${DECIMAL}(?![0-9])`, 'y'), drop: /,/g, grouped: true },
  { form: /[0-9]{1,3}(?:\.[0-9]{3}){1,6},[0-9]{1,2}(?![0-9])/y, drop: /\./g, grouped: true },
  { form: /[0-9]{1,3}(?:\.[0-9]{3}){2,6}(?![0-9.])/y, drop: /\./g, grouped: true },
  {
    form: new RegExp(`[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,6}${DECIMAL}(?![0-9]| [0-9]{1,3}(?![0-9]))`, 'y'),
    drop: /[ \u00a0\u202f]/g,
    grouped: true,
  },
  { form: /[0-9]{1,20}(?:\.[0-9]{1,20})?(?![0-9])/y, drop: /,/g, grouped: false },
  { form: /\.[0-9]{1,20}(?![0-9])/y, drop: /,/g, grouped: false },
]

/** Powers as in 1.3x10^6, 12.32e+14, 1.1^23. */
const POWER = /(?:x10\^|[eE](?=[+-]?[0-9]))([+-]?[0-9]{1,3})(?![0-9A-Za-z])|\^([+-]?[0-9]{1,3})(?![0-9A-Za-z])/y

/** The number in digits that starts at a token, without sign or scale. */
export const readLiteral = once((tokens: Tokens, index: number): Read<Literal> | undefined => {
  const token = tokens.list[index]
  if (token === undefined || !(token.kind === 'digits' || token.text === '.')) return undefined
  for (const { form, drop, grouped } of FORMS) {
    form.lastIndex = token.start
    const match = form.exec(tokens.source)
    if (!match) continue
    let end = token.start + match[0].length
    const european = grouped && match[0].includes('.') && match[0].indexOf('.') < match[0].lastIndexOf(',')
    let number = Number(match[0].replace(drop, '').replace(european ? ',' : '\u0000', '.'))
    POWER.lastIndex = end
    const power = POWER.exec(tokens.source)
    if (power) {
      number = power[1] !== undefined ? number * 10 ** Number(power[1]) : number ** Number(power[2])
      end += power[0].length
    }
    const decimal = match[0].includes('.') && !Number.isInteger(number)
    return { value: { number, grouped, decimal }, next: indexFrom(tokens, index, end) }
  }
  return undefined
})

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
