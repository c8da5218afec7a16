import type { CheckContext } from '../model/stage.ts'
import { digitCount, type Measure, show, slip } from './measures.ts'
import { sameThing, total } from './sums.ts'

/** A total told behind its parts. */
export interface Total {
  readonly whole: Measure
  readonly parts: readonly Measure[]
  /** In figures: "900 + 600 = 1,500, not 1,300". */
  readonly arithmetic: string
}

/** What makes a figure the total of those before it. */
const IN_ALL = /^(?:\s\p{L}+){0,2}\s(?:in\s(?:all|total)|altogether|combined)\b/u
const TOTAL_OF = /\b(?:for\sa\s(?:\p{L}+\s)?total\sof|totall?ing|(?:bringing|brings|brought)\sthe\stotal\sto)\s$/u

/** What may also count what came earlier: only parts larger than it refute it. */
const BROUGHT = /\b(?:bringing|brings|brought)\sthe\stotal\sto\s$/u

/** Before a figure that sums up, and does not go on. */
const APPOSED = /[,(\u2013\u2014]\s?(?:or\s|some\s|about\s|nearly\s|almost\s|over\s)?$/

/** More figures before a total are a paragraph of its own. */
const MOST_PARTS = 4

/** Whether some of the figures, two at least, make up the total, or one of them is the total. */
function fits(whole: Measure, parts: readonly Measure[]): boolean {
  for (let chosen = 1; chosen < 2 ** parts.length; chosen++) {
    const some = parts.filter((_, at) => (chosen >> at) & 1)
    if (total(some, 'low') <= whole.high && total(some, 'high') >= whole.low) return true
  }
  return false
}

/** "900 mails on Monday and 600 on Tuesday, 1,300 in total": totals that their parts miss by a slip of the pen. */
export function* totals(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  list: readonly Measure[],
): Generator<Total> {
  for (const [index, whole] of list.entries()) {
    if (index < 2 || whole.type === 'percent' || digitCount(whole.value) < 2) continue
    const lead = text.slice(Math.max(0, whole.start - 40), whole.start)
    if (!(APPOSED.test(lead) && IN_ALL.test(text.slice(whole.end, whole.end + 50))) && !TOTAL_OF.test(lead)) continue
    const { start } = sentence(whole.start)
    const parts = list
      .slice(Math.max(0, index - MOST_PARTS), index)
      .filter(
        ({ start: at, type, unit }) =>
          at >= start &&
          type === whole.type &&
          (type === 'money' ? unit === whole.unit : unit === '' || whole.unit === '' || sameThing(unit, whole.unit)),
      )
    const sum = total(parts, 'value')
    if (BROUGHT.test(lead) && sum < whole.value) continue
    if (parts.length < 2 || !slip(sum, whole.value) || fits(whole, parts)) continue
    yield {
      whole,
      parts,
      arithmetic: `${parts.map(({ value }) => show(value)).join(' + ')} = ${show(sum)}, not ${show(whole.value)}`,
    }
  }
}
