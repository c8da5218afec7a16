import type { Ground, Verdict } from './decision.ts'
import { sha256 } from './sha256.ts'
import type { Selector } from './span.ts'

/** SARIF's words. */
export type Severity = 'error' | 'warning' | 'note'
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** Words in a document that speak for the flag (expose the fault) or against it (would clear it). */
export interface Evidence {
  readonly role: 'for' | 'against'
  readonly note: string
  readonly at: Selector
}

/** A row of the knowledge base that a flag rests on. */
export interface KnowledgeEvidence {
  readonly entity: string
  /** In plain words: "APT33 is attributed to Iran". */
  readonly fact: string
  readonly source: string
  readonly version: string
}

/** An inconsistency for a person to judge. errata suggests; it never edits. */
export interface Discrepancy {
  /** See `fingerprint`: survives re-runs and re-publication. */
  readonly fingerprint: string
  /** Check.id: `kind` in flags.jsonl. */
  readonly check: string
  readonly severity: Severity
  /** 0 to 100, calibrated. */
  readonly confidence: number
  readonly at: Selector
  /** Canonical subject: an entity id or folded name; flags with one cause share check and subject. */
  readonly subject: string
  readonly message: string
  readonly evidence: readonly Evidence[]
  readonly knowledge: readonly KnowledgeEvidence[]
  /** What could stand in place of `at.quote.exact`. */
  readonly suggestion?: string
}

/** What a check yields; the runner adds the rest. */
export type Finding = Omit<Discrepancy, 'fingerprint' | 'check' | 'severity' | 'knowledge'> & {
  /** Overrides the check's own severity, for a weaker case. */
  readonly severity?: Severity
  readonly knowledge?: readonly KnowledgeEvidence[]
}

/** A reviewer's verdict. Append-only: the latest for a fingerprint holds. */
export interface Decision {
  readonly fingerprint: string
  readonly verdict: Verdict
  readonly reviewer: string
  /** ISO instant in UTC. */
  readonly at: string
  readonly note?: string
  /** What should stand in place of the flagged words. */
  readonly corrected?: string
  /** The rows of the knowledge base that the flag cited; unknown (never re-opened) when absent. */
  readonly rests?: readonly Ground[]
}

/** Case, quotes, dashes and white space do not change what a sentence says. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201c\u201d"'`]/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Identity of a flag by content (contract.md): check, canonical subject, quoted words, the normalised sentence, and what
 * tells it from equal ones (model/identity.ts). No path, no offsets, no run. 32 hexadecimal digits of a sha-256.
 */
export function fingerprint(check: string, subject: string, quote: string, sentence: string, among: string): string {
  const parts = [check, subject, quote, normalise(sentence), among]
  return sha256(JSON.stringify(parts)).slice(0, 32)
}
