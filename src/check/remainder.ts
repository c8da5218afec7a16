import type { CheckContext } from '../model/stage.ts'
import { type Measure, show } from './measures.ts'
import { sameThing, total } from './sums.ts'

/** A whole, some of its parts, and the part that is said to be the rest. */
export interface Remainder {
  readonly whole: Measure
  readonly parts: readonly Measure[]
  /** What the rest should be, in figures: "85 - 47 = 38". */
  readonly arithmetic: string
}

/** What stands before a rest. */
const REST = /\b(?:the\s(?:remaining|other|rest,?)|with\s(?:\w+\s)?remaining|remaining)\s$/i

/** What stands between a whole and its first part. */
const OF_WHOLE =
  /(?:\bincluding|\bincludes|\bof\swhich|\bof\s(?:these|those|them)|\bwith|,|\u2013|\u2014|:)\s[^.;]{0,40}$/i

/** A rest that begins a sentence, after one that ended with a part of its whole. */
const REST_BEGINS = /[.!?]["\u201d]?\s+(?:The\s(?:remaining|other|rest,))\s$/

/** "117 of the 141 victims": between a part and its whole. */
const OF = /^\s(?:out\s)?of\s(?:(?:the|its|their|all|these|those)\s){0,2}$/

/** Figures between a whole and its rest: more are a paragraph of its own. */
const MOST_PARTS = 3

/** How far the parts may miss the whole, as a share of it: farther apart they are of something else. */
const NEAR = 0.25

/** "85 holes, including 47 critical ones, with the remaining 39 called minor": rests that do not make up the whole. */
export function* remainders(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  list: readonly Measure[],
): Generator<Remainder> {
  for (const [index, rest] of list.entries()) {
    if (rest.type !== 'count' || !REST.test(text.slice(Math.max(0, rest.start - 24), rest.start))) continue
    const across = next(text, sentence, list, index)
    if (across) yield across
    const { start } = sentence(rest.start)
    const before = list
      .slice(Math.max(0, index - 1 - MOST_PARTS), index)
      .filter(measure => measure.start >= start && measure.type === 'count')
    // The largest figure of the sentence is the whole; a larger one further back may be the whole of something else.
    const whole = before.find(({ value }) => value === Math.max(...before.map(measure => measure.value)))
    if (!whole || whole.value <= rest.value) continue
    const parts = before.slice(before.indexOf(whole) + 1)
    const [first] = parts
    if (!first || parts.some(({ value }) => !Number.isInteger(value))) continue
    if (!OF_WHOLE.test(text.slice(Math.max(whole.end, first.start - 60), first.start))) continue
    if (fits(whole, parts, rest)) continue
    const left = whole.value - total(parts, 'value')
    if (Math.abs(left - rest.value) > NEAR * whole.value) continue
    yield {
      whole,
      parts: [...parts, rest],
      arithmetic: `${[whole, ...parts].map(({ value }) => show(value)).join(' \u2212 ')} = ${show(left)}, not ${show(rest.value)}`,
    }
  }
}

/** "117 of the 141 victims were paid. The remaining 34 …": a rest in the sentence behind the only part of its whole. */
function next(
  text: string,
  sentence: CheckContext['sentence'],
  list: readonly Measure[],
  index: number,
): Remainder | undefined {
  const [part, whole, rest] = list.slice(Math.max(0, index - 2), index + 1)
  if (!part || !whole || !rest || part.type !== 'count' || whole.type !== 'count') return undefined
  if (!REST_BEGINS.test(text.slice(Math.max(0, rest.start - 28), rest.start))) return undefined
  if (!OF.test(text.slice(part.end, whole.start))) return undefined
  if (text.slice(sentence(whole.start).end, sentence(rest.start).start).trim() !== '') return undefined
  if (rest.unit !== '' && !sameThing(rest.unit, whole.unit)) return undefined
  const left = whole.value - part.value
  if (part.value >= whole.value || (rest.low <= left && rest.high >= left)) return undefined
  if (Math.abs(left - rest.value) > NEAR * whole.value) return undefined
  return {
    whole,
    parts: [part, rest],
    arithmetic: `${show(whole.value)} \u2212 ${show(part.value)} = ${show(left)}, not ${show(rest.value)}`,
  }
}

/** Whether the rest and some of the figures before it can make up the whole. */
function fits(whole: Measure, parts: readonly Measure[], rest: Measure): boolean {
  for (let chosen = 0; chosen < 2 ** parts.length; chosen++) {
    const some = [rest, ...parts.filter((_, at) => (chosen >> at) & 1)]
    if (total(some, 'low') <= whole.high && total(some, 'high') >= whole.low) return true
  }
  return false
}
