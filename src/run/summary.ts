import { isEnglish } from '../model/document.ts'
import type { MentionType } from '../model/mention.ts'
import type { Removed } from '../store/remove.ts'
import type { InputRecord, Outcome } from '../store/store.ts'

/** What a run counted. Counts of mentions, claims and flags are of the documents read in this run. */
export interface Summary {
  documents: { parsed: number; unchanged: number; skipped: number }
  /** How often each reason to skip an input came up. */
  reasons: Record<string, number>
  mentions: Partial<Record<MentionType, number>>
  claims: number
  /** By check; those of severity note, which reports leave out unless asked, are apart. */
  flags: Record<string, number>
  notes: Record<string, number>
  droppedBlocks: number
  /** Documents not in English, by language. */
  otherLanguages: Record<string, number>
  seconds: number
  /** How far the pipeline says its source can be trusted (Admiralty code). */
  reliability?: string
  /** Flags of this run's documents that the team's rules dismissed, by rule. */
  dismissedByRule?: Record<string, number>
  /** Open flags of all documents of the store when the run had ended, notes aside. */
  open?: number
  /** What the run went over: the same for runs over the same inputs. */
  scope?: string
  /** Documents of earlier runs over the same inputs that are no longer there. */
  removed?: Removed
  /** The report's files: each format's own. */
  report?: readonly string[]
}

export const emptySummary = (): Summary => ({
  documents: { parsed: 0, unchanged: 0, skipped: 0 },
  reasons: {},
  mentions: {},
  claims: 0,
  flags: {},
  notes: {},
  droppedBlocks: 0,
  otherLanguages: {},
  seconds: 0,
})

/** Reasons that a summary tells apart; the rest is one number, so that it does not grow with the inputs. */
const REASONS = 50

const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

/** Counts what became of one input. */
export function count(summary: Summary, outcome: Outcome, record: InputRecord): void {
  summary.documents[record.status]++
  if (record.status === 'skipped') {
    const reason = record.reason ?? 'no reason given'
    const known = reason in summary.reasons || Object.keys(summary.reasons).length < REASONS
    add(summary.reasons, known ? reason : 'other reasons')
  }
  if (record.status !== 'parsed' || outcome.status !== 'parsed') return
  const { doc, mentions, claims, flags } = outcome.facts
  for (const { type } of mentions) summary.mentions[type] = (summary.mentions[type] ?? 0) + 1
  summary.claims += claims.length
  for (const { check, severity } of flags) add(severity === 'note' ? summary.notes : summary.flags, check)
  summary.droppedBlocks += doc.dropped.length
  if (!isEnglish(doc)) add(summary.otherLanguages, doc.language)
}
