import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { inTable } from './in-table.ts'
import { signsOf } from './signs.ts'
import { isLetterOrDigit } from './units.ts'

/** A number printed in digits, whatever it counts: figures, versions, scores. */
export interface Numeral extends Span {
  readonly text: string
}

/** Digits with separators inside, not glued to a word, a path or an identifier; a unit may touch them. */
const NUMERAL =
  /\d(?<![\w.,:/\\@#=&?%_-]\d)[\d,]*(?:\.\d+)*(?!\.x\b|st\b|nd\b|rd\b|th\b|[\w/\\@=_]*[\\@=_]|\d|[:/-]\d|[.,]\d)/y

/** Before a number that is the name of a thing, not its size: "Figure 3", "step 2", "dword 1". */
const LABEL =
  /\b(?:figures?|figs?\.?|tables?|pages?|steps?|parts?|stages?|phases?|sections?|notes?|ports?|dword|lines?|no\.|issues?|codes?|errors?|levels?)[\s\u00a0]$/i
/** A capitalised word and a small number are a name: "Campaign 2", "Windows 10". */
const NAME = /\s[A-Z][A-Za-z]{2,}[\s\u00a0]$/
const SMALL = /^\d{1,2}$/
/** A bare year, and a long number without separators, which is an id. */
const NO_FIGURE = /^(?:(?:19|20)\d\d|\d{7,})$/

/** Before an amount, whatever its digits look like. */
const CURRENCY = /[$\u20ac\u00a3\u00a5]/

/** Characters of a label before its number. */
const LONGEST_LABEL = 20

/** Every figure printed in digits in prose (rows of tables, years, ids and numbered things are left out), in order. Linear. */
export function numerals({ text }: Pick<CheckContext, 'text'>): readonly Numeral[] {
  const found: Numeral[] = []
  const { numbers } = signsOf(text)
  let last = 0
  for (let at = 0; at < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    if (start < last || (start > 0 && joined(text, start - 1))) continue
    NUMERAL.lastIndex = start
    const match = NUMERAL.exec(text)
    if (!match) continue
    last = NUMERAL.lastIndex
    const words = match[0].replace(/[.,]+$/, '')
    if (NO_FIGURE.test(words) && !CURRENCY.test(text.charAt(start - 1))) continue
    const before = text.slice(Math.max(0, start - LONGEST_LABEL), start)
    if (LABEL.test(before) || (SMALL.test(words) && NAME.test(before)) || inTable(text, start)) continue
    found.push({ start, end: start + words.length, text: words })
  }
  return found
}

/** Whether the unit makes the number behind it a part of something, as the pattern says too. */
const joined = (text: string, at: number): boolean =>
  isLetterOrDigit(text.charCodeAt(at)) || '.,:/\\@#=&?%_-'.includes(text.charAt(at))
