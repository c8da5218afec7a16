import type { Standing } from '../model/decision.ts'
import type { Severity } from '../model/discrepancy.ts'
import { rank } from '../report/group.ts'
import type { FlagLine } from '../store/review.ts'
import type { FlagStatus, Store } from '../store/store.ts'

/** A flag in the queue. The same fingerprint in several documents (a re-publication) is one item: one verdict holds for all. */
export interface Item extends Omit<FlagLine, 'doc'>, Standing {
  readonly docs: readonly [string, ...string[]]
  readonly status: FlagStatus
}

export const ORDERS = ['severity', 'confidence', 'newness', 'check', 'document', 'entity'] as const
export type Order = (typeof ORDERS)[number]

/** All present flags with their standing, as of one moment. */
export interface Queue {
  readonly items: ReadonlyMap<string, Item>
  /** The latest run that any of them is from; 0 without flags. */
  readonly newest: number
  /** In an order, sorted once. */
  sorted(order: Order): readonly Item[]
}

type Entry = Omit<Item, 'status' | keyof Standing>

/**
 * Reads the queue of a store. It is kept in memory between calls (some hundred bytes a flag); a call asks the store for its stamp
 * and reads only what has come: decisions of other processes, flags of a new run.
 */
export function queueOf(store: Store): () => Promise<Queue> {
  let stamp = ''
  let line = 0
  let entries = new Map<string, Entry>()
  let orders = new Map<Order, readonly Entry[]>()
  const stands = new Map<string, Standing>()
  const itemOf = (entry: Entry): Item => {
    const standing = stands.get(entry.fingerprint) ?? {}
    return { ...entry, ...standing, status: standing.decision?.verdict ?? 'open' }
  }
  let made: Queue | undefined
  return async () => {
    const now = await store.flagsStamp()
    if (now !== stamp) {
      entries = await merged(store.flagLines())
      orders = new Map()
      stamp = now
      // What a verdict rests on may have changed with the flag.
      line = 0
      stands.clear()
      made = undefined
    }
    const { last, standings } = await store.standingsAfter(line)
    for (const [fingerprint, standing] of standings) stands.set(fingerprint, standing)
    if (last > line) made = undefined
    line = last
    if (made) return made
    const items = new Map([...entries].map(([fingerprint, entry]) => [fingerprint, itemOf(entry)]))
    const sorted = (order: Order): readonly Entry[] => {
      const known = orders.get(order) ?? [...entries.values()].sort(COMPARE[order])
      orders.set(order, known)
      return known
    }
    made = {
      items,
      newest: [...entries.values()].reduce((most, { run }) => Math.max(most, run), 0),
      sorted: order =>
        sorted(order).flatMap(({ fingerprint }) => {
          const item = items.get(fingerprint)
          return item ? [item] : []
        }),
    }
    return made
  }
}

async function merged(lines: AsyncIterable<FlagLine>): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry & { docs: [string, ...string[]] }>()
  for await (const { doc, ...line } of lines) {
    const known = entries.get(line.fingerprint)
    if (known) known.docs.push(doc)
    else entries.set(line.fingerprint, { ...line, docs: [doc] })
  }
  return entries
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const place = (a: Entry, b: Entry): number => text(a.docs[0], b.docs[0]) || a.start - b.start
const weight = (a: Entry, b: Entry): number =>
  rank(a.severity) - rank(b.severity) || b.confidence - a.confidence || place(a, b)

const COMPARE: Readonly<Record<Order, (a: Entry, b: Entry) => number>> = {
  severity: weight,
  confidence: (a, b) => b.confidence - a.confidence || weight(a, b),
  newness: (a, b) => b.run - a.run || weight(a, b),
  check: (a, b) => text(a.check, b.check) || weight(a, b),
  document: place,
  entity: (a, b) => text(a.subject, b.subject) || weight(a, b),
}

/** What of the queue is looked at: every field narrows it. */
export interface Filter {
  readonly status: FlagStatus | 'all'
  readonly order: Order
  readonly severity?: Severity
  readonly check?: string
  readonly entity?: string
  readonly doc?: string
  /** Only flags first seen in this run. */
  readonly run?: number
  /** Only flags that have these words, or whose article has them. */
  readonly words?: string
}

/** What can be counted: each is a choice of the page's. */
export const FACETS = ['status', 'severity', 'run', 'check', 'entity', 'doc'] as const
export type Facet = (typeof FACETS)[number]

export interface Selected {
  readonly items: readonly Item[]
  /** How many flags each choice would leave, the other choices as they are; most first. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>
}

const valuesOf = (item: Item, facet: Facet): readonly string[] => {
  if (facet === 'doc') return item.docs
  return [String(facet === 'entity' ? item.subject : item[facet])]
}

/** Applies a filter; `articles` are the documents that have its words. Notes show only to those who ask for them. */
export function selectItems(queue: Queue, filter: Filter, articles: ReadonlySet<string>): Selected {
  const words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = (item: Item): boolean => {
    if (words.length === 0 || item.docs.some(doc => articles.has(doc))) return true
    const own = `${item.message} ${item.words} ${item.check}`.toLowerCase()
    return words.every(word => own.includes(word))
  }
  const fails = (item: Item, facet: Facet): boolean => {
    const wanted = facet === 'status' && filter.status === 'all' ? undefined : filter[facet]
    if (wanted === undefined) return facet === 'severity' && item.severity === 'note'
    return !valuesOf(item, facet).includes(String(wanted))
  }
  const counts = Object.fromEntries(FACETS.map(facet => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >
  const add = (item: Item, facet: Facet): void => {
    for (const value of valuesOf(item, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
  }
  const items: Item[] = []
  for (const item of queue.sorted(filter.order)) {
    if (!found(item)) continue
    const failed = FACETS.filter(facet => fails(item, facet))
    const [only] = failed
    if (failed.length === 1 && only) add(item, only)
    if (failed.length > 0) continue
    items.push(item)
    for (const facet of FACETS) add(item, facet)
  }
  const byCount = (map: Map<string, number>) => new Map([...map].sort((a, b) => b[1] - a[1] || text(a[0], b[0])))
  return {
    items,
    counts: Object.fromEntries(FACETS.map(facet => [facet, byCount(counts[facet])])) as Record<
      Facet,
      Map<string, number>
    >,
  }
}
