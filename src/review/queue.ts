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

/** All present flags with their standing. */
export interface Queue {
  readonly items: ReadonlyMap<string, Item>
  /** The latest run that any of them is from; 0 without flags. */
  readonly newest: number
  /** How often a standing has changed. */
  readonly changes: number
  /** In an order, sorted once. */
  sorted(order: Order): readonly Item[]
}

/** As the queue keeps it: what is decided changes in place, so that a verdict costs nothing in a long queue. */
type Entry = { -readonly [K in keyof Item]: Item[K] }

/**
 * Reads the queue of a store. It is kept in memory between calls (some hundred bytes a flag); a call asks the store for its stamp
 * and reads only what has come: decisions of other processes, flags of a new run.
 */
export function queueOf(store: Store): () => Promise<Queue> {
  let stamp = ''
  let line = 0
  let entries = new Map<string, Entry>()
  let queue = queueOver(entries)
  return async () => {
    const now = await store.flagsStamp()
    if (now !== stamp) {
      entries = await merged(store.flagLines())
      queue = queueOver(entries)
      stamp = now
      // What a verdict rests on may have changed with the flag.
      line = 0
    }
    const { last, standings } = await store.standingsAfter(line)
    for (const [fingerprint, { decision, reopened }] of standings) {
      const entry = entries.get(fingerprint)
      if (!entry) continue
      delete entry.decision
      delete entry.reopened
      Object.assign(entry, { status: decision?.verdict ?? 'open' }, decision && { decision }, reopened && { reopened })
    }
    if (last > line) queue.changes++
    line = last
    return queue
  }
}

function queueOver(items: ReadonlyMap<string, Item>): { -readonly [K in keyof Queue]: Queue[K] } {
  const orders = new Map<Order, readonly Item[]>()
  return {
    items,
    changes: 0,
    newest: [...items.values()].reduce((most, { run }) => Math.max(most, run), 0),
    sorted(order) {
      const known = orders.get(order) ?? [...items.values()].sort(COMPARE[order])
      orders.set(order, known)
      return known
    },
  }
}

async function merged(lines: AsyncIterable<FlagLine>): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry & { docs: [string, ...string[]] }>()
  for await (const { doc, ...line } of lines) {
    const known = entries.get(line.fingerprint)
    if (known) known.docs.push(doc)
    else entries.set(line.fingerprint, { ...line, docs: [doc], status: 'open' })
  }
  return entries
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const place = (a: Item, b: Item): number => text(a.docs[0], b.docs[0]) || a.start - b.start
const weight = (a: Item, b: Item): number =>
  rank(a.severity) - rank(b.severity) || b.confidence - a.confidence || place(a, b)

const COMPARE: Readonly<Record<Order, (a: Item, b: Item) => number>> = {
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

/** Selections kept of one state of the queue: going from flag to flag asks for the same one again and again. */
const KEPT = 16
const kept = new WeakMap<Queue, { readonly changes: number; readonly selections: Map<string, Selected> }>()

/** Applies a filter; `articles` are the documents that have its words. Notes show only to those who ask for them. */
export function selectItems(queue: Queue, filter: Filter, articles: ReadonlySet<string>): Selected {
  const { changes } = queue
  const known = kept.get(queue)
  const state = known?.changes === changes ? known : { changes, selections: new Map<string, Selected>() }
  kept.set(queue, state)
  const key = JSON.stringify([filter.order, filter.words, ...FACETS.map(facet => filter[facet])])
  const selected = state.selections.get(key) ?? select(queue, filter, articles)
  if (state.selections.size >= KEPT) state.selections.clear()
  state.selections.set(key, selected)
  return selected
}

/** One pass over all flags: what fits, and for each kind of choice what all the other choices would leave. */
function select(queue: Queue, filter: Filter, articles: ReadonlySet<string>): Selected {
  const words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = (item: Item): boolean => {
    if (words.length === 0 || item.docs.some(doc => articles.has(doc))) return true
    const own = `${item.message} ${item.words} ${item.check}`.toLowerCase()
    return words.every(word => own.includes(word))
  }
  const tallies = FACETS.map(() => new Map<string | number, number>())
  const add = (item: Item, at: number): void => {
    const tally = tallies[at]
    const value = choiceOf(item, FACETS[at])
    if (!tally) return
    if (typeof value !== 'object') tally.set(value, (tally.get(value) ?? 0) + 1)
    else for (const one of value) tally.set(one, (tally.get(one) ?? 0) + 1)
  }
  const items: Item[] = []
  for (const item of queue.sorted(filter.order)) {
    let failed = 0
    let last = -1
    for (let at = 0; at < FACETS.length && failed < 2; at++)
      if (!fits(item, FACETS[at], filter)) {
        failed++
        last = at
      }
    if (failed > 1 || !found(item)) continue
    if (failed === 1) add(item, last)
    else {
      items.push(item)
      for (let at = 0; at < FACETS.length; at++) add(item, at)
    }
  }
  const byCount = (at: number): Map<string, number> =>
    new Map([...(tallies[at] ?? [])].sort((a, b) => b[1] - a[1]).map(([value, number]) => [String(value), number]))
  const counts = Object.fromEntries(FACETS.map((facet, at) => [facet, byCount(at)]))
  return { items, counts: counts as Record<Facet, Map<string, number>> }
}

function choiceOf(item: Item, facet: Facet | undefined): string | number | readonly string[] {
  if (facet === 'doc') return item.docs.length === 1 ? item.docs[0] : item.docs
  if (facet === 'entity') return item.subject
  return facet === undefined ? '' : item[facet]
}

function fits(item: Item, facet: Facet | undefined, filter: Filter): boolean {
  const wanted = facet === undefined ? undefined : filter[facet]
  if (wanted === undefined) return facet !== 'severity' || item.severity !== 'note'
  if (facet === 'status' && wanted === 'all') return true
  const value = choiceOf(item, facet)
  return typeof value === 'object' ? value.some(one => one === wanted) : value === wanted
}
