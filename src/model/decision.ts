import type { Decision, Discrepancy, KnowledgeEvidence } from './discrepancy.ts'

/** What a reviewer may say of a flag. */
export const VERDICTS = ['confirmed', 'dismissed', 'unsure'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A row of the knowledge base that a verdict rested on, whatever release it came with. */
export type Ground = Omit<KnowledgeEvidence, 'version'>

/** One line of the log of decisions: a verdict, or (`open`) the withdrawal of those before it. */
export interface Judgement extends Omit<Decision, 'verdict'> {
  readonly verdict: Verdict | 'open'
  /** Of an undo: `at` of the line that it takes back; the rest of it says what holds again. */
  readonly undoes?: string
}

/** What a decision means for a flag now. */
export interface Standing {
  /** The verdict that holds. */
  readonly decision?: Decision
  /** A verdict that held until the knowledge it rested on changed, and what changed. */
  readonly reopened?: { readonly decision: Decision; readonly because: string }
}

/** The rows of the knowledge base that a flag rests on, as a decision keeps them. */
export const groundsOf = ({ knowledge }: Pick<Discrepancy, 'knowledge'>): readonly Ground[] =>
  knowledge.map(({ entity, fact, source }) => ({ entity, fact, source }))

/** Orders the log: by time, and what came at the same time as it was stored. */
export const byTime = (a: Pick<Judgement, 'at'>, b: Pick<Judgement, 'at'>): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0

/**
 * The lines of a log that no undo has taken back, oldest first; the last is what the next undo takes back.
 * An undo whose line the log does not have (it came with an import) is a line like any other.
 */
export function standingLines(log: readonly Judgement[]): Judgement[] {
  const lines: Judgement[] = []
  for (const line of log) {
    const undone = line.undoes === undefined ? -1 : lines.findLastIndex(({ at }) => at === line.undoes)
    if (undone < 0) lines.push(line)
    else lines.splice(undone, 1)
  }
  return lines
}

/**
 * Whether the latest judgement on a flag still holds: one that rested on a row of the knowledge base which the flag no
 * longer cites is re-opened. Rows that came to it change nothing, and neither does a new release with the same rows.
 */
export function standing(latest: Judgement | undefined, flag: Pick<Discrepancy, 'knowledge'>): Standing {
  if (!latest || latest.verdict === 'open') return {}
  const { undoes: _, ...said } = latest
  const decision: Decision = { ...said, verdict: latest.verdict }
  const now = groundsOf(flag)
  const lost = (latest.rests ?? []).find(row => !now.some(other => same(row, other)))
  if (!lost) return { decision }
  const successor = now.find(({ entity, source }) => entity === lost.entity && source === lost.source)
  const because = successor
    ? `${lost.source} now says \u201c${successor.fact}\u201d where it said \u201c${lost.fact}\u201d`
    : `\u201c${lost.fact}\u201d (${lost.source}) is no longer what the flag rests on`
  return { reopened: { decision, because } }
}

const same = (a: Ground, b: Ground): boolean => a.entity === b.entity && a.fact === b.fact && a.source === b.source
