import type { CheckContext } from '../model/stage.ts'
import { type Measure, show } from './measures.ts'

/** Shares of one whole, the last of which is the rest. */
export interface Shares {
  readonly rest: Measure
  readonly parts: readonly Measure[]
  /** In figures: "45 + 35 + 40 = 120 percent". */
  readonly arithmetic: string
}

/** What makes a share the rest: "40 percent elsewhere", "the remaining 40 percent". */
const ELSEWHERE =
  /^(?:\s(?:of\sthem|were|was|are|is|from|in|to|went|came)){0,3}\s(?:elsewhere|(?:all\s)?others?\b(?!\s\p{L})|the\srest\b|other\s(?:countries|places|regions)|not\sat\sall|nothing(?:\sat\sall)?|neither)(?=\s*(?:$|[.,;:)\u201d"]|and\b))/u
const REMAINING = /\b(?:the\s(?:remaining|other|rest,?)|remaining)\s$/

/** More shares than this are a table; two may be of two things. */
const MOST = 6
const LEAST = 3

/** Points by which rounded shares may miss the whole, for each of them. */
const POINTS = 1

/** Shares of one sentence that end with the rest and do not make up a hundred percent, all of them or some. */
export function* shares(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  list: readonly Measure[],
): Generator<Shares> {
  const percents = list.filter(({ type }) => type === 'percent')
  for (const [index, rest] of percents.entries()) {
    if (
      !ELSEWHERE.test(text.slice(rest.end, rest.end + 40)) &&
      !REMAINING.test(text.slice(Math.max(0, rest.start - 20), rest.start))
    )
      continue
    const { start } = sentence(rest.start)
    const parts = percents.slice(Math.max(0, index + 1 - MOST), index + 1).filter(one => one.start >= start)
    const sum = parts.reduce((all, { value }) => all + value, 0)
    if (parts.length < LEAST || sum < 60 || sum > 160 || sum - rest.value > 100 + POINTS * parts.length || whole(parts))
      continue
    yield { rest, parts, arithmetic: `${parts.map(({ value }) => show(value)).join(' + ')} = ${show(sum)} percent` }
  }
}

/** Whether the rest and some of the shares before it make up the whole. */
function whole(parts: readonly Measure[]): boolean {
  const rest = parts.at(-1)?.value ?? 0
  const others = parts.slice(0, -1)
  for (let chosen = 1; chosen < 2 ** others.length; chosen++) {
    const sum = others.reduce((all, { value }, at) => all + ((chosen >> at) & 1) * value, rest)
    if (Math.abs(sum - 100) <= POINTS * parts.length) return true
  }
  return false
}
