import type { Span } from './span.ts'

export interface Named {
  readonly canonical: string
}

/** Hedges as values: "at least 16" has min 16, "over" sets exclusive, "about" sets approx; ranges have min and max only. */
export interface Quantity {
  readonly min?: number
  readonly max?: number
  readonly approx?: boolean
  readonly exclusive?: boolean
}

/** What a mention can be, and the shape of its normalised value. A new type of mention starts here. */
export interface Values {
  readonly actor: Named
  readonly malware: Named
  readonly tool: Named
  readonly organization: Named
  readonly person: Named
  readonly sector: Named
  readonly country: { readonly iso2: string }
  readonly place: { readonly name: string; readonly iso2?: string }
  readonly cve: { readonly id: string }
  readonly money: Quantity & { readonly amount?: number; readonly currency: string }
  readonly count: Quantity & { readonly number?: number; readonly of?: string }
  readonly percent: Quantity & { readonly number: number }
  /** TIMEX3; `from` and `to` are ISO days, `to` inclusive. */
  readonly date: { readonly timex: string; readonly from?: string; readonly to?: string }
  readonly duration: { readonly timex: string }
}

export type MentionType = keyof Values

/** A table, so that a new type cannot be left out. */
const TYPES: Readonly<Record<MentionType, true>> = {
  actor: true,
  malware: true,
  tool: true,
  organization: true,
  person: true,
  country: true,
  place: true,
  sector: true,
  money: true,
  count: true,
  percent: true,
  date: true,
  duration: true,
  cve: true,
}

/** Every type of mention, in the order in which commands name them. */
export const MENTION_TYPES = Object.keys(TYPES) as readonly MentionType[]

/** A stretch of text that names or measures something: found by an extractor, not yet believed. */
export type Mention<T extends MentionType = MentionType> = {
  [K in T]: Span & {
    readonly type: K
    readonly text: string
    readonly value?: Values[K]
    /** `Entity.id`, where the extractor already knows which entry of the knowledge base the words name. */
    readonly entity?: string
    /** Extractor.id. */
    readonly by: string
  }
}[T]

/**
 * Makes a mention of the words at `start`–`end`; the only way extractors make one, so that offsets are asserted once.
 * @throws RangeError when the span is empty or outside the text.
 */
export function mention<T extends MentionType>(
  doc: { readonly id: string; readonly text: string },
  by: string,
  type: T,
  start: number,
  end: number,
  value?: Values[T],
  entity?: string,
): Mention<T> {
  if (!(0 <= start && start < end && end <= doc.text.length))
    throw new RangeError(`${by}: span ${start}-${end} is outside the ${doc.text.length} units of ${doc.id}`)
  return {
    type,
    start,
    end,
    text: doc.text.slice(start, end),
    ...(value === undefined ? {} : { value }),
    ...(entity === undefined ? {} : { entity }),
    by,
  } as Mention<T>
}
