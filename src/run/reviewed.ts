import { byTime, type Judgement, standing } from '../model/decision.ts'
import type { FlagFilter, Selection, Store, StoredFlag, StoredRun } from '../store/store.ts'
import { byRule, rulesOver } from './rules.ts'
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
  const firstOf = rulesOver(rules, doc => store.publisherOf(doc))
  for await (const stored of store.flags(selection)) {
    const names = [stored.flag.fingerprint, ...(stored.former ?? [])]
    const flag = await decided(
      store,
      stored,
      names.flatMap(name => given.get(name) ?? []),
    )
    const rule = flag.status === 'open' ? await firstOf(ruled(flag)) : undefined
    yield rule ? { ...flag, status: 'dismissed', decision: byRule(rule, flag.flag.fingerprint), rule } : flag
  }
}

/**
 * Whether a report or an export with these options shows a flag. One that is compared with a run shows beside the flags asked for what
 * has changed since: flags that were there and are fixed now, and flags decided since. It leaves out what came and went, or
 * had gone before.
 */
export function wanted(
  { flag, status, decision, run, fixedIn }: StoredFlag,
  { notes, status: only }: { readonly notes: boolean; readonly status: FlagFilter },
  since?: StoredRun,
): boolean {
  if (flag.severity === 'note' && !notes) return false
  if (since !== undefined) {
    if (fixedIn !== undefined) return run <= since.id && fixedIn > since.id
    if (decision !== undefined && decidedAfter(decision, since)) return true
  }
  return only === 'all' || only === status
}

/** Whether something was said after a run. */
export const decidedAfter = ({ at }: Pick<Judgement, 'at'>, since: StoredRun): boolean =>
  at > (since.finishedAt ?? since.startedAt)

/** Whether a flag came to stand as it does after a run: first shown, fixed or decided since. */
export const cameAfter = ({ run, fixedIn, decision }: StoredFlag, since: StoredRun): boolean =>
  fixedIn === undefined
    ? run > since.id || (decision !== undefined && decidedAfter(decision, since))
    : fixedIn > since.id

const ruled = ({ flag: { fingerprint, check, subject, at } }: StoredFlag) => ({
  fingerprint,
  check,
  subject,
  words: at.quote.exact,
  doc: at.doc,
})

async function decided(store: Store, stored: StoredFlag, given: readonly Judgement[]): Promise<StoredFlag> {
  if (given.length === 0) return stored
  const log = [...(await store.decisions(stored.flag.fingerprint)), ...given].sort(byTime)
  const { decision: _, reopened: __, ...rest } = stored
  const stands = standing(log.at(-1), stored.flag)
  return { ...rest, ...stands, status: stored.status === 'fixed' ? 'fixed' : (stands.decision?.verdict ?? 'open') }
}
