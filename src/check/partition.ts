import type { CheckContext } from '../model/stage.ts'
import { type Measure, show } from './measures.ts'
import { total } from './sums.ts'

/** A whole and the places that its parts went to, more in all than it has. */
interface Partition {
  readonly whole: Measure
  readonly parts: readonly Measure[]
  /** In figures: "21 + 14 + 15 = 50, more than 46". */
  readonly arithmetic: string
}

/** Behind the first part: where each one can be once only; not "had offices in", which one may have in several places. */
const WENT =
  /^(?:\sof\s(?:them|these|those|which|whom))?\s(?:(?:were|are|was|is|went|came|goes|go)\s(?:sent\s|addressed\s|delivered\s|found\s|based\s)?)?(?<where>to|in|from|at|by)\s/
/** Between two parts: one place and no more. */
const NEXT = /^[^.;:()\n]{3,60}?(?:,\s(?:and\s)?|\sand\s)$/

/** Behind a part: one place. Many things are "in" several, unless it is one with a name; "to both" counts some twice. */
const PLACE =
  /^(?:\s(?:of|were|are|was|is|went|came|goes|go|sent|addressed|delivered|found|based|them|these|those|which|whom))*\s(?:(?:in|from|at|by)\s(?:the\s)?\p{Lu}|to\s(?!both|all|each|several|two|more)\p{L})/u
const placed = (text: string, { end }: Measure): boolean => PLACE.test(text.slice(end, end + 60))

/** Parts that are listed; more are a table. */
const LEAST = 3
const MOST = 8

/** "Of 46 mails, 21 went to A, 14 to B and 15 to C", "14 attributions, nine of them to A, four to B and two to C": more parts than the whole has. */
export function* partitions(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  list: readonly Measure[],
): Generator<Partition> {
  for (const [index, whole] of list.entries()) {
    const first = list[index + 1]
    if (whole.type !== 'count' || first?.type !== 'count' || first.start - whole.end > 80) continue
    const between = text.slice(whole.end, first.start)
    if (!/^[^.;:()\n\d]*,\s$/.test(between)) continue
    const where = WENT.exec(text.slice(first.end, first.end + 40))
    const led = /\b[Oo]f\s(?:the\s|its\s|their\s|all\s|those\s|these\s)?$/.test(
      text.slice(Math.max(0, whole.start - 12), whole.start),
    )
    if (!where || !(led || /^\sof\s/.test(where[0]))) continue
    const { end } = sentence(whole.start)
    if (!placed(text, first)) continue
    const parts = [first]
    for (const next of list.slice(index + 2, index + 1 + MOST)) {
      const last = parts.at(-1)
      if (!last || next.type !== 'count' || next.start >= end || !NEXT.test(text.slice(last.end, next.start))) break
      if (!text.startsWith(` ${where.groups?.['where']} `, next.end)) break
      if (!placed(text, next)) break
      parts.push(next)
    }
    if (parts.length < LEAST || total(parts, 'low') <= whole.high) continue
    const sum = parts.map(({ value }) => show(value)).join(' + ')
    yield { whole, parts, arithmetic: `${sum} = ${show(total(parts, 'value'))}, more than ${show(whole.value)}` }
  }
}
