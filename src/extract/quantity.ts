import { type Mention, type MentionType, mention, type Values } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { type Day, dayOf } from '../normalise/calendar.ts'
import { readCount } from '../normalise/count.ts'
import { readDates } from '../normalise/date.ts'
import { durationTimex, isNamed, readBareUnit, readSpans, readTimeUnit } from '../normalise/duration.ts'
import { looksAhead } from '../normalise/future.ts'
import { readMoneys } from '../normalise/money.ts'
import { opens } from '../normalise/openers.ts'
import { readPercent } from '../normalise/percent.ts'
import { readPeriod, readReturning } from '../normalise/recurring.ts'
import { EVERY, OPENS_AMOUNT, OPENS_DATE } from '../normalise/roles.ts'
import { isHyphen } from '../normalise/sum.ts'
import { readMonth, readYear } from '../normalise/time-words.ts'
import { tokenise } from '../normalise/tokenise.ts'
import { at, type Read, roleAt, type Tokens } from '../normalise/tokens.ts'
import type { Anchor } from '../normalise/when.ts'

type Kind = 'money' | 'percent' | 'date' | 'duration' | 'count'
/** What was read, and the tokens it takes up. */
export type Found = {
  [K in Kind]: { readonly type: K; readonly value: Values[K]; readonly start: number; readonly next: number }
}[Kind]

const as = <K extends Kind>(type: K, start: number, read: Read<Values[K]> | undefined): readonly Found[] =>
  read ? [{ type, value: read.value, start, next: read.next } as Found] : NONE

/**
 * Amounts, dates and durations in one pass over the words. What may start in one place is tried in order: money needs a
 * currency and percent its sign, so they come before dates, and a number that nothing else wants is a count.
 */
export const quantity: Extractor<Kind> = {
  id: 'quantity',
  finds: ['money', 'percent', 'date', 'duration', 'count'] satisfies readonly MentionType[],
  extract({ doc, text }: ExtractContext): Iterable<Mention<Kind>> {
    const tokens = tokenise(text)
    const mentions: Mention<Kind>[] = []
    for (const { type, value, start, next } of quantities(tokens, dayOf(doc.published))) {
      const first = tokens.list[start]
      const last = tokens.list[next - 1]
      if (first && last) mentions.push(mention(doc, 'quantity', type, first.start, last.end, value as never))
    }
    return mentions
  },
}

/** The amounts, dates and durations of a text, in order; `published` is an ISO day. */
export function quantities(tokens: Tokens, published: string | undefined): readonly Found[] {
  const all: Found[] = []
  /** Where the last one ended. */
  let end = -1
  for (const index of tokens.openings) {
    if (index < end) continue
    const open = opens(tokens, index)
    if (open === 0 || isRate(tokens, index, end)) continue
    for (const found of read(tokens, index, open, published)) {
      all.push(found)
      end = found.next
    }
  }
  return all
}

const NONE: readonly Found[] = []

/** "$500 a month", "$10-a-month", "twice a day": for each unit of time, and no time that passes; `end` is where the last amount ended. */
const isRate = (tokens: Tokens, index: number, end: number): boolean =>
  (at(tokens, index) === 'a' || at(tokens, index) === 'an') &&
  (end === index ||
    (end === index - 1 && isHyphen(at(tokens, index - 1))) ||
    /^(?:times|once|twice)$/.test(at(tokens, index - 1))) &&
  readTimeUnit(tokens, index + 1) !== undefined &&
  !/^(?:ago|later|earlier|after|before)$/.test(at(tokens, index + 2))

/** "27-year-old": an age, and not how long something took. */
const isAge = (tokens: Tokens, next: number): boolean => isHyphen(at(tokens, next)) && at(tokens, next + 1) === 'old'

/** "the 2016 election", "the August update": the article belongs to the noun; "the 1990s" and "the 26th" keep theirs. */
const withoutArticle = (tokens: Tokens, start: number): number =>
  at(tokens, start) === 'the' &&
  (readMonth(tokens, start + 1) || (readYear(tokens, start + 1) && !/^(?:s|['\u2019])$/.test(at(tokens, start + 2))))
    ? start + 1
    : start

/** Where relative words stand. Few of them ask whether the words around look ahead. */
class Place implements Anchor {
  readonly published: Day | undefined
  readonly #tokens: Tokens
  readonly #index: number
  #future: boolean | undefined

  constructor(tokens: Tokens, index: number, published: Day | undefined) {
    this.#tokens = tokens
    this.#index = index
    this.published = published
  }

  get future(): boolean {
    this.#future ??= looksAhead(this.#tokens, this.#index)
    return this.#future
  }
}

/** What begins at a token: nothing, one amount or date, or the two dates of an interval. */
function read(tokens: Tokens, index: number, open: number, published: string | undefined): readonly Found[] {
  const amount = (open & OPENS_AMOUNT) !== 0
  const sum = amount ? readSum(tokens, index) : NONE
  if (sum.length > 0) return sum
  if ((open & OPENS_DATE) !== 0) {
    const dates = readDates(tokens, index, new Place(tokens, index, published))
    if (dates.length > 0)
      return dates.map(date => ({ type: 'date', ...date, start: withoutArticle(tokens, date.start) }) as const)
  }
  return amount ? readTimeOrCount(tokens, index) : NONE
}

/** Money or a share. */
function readSum(tokens: Tokens, index: number): readonly Found[] {
  const money = readMoneys(tokens, index)
  if (money.length > 0) return money.map(sum => ({ type: 'money', ...sum }) as const)
  return as('percent', index, readPercent(tokens, index))
}

/** What comes back, a stretch of time, or a count. */
function readTimeOrCount(tokens: Tokens, index: number): readonly Found[] {
  if (isNamed(tokens, index)) return NONE
  if ((roleAt(tokens, index) & EVERY) !== 0) {
    const returning = readReturning(tokens, index)
    return returning ? as('date', index, returning) : as('duration', index, readPeriod(tokens, index))
  }
  const spans = readSpans(tokens, index)
  const bare = spans ?? readBareUnit(tokens, index)
  if (bare && isAge(tokens, bare.next)) return NONE
  if (bare) return as('duration', index, { value: { timex: durationTimex(bare.value) }, next: bare.next })
  return as('count', index, readCount(tokens, index))
}
