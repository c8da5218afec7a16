import type { Severity } from '../model/discrepancy.ts'
import { ruleId } from '../run/rules.ts'
import type { FlagFilter } from '../store/store.ts'
import type { Item } from './book.ts'
import { compare, type Order } from './order.ts'
import { FACETS, type Facet, Tally, VALUE } from './tally.ts'

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

/** The flags that a filter leaves, in its order, and how many each other choice would leave; kept as flags are judged. */
export class Selection {
  readonly #filter: Filter
  readonly #words: readonly string[]
  readonly #articles: ReadonlySet<string>
  readonly #tallies = FACETS.map(facet => new Tally(facet))
  readonly #tests: readonly Test[]
  readonly #tops = new Map<string, readonly (readonly [string, number])[]>()
  readonly #items: Item[] = []

  /** @param articles the documents that have the filter's words */
  constructor(sorted: Iterable<Item>, filter: Filter, articles: ReadonlySet<string>) {
    this.#filter = filter
    this.#words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    this.#articles = articles
    this.#tests = testsOf(filter)
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
    const known = this.#tops.get(key) ?? this.#tallies[FACETS.indexOf(facet)]?.top(most) ?? []
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
    let failed: Test | undefined
    for (const test of this.#tests)
      if (!test.fits(item)) {
        if (failed) return false
        failed = test
      }
    if (!this.#found(item)) return false
    if (this.#tops.size > 0) this.#tops.clear()
    if (failed) this.#tallies[failed.at]?.add(item, by)
    else for (const tally of this.#tallies) tally.add(item, by)
    return failed === undefined
  }

  #found({ rules, docs, message, words, check }: Item): boolean {
    const { rule } = this.#filter
    if (rule !== undefined && ![...(rules?.values() ?? [])].some(one => ruleId(one) === rule)) return false
    if (this.#words.length === 0 || docs.some(doc => this.#articles.has(doc))) return true
    const own = `${message} ${words} ${check}`.toLowerCase()
    return this.#words.every(word => own.includes(word))
  }
}

/** What a filter asks of one facet. */
interface Test {
  /** Index into `FACETS`. */
  readonly at: number
  readonly fits: (item: Item) => boolean
}

/** What a filter asks, facet by facet; notes show only to those who ask for them. */
function testsOf(filter: Filter): Test[] {
  return FACETS.flatMap((facet, at): Test[] => {
    const wanted = filter[facet]
    const value = VALUE[facet]
    if (wanted === undefined) return facet === 'severity' ? [{ at, fits: item => item.severity !== 'note' }] : []
    if (facet === 'status') return wanted === 'all' ? [] : [{ at, fits: item => item.status === wanted }]
    if (facet === 'doc') return [{ at, fits: item => item.docs.some(one => one === wanted) }]
    return [{ at, fits: item => value(item) === wanted }]
  })
}
