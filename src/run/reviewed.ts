import { matchesGlob } from 'node:path'
import { byTime, type Judgement, standing } from '../model/decision.ts'
import { type Decision, normalise } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import type { FlagStatus, Selection, Store, StoredFlag, StoredRun } from '../store/store.ts'
import type { Rule, Suppressions } from './suppressions.ts'

/** A stored flag as reviewers and the team's file leave it. */
export interface ReviewedFlag extends StoredFlag {
  /** The rule that dismissed it; nobody decided on it by itself. */
  readonly rule?: Rule
}

/**
 * The team's file, when there is one; what reads it is loaded only then.
 * @throws FatalError 2 naming the file and what is wrong with it
 */
export const teamFile = async (file: string | undefined): Promise<Suppressions | undefined> =>
  file === undefined ? undefined : (await import('./suppressions.ts')).readSuppressions(file)

/**
 * Stored flags under a team's file: of the decisions in the store and in the file the latest holds, then the first rule that
 * applies to what is still open. The store is only read.
 */
export async function* reviewedFlags(
  store: Store,
  suppressions: Suppressions | undefined,
  selection?: Selection,
): AsyncGenerator<ReviewedFlag> {
  if (!suppressions) {
    yield* store.flags(selection)
    return
  }
  const { rules, decisions } = suppressions
  const given = Map.groupBy(decisions, ({ fingerprint }) => fingerprint)
  let doc: Document | undefined
  const publisherOf = async (id: string): Promise<Document | undefined> => {
    if (doc?.id !== id) doc = await store.document(id)
    return doc
  }
  for await (const stored of store.flags(selection)) {
    const names = [stored.flag.fingerprint, ...(stored.former ?? [])]
    const flag = await decided(
      store,
      stored,
      names.flatMap(name => given.get(name) ?? []),
    )
    const rule = flag.status === 'open' ? await firstOf(rules, flag, publisherOf) : undefined
    yield rule ? { ...flag, status: 'dismissed', decision: byRule(rule, flag), rule } : flag
  }
}

/**
 * Whether a report or an export with these options shows a flag. One that is compared with a run shows beside the flags asked for what
 * has changed since: flags that were there and are fixed now, and flags decided since. It leaves out what came and went, or
 * had gone before.
 */
export function wanted(
  { flag, status, decision, run, fixedIn }: StoredFlag,
  { notes, status: only }: { readonly notes: boolean; readonly status: FlagStatus | 'all' },
  since?: StoredRun,
): boolean {
  if (flag.severity === 'note' && !notes) return false
  if (since !== undefined) {
    if (fixedIn !== undefined) return run <= since.id && fixedIn > since.id
    if (decision !== undefined && decision.at > (since.finishedAt ?? since.startedAt)) return true
  }
  return only === 'all' || only === status
}

/** What a rule says as a decision on one flag. */
const byRule = ({ reason, reviewer, at }: Rule, { flag }: StoredFlag): Decision => ({
  fingerprint: flag.fingerprint,
  verdict: 'dismissed',
  reviewer,
  at: `${at}T00:00:00.000Z`,
  note: `by a rule: ${reason}`,
})

async function decided(store: Store, stored: StoredFlag, given: readonly Judgement[]): Promise<StoredFlag> {
  if (given.length === 0) return stored
  const log = [...(await store.decisions(stored.flag.fingerprint)), ...given].sort(byTime)
  const { decision: _, reopened: __, ...rest } = stored
  const stands = standing(log.at(-1), stored.flag)
  return { ...rest, ...stands, status: stored.status === 'fixed' ? 'fixed' : (stands.decision?.verdict ?? 'open') }
}

async function firstOf(
  rules: readonly Rule[],
  { flag }: StoredFlag,
  document: (id: string) => Promise<Document | undefined>,
): Promise<Rule | undefined> {
  for (const rule of rules) {
    const { check, entity, alias, publisher, doc } = rule
    if (check !== undefined && check !== flag.check) continue
    if (entity !== undefined && entity !== flag.subject) continue
    if (alias !== undefined && normalise(alias) !== normalise(flag.at.quote.exact)) continue
    if (doc !== undefined && doc !== flag.at.doc && !matchesGlob(flag.at.doc, doc)) continue
    if (publisher !== undefined && !publishes(publisher, await document(flag.at.doc))) continue
    return rule
  }
  return undefined
}

/** Whether a document comes from a publisher: the name of its site, or its address's host or a domain above it. */
function publishes(publisher: string, doc: Document | undefined): boolean {
  if (!doc) return false
  if (doc.site !== undefined && normalise(doc.site) === normalise(publisher)) return true
  const host = doc.url === undefined ? undefined : URL.parse(doc.url)?.hostname
  return host !== undefined && `.${host}`.endsWith(`.${publisher.toLowerCase()}`)
}

/** A rule in words, as the run's summary and `errata decide list` name it. */
export const ruleWords = ({ check, entity, alias, publisher, doc, reason }: Rule): string => {
  const keys = [check, entity, alias === undefined ? undefined : `\u201c${alias}\u201d`]
  const where = [publisher && `from ${publisher}`, doc && `in ${doc}`]
  return `${[...keys, ...where].filter(part => part !== undefined).join(' ')}: ${reason}`
}
