import { SEVERITIES, type Severity } from '../model/discrepancy.ts'
import type { ReportFlag } from './report.ts'

/** Flags with one cause: same document, check and subject, and alike new, open, decided or fixed. A card shows all their places. */
export interface FlagGroup {
  /** `flag-` and the first flag's fingerprint: the anchor of its card. */
  readonly id: string
  readonly doc: string
  readonly check: string
  readonly subject: string
  /** The most severe of its flags. */
  readonly severity: Severity
  /** The most confident of its flags. */
  readonly confidence: number
  /** In the order of their places; never empty. */
  readonly flags: readonly [ReportFlag, ...ReportFlag[]]
}

export const rank = (severity: Severity): number => SEVERITIES.indexOf(severity)

/** A place that is settled is no place of the question that is still open, and one that is new is told of as new. */
const stageOf = ({ status, state }: ReportFlag): string =>
  status === 'open' ? (state === 'new' ? 'new' : status) : status === 'fixed' ? status : 'decided'

/** Groups flags by cause, keeping the order in which causes first appear. */
export function groupFlags(flags: readonly ReportFlag[]): FlagGroup[] {
  const groups = new Map<string, [ReportFlag, ...ReportFlag[]]>()
  for (const flag of flags) {
    const key = JSON.stringify([flag.at.doc, flag.check, flag.subject, stageOf(flag)])
    const list = groups.get(key)
    if (list) list.push(flag)
    else groups.set(key, [flag])
  }
  return [...groups.values()].map(list => {
    const [first] = list
    return {
      id: `flag-${first.fingerprint}`,
      doc: first.at.doc,
      check: first.check,
      subject: first.subject,
      severity: list.map(flag => flag.severity).reduce((a, b) => (rank(b) < rank(a) ? b : a)),
      confidence: Math.max(...list.map(flag => flag.confidence)),
      flags: list,
    }
  })
}

/** Groups as a reviewer reads them: the most severe first, then the surest, then by document and place. */
export const byWeight = (groups: readonly FlagGroup[]): FlagGroup[] =>
  groups.toSorted((a, b) => rank(a.severity) - rank(b.severity) || b.confidence - a.confidence)

/** How many of a list fall under each key, in the order of first appearance. */
export function tally<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}
