import { SEVERITIES, type Severity } from '../model/discrepancy.ts'
import type { Store } from '../store/store.ts'
import { reviewedFlags, teamFile } from './reviewed.ts'

/** How many flags of one check have one severity. */
export interface FlagCount {
  readonly check: string
  readonly severity: Severity
  readonly count: number
}

/** Open flags of the documents that a run saw. */
export interface Tally {
  readonly open: readonly FlagCount[]
  /** Those that were not there before the run. */
  readonly fresh: readonly FlagCount[]
}

/** Counts the open flags of the documents that a run saw, under the team's file. */
export async function tallyFlags(store: Store, run: number, team: string | undefined): Promise<Tally> {
  const open = new Map<string, number>()
  const fresh = new Map<string, number>()
  for await (const { flag, status, run: since } of reviewedFlags(store, await teamFile(team), { seenIn: run })) {
    if (status !== 'open') continue
    const key = `${SEVERITIES.indexOf(flag.severity)} ${flag.check}`
    open.set(key, (open.get(key) ?? 0) + 1)
    if (since >= run) fresh.set(key, (fresh.get(key) ?? 0) + 1)
  }
  return { open: countsOf(open), fresh: countsOf(fresh) }
}

/** By severity, the gravest first, then by check. */
const countsOf = (counts: ReadonlyMap<string, number>): FlagCount[] =>
  [...counts].sort().map(([key, count]) => ({
    check: key.slice(2),
    severity: SEVERITIES[Number(key[0])] ?? 'note',
    count,
  }))
