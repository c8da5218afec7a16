import { SEVERITIES, type Severity } from '../model/discrepancy.ts'
import type { Store } from '../store/store.ts'
import { reviewedFlags } from './reviewed.ts'
import { ruleWords } from './rules.ts'
import type { Suppressions } from './suppressions.ts'

/** How many flags of one check have one severity. */
export interface FlagCount {
  readonly check: string
  readonly severity: Severity
  readonly count: number
}

/** Flags of the documents that a run saw, under the team's file. */
export interface Tally {
  readonly open: readonly FlagCount[]
  /** Open ones that were not there before the run. */
  readonly fresh: readonly FlagCount[]
  /** The same of severity note, which reports leave out unless asked. */
  readonly openNotes: readonly FlagCount[]
  readonly freshNotes: readonly FlagCount[]
  /** The highest severity among those that are neither dismissed nor fixed; undefined when there are none. */
  readonly gravest?: Severity
  /** How many each rule of the team's file dismissed, by the rule's words; rules that dismissed none included. */
  readonly dismissedByRule: Readonly<Record<string, number>>
}

/** Counts the flags of the documents that a run saw: one look at each. */
export async function tallyFlags(store: Store, run: number, team: Suppressions | undefined): Promise<Tally> {
  const open = new Map<string, number>()
  const fresh = new Map<string, number>()
  const dismissedByRule = Object.fromEntries((team?.rules ?? []).map(rule => [ruleWords(rule), 0]))
  let gravest = SEVERITIES.length
  for await (const { flag, status, rule, run: since } of reviewedFlags(store, team, { seenIn: run })) {
    const rank = SEVERITIES.indexOf(flag.severity)
    if (rule) dismissedByRule[ruleWords(rule)] = (dismissedByRule[ruleWords(rule)] ?? 0) + 1
    if (status !== 'dismissed' && status !== 'fixed') gravest = Math.min(gravest, rank)
    if (status !== 'open') continue
    const key = `${rank} ${flag.check}`
    open.set(key, (open.get(key) ?? 0) + 1)
    if (since >= run) fresh.set(key, (fresh.get(key) ?? 0) + 1)
  }
  const severity = SEVERITIES[gravest]
  const [allOpen, allFresh] = [countsOf(open), countsOf(fresh)]
  return {
    open: allOpen.filter(isFlag),
    fresh: allFresh.filter(isFlag),
    openNotes: allOpen.filter(isNote),
    freshNotes: allFresh.filter(isNote),
    ...(severity && { gravest: severity }),
    dismissedByRule,
  }
}

/**
 * Counts the open flags of all present documents, notes aside. Without rules only those that somebody decided on are looked at
 * one by one: a run with nothing to do should cost nothing.
 */
export async function openFlags(store: Store, team: Suppressions | undefined): Promise<number> {
  if (team && team.rules.length > 0) {
    let open = 0
    for await (const { flag, status } of reviewedFlags(store, team))
      if (status === 'open' && flag.severity !== 'note') open++
    return open
  }
  const given = Map.groupBy(team?.decisions ?? [], ({ fingerprint }) => fingerprint)
  const { standings } = await store.standingsAfter(0, new Set(given.keys()), given)
  return store.flagsWithout([...standings].flatMap(([name, { decision }]) => (decision ? [name] : [])))
}

const isNote = ({ severity }: FlagCount): boolean => severity === 'note'
const isFlag = (count: FlagCount): boolean => !isNote(count)

/** By severity, the gravest first, then by check. */
const countsOf = (counts: ReadonlyMap<string, number>): FlagCount[] =>
  [...counts].sort().map(([key, count]) => ({
    check: key.slice(2),
    severity: SEVERITIES[Number(key[0])] ?? 'note',
    count,
  }))
