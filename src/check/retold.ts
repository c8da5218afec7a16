import type { CheckContext } from '../model/stage.ts'
import { movesOn } from './another-case.ts'
import { compatibleAsSaid, digitCount, type Measure, slip } from './measures.ts'
import { stem, substance } from './substance.ts'

/** Two sentences tell one thing, each with its own figure. */
export interface Retold {
  readonly first: Measure
  readonly second: Measure
}

/** Words of substance that two sentences must share, and the share of the shorter one's that this must be. */
const SHARED = 5
const SHARE = 0.6

/** Words beside two figures of one thing that agree, and how far from the figure they are looked for. */
const BESIDE = 2
const BESIDE_REACH = 40

/** Figures of one kind before this one that it is compared with: an article tells a thing again soon. */
const BACK = 6

/** The sentence compares, or goes on to another case, time or part: its figure is not the first one's. */
const OTHER = movesOn('last', 'additional', 'more', 'less', String.raw`from\s\S+\sto`)

/** Whether two sentences share most of their words. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared >= SHARED && shared >= SHARE * few.size
}

/** The words close to a figure. */
const beside = (text: string, { start, end }: Measure): ReadonlySet<string> =>
  new Set(
    [
      ...(text.slice(Math.max(0, start - BESIDE_REACH), start).match(/\p{L}{3,40}/gu) ?? []).slice(-4),
      ...(text.slice(end, end + BESIDE_REACH).match(/\p{L}{3,40}/gu) ?? []).slice(0, 4),
    ].map(word => stem(word.toLowerCase())),
  )

/**
 * Pairs of figures (in text order) a slip of the pen apart in sentences that share most of their words, neither of which has
 * the other's figure. Linear: each figure meets at most six of its kind.
 */
export function* retold(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  list: readonly Measure[],
): Generator<Retold> {
  const kinds = new Map<string, Measure[]>()
  const known = new Map<number, { readonly words: string; readonly substance: ReadonlySet<string> }>()
  const told = ({ start }: Measure) => {
    const bounds = sentence(start)
    const found = known.get(bounds.start)
    if (found) return found
    const words = text.slice(bounds.start, Math.min(bounds.end, bounds.start + 600))
    const entry = { words, substance: substance(words) }
    known.set(bounds.start, entry)
    return entry
  }
  for (const second of list) {
    const kind = `${second.type} ${second.unit}`
    const earlier = kinds.get(kind) ?? []
    kinds.set(kind, [...earlier.slice(1 - BACK), second])
    const near = earlier.filter(other => slip(other.value, second.value) && !compatibleAsSaid(other, second))
    if (near.length === 0 || digitCount(second.value) < 2) continue
    const here = told(second)
    const around = beside(text, second)
    const first = near.find(
      other =>
        told(other) !== here &&
        alike(told(other).substance, here.substance) &&
        [...beside(text, other)].filter(word => around.has(word)).length >= BESIDE &&
        !told(other).words.includes(second.text) &&
        !here.words.includes(other.text) &&
        !OTHER.test(here.words) &&
        !OTHER.test(told(other).words),
    )
    if (first) yield { first, second }
  }
}
