import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { movesOn } from './another-case.ts'
import { headline } from './headline.ts'
import { compatibleAsSaid, digitCount, type Measure } from './measures.ts'
import { nearPairs, oneEdit } from './near-words.ts'
import { stem, substance } from './substance.ts'

/** A figure that stands once and looks like a slip for another one of the article. */
export interface Lookalike {
  readonly odd: Measure
  readonly usual: readonly Measure[]
}

/** Points from which a look-alike is taken for a slip; set by reading all that 935 real articles and 1,500 seeded ones hold. */
const ENOUGH = 4

/** Characters on either side of a figure in which words speak for what it is of. */
const REACH = 60

/** The sentence compares, or goes on to another case, time or part: its figure is its own. */
const OTHER = movesOn('also', 'addition(?:al(?:ly)?)?')

/** Words before a figure that point back at one already given. */
const BACK = /\b(?:all(?:\sof)?(?:\sthe)?|these|those|the)\s$/i

/** Figures of one unit that an article compares have so many values, unless one of them leads with so many mentions. */
const MOST_VALUES = 3
const LEADING = 3

/** The digits of a figure, without separators and the zeros at the end; without nines too in prices, where sellers love them. */
const digits = ({ type, value }: Measure): string =>
  String(Math.round(value * 100)).replace(type === 'money' ? /9*0*$/ : /0*$/, '')

/** The words of substance close to a figure, its own among them; none past the middle between it and another, which both would hold. */
function beside(text: string, { start, end }: Span, other: Span): ReadonlySet<string> {
  const before = other.start < start ? Math.floor((start - other.end) / 2) : REACH
  const after = other.start < start ? REACH : Math.floor((other.start - end) / 2)
  return substance(text.slice(Math.max(0, start - Math.min(REACH, before)), end + Math.min(REACH, after)))
}

/** How many digits that agree by chance are worth: of two numbers of four digits one in 250 pairs is a digit apart. */
const digitPoints = (count: number): number => (count <= 2 ? 0 : count === 3 ? 1 : Math.min(4, count - 1))

/** What speaks for a slip, in points. */
function points(context: CheckContext, odd: Measure, usual: readonly Measure[], title: Span): number {
  const { text, sentence } = context
  const [first] = usual
  const edit = first && oneEdit(digits(odd), digits(first))
  if (!first || (edit?.kind !== 'transpose' && edit?.kind !== 'substitute')) return 0
  const here = sentence(odd.start)
  const shared = usual.slice(0, 6).map(other => {
    const words = beside(text, odd, other)
    return [...beside(text, other, odd)].filter(word => words.has(word)).length
  })
  const next =
    edit.kind === 'substitute' && edit.at === digits(odd).length - 1 && Math.abs(odd.value - first.value) <= 2
  return (
    digitPoints(Math.min(digitCount(odd.value), digits(odd).length)) +
    Math.min(3, Math.max(...shared)) +
    Math.min(2, Math.max(0, usual.filter(({ unit }) => unit === odd.unit || unit === '').length - 1)) +
    (edit.kind === 'transpose' ? 2 : 0) +
    (usual.some(({ start }) => start < title.end) ? 1 : 0) +
    (BACK.test(text.slice(Math.max(0, odd.start - 20), odd.start)) ? 1 : 0) +
    (odd.type === 'count' && odd.unit !== '' && stem(odd.unit) === stem(first.unit) ? 1 : 0) -
    (next ? 2 : 0) -
    (OTHER.test(text.slice(here.start, Math.min(here.end, here.start + 500))) ? 2 : 0)
  )
}

/** How many different values figures of each unit have. */
const valuesByUnit = (group: readonly Measure[]): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(group, ({ unit }) => unit)].map(([unit, list]) => [unit, new Set(list.map(one => one.value)).size]),
  )

/**
 * Figures of one kind (money of one currency, counts) that stand once and are one digit, or two digits swapped, away from
 * another. Linear: figures meet under their digits.
 */
export function* lookalikes(context: CheckContext, list: readonly Measure[]): Generator<Lookalike> {
  const kinds = Map.groupBy(
    list.filter(
      ({ type, value, text }) => type !== 'percent' && digitCount(value) >= 2 && !/^(?:19|20)\d\d$/.test(text),
    ),
    ({ type, unit }) => (type === 'money' ? unit : type),
  )
  for (const group of kinds.values()) {
    const byValue = [...Map.groupBy(group, ({ value }) => value).values()]
    if (byValue.length < 2) continue
    let ofUnit: ReadonlyMap<string, number> | undefined
    for (const [i, j] of nearPairs(byValue.map(([measure]) => (measure ? digits(measure) : '')))) {
      const pair = [byValue[i] ?? [], byValue[j] ?? []] as const
      const [odd, usual] = pair[0].length < pair[1].length ? pair : [pair[1], pair[0]]
      const [one] = odd
      const [first] = usual
      if (!one || !first || odd.length > 1 || compatibleAsSaid(one, first)) continue
      if (Math.max(one.value / first.value, first.value / one.value) >= 10) continue
      if (usual.length < LEADING && one.type === 'count' && digitCount(one.value) < 3) {
        ofUnit ??= valuesByUnit(group)
        if ((ofUnit.get(one.unit) ?? 0) > MOST_VALUES) continue
      }
      const here = context.sentence(one.start).start
      if (usual.some(({ start }) => context.sentence(start).start === here)) continue
      if (points(context, one, usual, headline(context) ?? { start: 0, end: 0 }) >= ENOUGH) yield { odd: one, usual }
    }
  }
}
