import type { Severity } from '../model/discrepancy.ts'
import { ruleId } from '../run/rules.ts'
import type { FlagFilter } from '../store/store.ts'
import type { Item } from './book.ts'
import { compare, type Order } from './order.ts'

/** What of the queue is looked at: every field narrows it. */
export interface Filter {
  readonly status: FlagFilter
  readonly order: Order
  readonly severity?: Severity
  readonly check?: string
  readonly entity?: string
  readonly doc?: string
  /** Only flags first seen in this run. */
  readonly run?: number
  /** Only flags that have these words, or whose article has them. */
  readonly words?: string
  /** Only flags that this rule (`ruleId`) dismisses somewhere. */
  readonly rule?: string
}

/** What can be counted: each is a choice of the page's. */
export const FACETS = ['status', 'severity', 'run', 'check', 'entity', 'doc'] as const
export type Facet = (typeof FACETS)[number]

type Value = string | number

/** The flags that a filter leaves, in its order, and how many each other choice would leave; kept as flags are judged. */
export class Selection {
  readonly #filter: Filter
  readonly #words: readonly string[]
  readonly #articles: ReadonlySet<string>
  readonly #tallies = FACETS.map(() => new Map<Value, number>())
  readonly #tops = new Map<string, readonly (readonly [string, number])[]>()
  readonly #items: Item[] = []

  /** @param articles the documents that have the filter's words */
  constructor(sorted: Iterable<Item>, filter: Filter, articles: ReadonlySet<string>) {
    this.#filter = filter
    this.#words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    this.#articles = articles
    for (const item of sorted) if (this.#count(item, 1)) this.#items.push(item)
  }

  get items(): readonly Item[] {
    return this.#items
  }

  /** Before an item's standing changes. */
  leave(item: Item): void {
    if (this.#count(item, -1)) this.#items.splice(this.#placeOf(item), 1)
  }

  /** After it has. */
  enter(item: Item): void {
    if (this.#count(item, 1)) this.#items.splice(this.#placeOf(item), 0, item)
  }

  /** How many flags each choice would leave, the other choices as they are: the `most` that leave most. */
  counts(facet: Facet, most: number): readonly (readonly [value: string, number: number])[] {
    const key = `${facet}/${most}`
    const known = this.#tops.get(key) ?? top(this.#tallies[FACETS.indexOf(facet)] ?? new Map(), most)
    this.#tops.set(key, known)
    return known
  }

  /** Where an item stands or would stand. */
  #placeOf(item: Item): number {
    const by = compare(this.#filter.order)
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#items[middle]
      if (other && by(other, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Adds an item to the counts, or takes it from them. @returns whether the filter leaves it */
  #count(item: Item, by: 1 | -1): boolean {
    let failed = 0
    let last = -1
    for (let at = 0; at < FACETS.length && failed < 2; at++)
      if (!fits(item, FACETS[at], this.#filter)) {
        failed++
        last = at
      }
    if (failed > 1 || !this.#found(item)) return false
    if (this.#tops.size > 0) this.#tops.clear()
    if (failed === 1) this.#add(item, last, by)
    else for (let at = 0; at < FACETS.length; at++) this.#add(item, at, by)
    return failed === 0
  }

  #add(item: Item, at: number, by: 1 | -1): void {
    const tally = this.#tallies[at]
    const value = choiceOf(item, FACETS[at])
    if (!tally) return
    for (const one of typeof value === 'object' ? value : [value]) {
      const number = (tally.get(one) ?? 0) + by
      if (number > 0) tally.set(one, number)
      else tally.delete(one)
    }
  }

  #found({ rules, docs, message, words, check }: Item): boolean {
    const { rule } = this.#filter
    if (rule !== undefined && ![...(rules?.values() ?? [])].some(one => ruleId(one) === rule)) return false
    if (this.#words.length === 0 || docs.some(doc => this.#articles.has(doc))) return true
    const own = `${message} ${words} ${check}`.toLowerCase()
    return this.#words.every(word => own.includes(word))
  }
}

/** The entries of a tally that have most, most first; of equal ones those that came first. */
function top(tally: ReadonlyMap<Value, number>, most: number): (readonly [string, number])[] {
  const list: (readonly [string, number])[] = []
  for (const [value, number] of tally) {
    if (list.length === most && number <= (list.at(-1)?.[1] ?? 0)) continue
    const at = list.findIndex(([, other]) => other < number)
    list.splice(at < 0 ? list.length : at, 0, [String(value), number])
    if (list.length > most) list.pop()
  }
  return list
}

function choiceOf(item: Item, facet: Facet | undefined): Value | readonly string[] {
  if (facet === 'doc') return item.docs.length === 1 ? item.doc : item.docs
  if (facet === 'entity') return item.subject
  return facet === undefined ? '' : item[facet]
}

/** Notes show only to those who ask for them. */
function fits(item: Item, facet: Facet | undefined, filter: Filter): boolean {
  const wanted = facet === undefined ? undefined : filter[facet]
  if (wanted === undefined) return facet !== 'severity' || item.severity !== 'note'
  if (facet === 'status' && wanted === 'all') return true
  const value = choiceOf(item, facet)
  return typeof value === 'object' ? value.some(one => one === wanted) : value === wanted
}
