import type { CheckContext } from '../model/stage.ts'
import { digitCount, type Measure } from './measures.ts'
import { substance } from './substance.ts'

/** One number printed with two scales ("81 million", "81 billion"), two currencies or two units of data. */
export interface SameDigits {
  readonly odd: Measure
  readonly usual: readonly Measure[]
  /** What differs, for the message. */
  readonly what: 'scale' | 'currency' | 'unit'
}

/** Characters on either side of a figure in which words speak for what it is of. */
const REACH = 80

const SCALE = /\b(?:thousand|million|billion|trillion|mn|bn)\b|(?<=\d)(?:k|m|bn|b)\b/i
const LETTERS: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  b: 'billion',
  bn: 'billion',
}
const DATA = /^(?:[kmgt]b|[kmgt]bps|(?:kilo|mega|giga|tera)b(?:yte|it)s?)$/
/** Dollars of several countries share a sign, and articles drop its letters. */
const DOLLARS = new Set(['usd', 'aud', 'cad', 'hkd', 'sgd', 'nzd', 'twd', 'mxn', 'brl'])

const scaleOf = ({ text }: Measure): string => {
  const word = SCALE.exec(text)?.[0].toLowerCase() ?? ''
  return LETTERS[word] ?? word
}
const unitOf = ({ type, unit }: Measure): string => (type === 'money' ? unit : DATA.test(unit) ? unit : '')

/** How two figures of the same digits differ; undefined when in nothing, or in too much for a slip. */
function difference(a: Measure, b: Measure): SameDigits['what'] | undefined {
  const scales = scaleOf(a) !== scaleOf(b)
  const units = unitOf(a) !== unitOf(b)
  if (scales === units || a.type !== b.type) return undefined
  if (scales) return scaleOf(a) !== '' && scaleOf(b) !== '' ? 'scale' : undefined
  if (a.type === 'money') return DOLLARS.has(a.unit) && DOLLARS.has(b.unit) ? undefined : 'currency'
  return unitOf(a) !== '' && unitOf(b) !== '' ? 'unit' : undefined
}

/** The words of substance close to a figure. */
const beside = (text: string, { start, end }: Measure): ReadonlySet<string> =>
  substance(`${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`)

/** Whether the two are likely of one thing: the number is said again and again, or has many digits, or words beside it agree. */
function likely({ text }: CheckContext, odd: Measure, usual: readonly Measure[]): boolean {
  const count = digitCount(odd.value)
  const words = beside(text, odd)
  const shared = Math.max(
    ...usual.slice(0, 6).map(other => [...beside(text, other)].filter(word => words.has(word)).length),
  )
  const unit = odd.type === 'count' && odd.unit !== '' && usual.some(other => other.unit === odd.unit) ? 1 : 0
  return count + unit + Math.min(2, usual.length - 1) + Math.min(2, shared) >= 4
}

/** Figures of the same digits that stand once with another scale, currency or unit of data. Linear: figures meet under their digits. */
export function* sameDigits(context: CheckContext, list: readonly Measure[]): Generator<SameDigits> {
  const byDigits = Map.groupBy(list, ({ text }) => /\d[\d,.]*/.exec(text)?.[0].replace(/[.,]+$/, '') ?? '')
  for (const [digits, group] of byDigits) {
    if (digits === '' || group.length < 2) continue
    const variants = [...Map.groupBy(group, one => `${one.type} ${unitOf(one)} ${scaleOf(one)}`).values()]
    if (variants.length < 2 || variants.length > 3) continue
    const [usual = [], ...others] = variants.toSorted(
      (a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0),
    )
    const [first] = usual
    for (const [odd, again] of others) {
      if (!odd || !first || again) continue
      const what = difference(odd, first)
      const here = context.sentence(odd.start).start
      if (!what || usual.some(({ start }) => context.sentence(start).start === here)) continue
      if (likely(context, odd, usual)) yield { odd, usual, what }
    }
  }
}
