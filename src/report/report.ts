import type { CopyGroup, Revised } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import type { Decision, Discrepancy } from '../model/discrepancy.ts'
import type { Document, Skipped } from '../model/document.ts'
import type { Link } from '../model/entity.ts'
import type { Mention, MentionType } from '../model/mention.ts'
import type { Check, Knowledge } from '../model/stage.ts'

/** Where a flag stands with its reviewers; `fixed` when a later revision of the article no longer has it. */
export type Status = 'open' | Decision['verdict'] | 'fixed'

/** A flag since the run that the report is compared with, in SARIF's words; `absent` flags are gone from the article. */
export type BaselineState = 'new' | 'unchanged' | 'absent'

/** A flag as reports show it. */
export interface ReportFlag extends Discrepancy {
  readonly status: Status
  readonly decision?: Decision
  /** Why a decision on it no longer holds: the knowledge that it rested on has changed. */
  readonly reopened?: string
  /** Only in a report that is compared with an earlier run (`--since`). */
  readonly state?: BaselineState
}

/** A document with what was found in it, as reports show it. */
export interface ReportDocument {
  readonly doc: Document
  readonly mentions: readonly Mention[]
  /** What mentions name, for those that name something. */
  readonly links: readonly Pick<Link, 'mention' | 'key'>[]
  readonly claims: readonly Claim[]
  /** The group of copies that it belongs to. */
  readonly copies?: CopyGroup
  /** What its publisher changed since errata first read it, oldest first. */
  readonly revised?: readonly Revised[]
  /** The words of `doc.dropped`, one by one, where the raw source is at hand: shown on the document's page on request. */
  readonly dropped?: readonly string[]
}

/** TLP 2.0 labels, from free to share to for your eyes only. */
export const TLP = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const
export type Tlp = (typeof TLP)[number]

/** Counts over everything that was read: the same for the same input, version and knowledge. */
export interface Figures {
  readonly documents: number
  /** UTF-16 units of article text. */
  readonly characters: number
  readonly mentions: Readonly<Partial<Record<MentionType, number>>>
  readonly claims: number
}

/**
 * What a writer turns into files. It carries no clock and no data of a run, so the same input gives the same bytes.
 * Documents are read when asked for: a report over a hundred thousand of them does not hold them in memory.
 */
export interface Report {
  /** Of errata, from package.json. */
  readonly version: string
  readonly knowledge: Pick<Knowledge, 'version' | 'get' | 'sourceRef'>
  /** The most restrictive marking of the pipeline and its sources. */
  readonly tlp?: Tlp
  /** The database that printed commands must name; absent when it is the one that commands look at by themselves. */
  readonly db?: string
  /** Every check that ran, in order, those without flags included. */
  readonly checks: readonly Pick<Check, 'id' | 'severity' | 'title' | 'why'>[]
  readonly figures: Figures
  /** Inputs that could not be read, and why. */
  readonly skipped: readonly Skipped[]
  /** Sorted by document id, then place. */
  readonly flags: readonly ReportFlag[]
  /** What publishers changed in articles that were read before, by document; since the run compared with, where there is one. */
  readonly revised: readonly Revised[]
  /** Articles that are copies of one another, by the one that came first: each group is one source. */
  readonly copies: readonly CopyGroup[]
  /** What the report is compared with, in words ("the run of 3 October"); flags then have `state`. */
  readonly since?: string
  /** Every document, sorted by id; may be asked for again. */
  documents(): AsyncIterable<ReportDocument> | Iterable<ReportDocument>
  /** One document by id; undefined when it is no longer there. */
  document(id: string): Promise<ReportDocument | undefined> | ReportDocument | undefined
}

/** A file of a report: its path below `--out` with forward slashes, and its text in pieces. */
export interface OutputFile {
  readonly path: string
  readonly text: AsyncIterable<string> | Iterable<string>
}

/**
 * Turns a report into one format. The first file is the format's own (contract.md: "Files"), and the only one that
 * `errata export` prints; html brings the pages of its documents after it.
 */
export interface Writer {
  /** The word that `--format` takes. */
  readonly id: string
  files(report: Report): AsyncIterable<OutputFile> | Iterable<OutputFile>
}
