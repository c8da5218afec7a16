import type { Standing } from '../model/decision.ts'
import { byRule } from '../run/rules.ts'
import type { Rule } from '../run/suppressions.ts'
import type { DocumentFlags, FlagLine } from '../store/flag-lines.ts'
import type { FlagStatus } from '../store/store.ts'
import { compare, type Order } from './order.ts'
import { Numbering, type Numbers } from './tally.ts'

/** A flag in the queue. The same fingerprint in several documents (a re-publication) is one item: one verdict holds for all. */
export interface Item extends FlagLine, Standing {
  /** Those that show it; when none does any more (`fixed`), those that did. `doc` is the first. */
  readonly docs: readonly [string, ...string[]]
  readonly status: FlagStatus
  /** Rules of the team's file that dismiss it, by document; a decision on the flag itself outranks them. */
  readonly rules?: ReadonlyMap<string, Rule>
  /** What it is counted by. */
  readonly numbers: Numbers
}

type Entry = { -readonly [K in keyof Item]: Item[K] }

/** What came and went with some documents. */
export interface Change {
  readonly come: readonly Item[]
  readonly gone: readonly Item[]
}

/** All flags of a store, by fingerprint, in memory (some hundred bytes each), kept in every order that was asked for. */
export class Book {
  readonly items = new Map<string, Entry>()
  /** Lines of the flags that stand in several documents. */
  readonly #several = new Map<string, readonly FlagLine[]>()
  readonly #byDoc = new Map<string, readonly string[]>()
  readonly #orders = new Map<Order, Item[]>()
  readonly #numbering = new Numbering()
  /** Things that are worked out of the flags, until these change. */
  #derived = new Map<string, unknown>()

  /** Takes over what documents show now. The new items are open until they are told otherwise (`stand`). */
  put(documents: Iterable<DocumentFlags>): Change {
    const come = new Set<Entry>()
    const gone: Item[] = []
    for (const { doc, lines } of documents) {
      const before = this.#byDoc.get(doc) ?? []
      if (before.length === 0 && lines.length === 0) continue
      const now = new Map(lines.map(line => [line.fingerprint, line]))
      if (now.size > 0) this.#byDoc.set(doc, [...now.keys()])
      else this.#byDoc.delete(doc)
      for (const name of before.length === 0 ? now.keys() : new Set([...before, ...now.keys()])) {
        const entry = this.items.get(name)
        const known = this.#several.get(name) ?? (entry ? [entry] : [])
        const line = now.get(name)
        const all = [...known.filter(other => other.doc !== doc), ...(line ? [line] : [])]
        if (entry && !come.delete(entry)) gone.push(entry)
        this.items.delete(name)
        this.#several.delete(name)
        const made = entryOf(all, this.#numbering)
        if (!made) continue
        if (all.length > 1) this.#several.set(name, all)
        this.items.set(name, made)
        come.add(made)
      }
    }
    const change = { come: [...come], gone }
    this.#derived = new Map()
    const left = new Set<Item>(gone)
    for (const [order, list] of this.#orders) {
      const kept = left.size === 0 ? list : list.filter(item => !left.has(item))
      this.#orders.set(order, merged(kept, change.come.toSorted(compare(order)), compare(order)))
    }
    return change
  }

  /** In an order, sorted once. */
  sorted(order: Order): readonly Item[] {
    const known = this.#orders.get(order) ?? [...this.items.values()].sort(compare(order))
    this.#orders.set(order, known)
    return known
  }

  /** Works something out of the flags (not of their standing), once until they change. */
  derive<T>(name: string, work: () => T): T {
    if (!this.#derived.has(name)) this.#derived.set(name, work())
    return this.#derived.get(name) as T
  }
}

/** Says how an item stands: its own decision, or else the rules that apply to it, by document. */
export function stand(item: Item, { decision, reopened }: Standing, rules?: ReadonlyMap<string, Rule>): void {
  const entry = item as Entry
  delete entry.decision
  delete entry.reopened
  delete entry.rules
  const [rule] = decision ? [] : (rules?.values() ?? [])
  const ruled = rule !== undefined && rules?.size === item.docs.length
  const said = decision ?? (ruled ? byRule(rule, item.fingerprint) : undefined)
  if (said) entry.decision = said
  if (reopened) entry.reopened = reopened
  if (rule && rules) entry.rules = rules
  entry.status = item.fixedIn === undefined ? (said?.verdict ?? 'open') : 'fixed'
}

/** How a flag stands in one of its documents: a rule may dismiss it there and not elsewhere. */
export function standingIn(
  { rules, status, decision, fingerprint }: Item,
  doc: string,
): Pick<Item, 'status' | 'decision'> {
  const rule = rules?.get(doc)
  return rule
    ? { status: 'dismissed', decision: byRule(rule, fingerprint) }
    : { status, ...(decision ? { decision } : {}) }
}

function entryOf(lines: readonly FlagLine[], numbering: Numbering): Entry | undefined {
  const present = lines.filter(({ fixedIn }) => fixedIn === undefined)
  const [first, ...others] = present.length > 0 ? present : lines
  if (!first) return undefined
  const { fingerprint, doc, check, severity, confidence, subject, start, words, message, run, fixedIn, former } = first
  const docs = [doc, ...others.map(line => line.doc)] as const
  return {
    fingerprint,
    doc,
    check,
    severity,
    confidence,
    subject,
    start,
    words,
    message,
    run,
    ...(fixedIn === undefined ? {} : { fixedIn }),
    ...(former === undefined ? {} : { former }),
    docs,
    status: fixedIn === undefined ? 'open' : 'fixed',
    numbers: numbering.of({ severity, run, check, subject, docs }),
  }
}

/** Two sorted lists as one. */
function merged<T>(a: readonly T[], b: readonly T[], by: (a: T, b: T) => number): T[] {
  if (b.length === 0) return [...a]
  const list: T[] = []
  let at = 0
  for (const item of b) {
    for (let other = a[at]; other !== undefined && by(other, item) <= 0; other = a[++at]) list.push(other)
    list.push(item)
  }
  for (; at < a.length; at++) list.push(a[at] as T)
  return list
}
