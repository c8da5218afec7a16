import { rulesOver } from '../run/rules.ts'
import type { Rule, Suppressions } from '../run/suppressions.ts'
import type { DocumentFlags } from '../store/flag-lines.ts'
import type { Store } from '../store/store.ts'
import { Book, type Item, stand } from './book.ts'
import { type Filter, Selection } from './selection.ts'
import { FACETS } from './tally.ts'

/** All flags with their standing, and what is selected of them. */
export interface Queue {
  readonly items: ReadonlyMap<string, Item>
  /** The latest run that any of them is from; 0 without flags. */
  readonly newest: number
  /** The flags about a subject. */
  about(subject: string): readonly Item[]
  /** @param articles the documents that have the filter's words */
  select(filter: Filter, articles: ReadonlySet<string>): Selection
}

/** The team's file as it is now; the same object as long as the file is the same. */
export type Team = () => Promise<Suppressions>

/** Selections kept: going from flag to flag asks for the same one again and again. */
const KEPT = 16

/** Beyond this many changes a selection is made anew sooner than mended. */
const MANY = 500

const NOBODY: Suppressions = { rules: [], decisions: [], corrections: [] }

/**
 * Reads the queue of a store under the team's file, as `reviewedFlags` has them. It is kept in memory; a call asks the store
 * what has come since the last one (decisions of other processes, documents of a run) and reads only that.
 */
export function queueOf(store: Store, team: Team = async () => NOBODY): () => Promise<Queue> {
  let book = new Book()
  let selections = new Map<string, Selection>()
  let state: { change: number; taken: number } | undefined
  let line = 0
  let file = NOBODY
  let given: ReadonlyMap<string, Suppressions['decisions']> = new Map()
  let firstOf = rulesOver([], doc => store.publisherOf(doc))

  const rulesFor = async (item: Item): Promise<ReadonlyMap<string, Rule> | undefined> => {
    if (file.rules.length === 0 || item.fixedIn !== undefined) return undefined
    const found = new Map<string, Rule>()
    for (const doc of item.docs) {
      const rule = await firstOf({ ...item, doc })
      if (rule) found.set(doc, rule)
    }
    return found.size > 0 ? found : undefined
  }

  const refresh = async (): Promise<Queue> => {
    // Whom to ask about, beside those on whom something new was said.
    const ask = new Set<string>()
    const now = await store.flagsState()
    if (state === undefined || now.taken !== state.taken) {
      book = new Book()
      line = 0
      state = undefined
    }
    let ruleAll = state === undefined
    if (now.change !== state?.change) {
      const documents: DocumentFlags[] = []
      for await (const one of store.flagLines(state?.change)) documents.push(one)
      const { come } = book.put(documents)
      if (state !== undefined) for (const { fingerprint } of come) ask.add(fingerprint)
      selections = new Map()
    }
    state = now
    const latest = await team()
    if (latest !== file || line === 0) {
      ruleAll ||= latest !== file
      for (const name of given.keys()) ask.add(name)
      file = latest
      given = Map.groupBy(file.decisions, ({ fingerprint }) => fingerprint)
      for (const name of given.keys()) ask.add(name)
      firstOf = rulesOver(file.rules, doc => store.publisherOf(doc))
    }
    const { last, standings } = await store.standingsAfter(line, ask, given)
    line = last
    if (ruleAll || standings.size > MANY) selections = new Map()
    for (const [name, standing] of standings) {
      const item = book.items.get(name)
      if (!item) continue
      const rules = standing.decision ? undefined : await rulesFor(item)
      for (const selection of selections.values()) selection.leave(item)
      stand(item, standing, rules)
      for (const selection of selections.values()) selection.enter(item)
    }
    if (ruleAll)
      for (const item of book.items.values())
        if (!standings.has(item.fingerprint) && (item.rules || !item.decision))
          stand(item, item.reopened ? { reopened: item.reopened } : {}, await rulesFor(item))
    return queueOver(book, selections)
  }

  // One after the other: what one call has read, the next need not.
  let turn: Promise<Queue> | undefined
  return () => {
    turn = (turn ?? Promise.resolve()).then(refresh, refresh)
    return turn
  }
}

function queueOver(book: Book, selections: Map<string, Selection>): Queue {
  const all = book.items
  return {
    items: all,
    newest: book.derive('newest', () => [...all.values()].reduce((most, { run }) => Math.max(most, run), 0)),
    about: subject => book.derive('about', () => Map.groupBy(all.values(), item => item.subject)).get(subject) ?? [],
    select(filter, articles) {
      const key = JSON.stringify([filter.order, filter.words, filter.rule, ...FACETS.map(facet => filter[facet])])
      const selection = selections.get(key) ?? new Selection(book.sorted(filter.order), filter, articles)
      if (selections.size >= KEPT) selections.clear()
      selections.set(key, selection)
      return selection
    },
  }
}
