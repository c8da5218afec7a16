import type { Claim } from '../model/claim.ts'
import type { Correction } from '../model/correction.ts'
import { type Judgement, type Standing, VERDICTS } from '../model/decision.ts'
import type { Discrepancy } from '../model/discrepancy.ts'
import type { Document, Source } from '../model/document.ts'
import type { Mention, MentionType } from '../model/mention.ts'
import type { FetchStore } from './fetched.ts'
import type { HistoryReader } from './history.ts'
import type { ReviewReader } from './review.ts'
import type { RunKeeper } from './runs.ts'

/** What a mention names, without the knowledge base's whole entry. */
export interface StoredLink {
  /** Index into `Facts.mentions`. */
  readonly mention: number
  /** `Link.key`. */
  readonly key: string
  /** `Entity.id`; absent when NIL. */
  readonly entity?: string
  readonly score: number
}

/** Everything one document gives, as plain data small enough to cross a thread. */
export interface Facts {
  readonly doc: Document
  readonly mentions: readonly Mention[]
  readonly links: readonly StoredLink[]
  readonly claims: readonly Claim[]
  readonly flags: readonly Discrepancy[]
}

export type RunState = 'running' | 'done' | 'interrupted' | 'failed'

/** One invocation of a pipeline. */
export interface StoredRun {
  readonly id: number
  readonly pipeline: string
  readonly version: string
  readonly knowledge: string
  readonly startedAt: string
  readonly finishedAt?: string
  readonly state: RunState
  /** What the run counted, as the run wrote it. */
  readonly summary?: unknown
}

export type InputStatus = 'parsed' | 'skipped' | 'unchanged'

/** One thing that a run saw under its inputs. */
export interface InputRecord {
  readonly path: string
  readonly status: InputStatus
  readonly reason?: string
}

/** The latest work on a document: same `input` means nothing to do. */
export interface LedgerEntry {
  /** Hash of stage versions, options, knowledge and source. */
  readonly input: string
  readonly state: 'done' | 'failed'
  readonly attempts: number
  readonly error?: string
}

/** What became of one input in a run. `input` is the ledger's hash; without it nothing was worked on. `copyOf`: another path
 * led to the same document in this run. */
export type Outcome =
  | {
      readonly status: 'parsed'
      readonly path: string
      readonly input: string
      readonly source: Source
      readonly facts: Facts
    }
  | { readonly status: 'unchanged'; readonly path: string; readonly doc: string; readonly copyOf?: string }
  | {
      readonly status: 'skipped'
      readonly path: string
      readonly reason: string
      readonly doc?: string
      readonly input?: string
    }

export const FLAG_STATUSES = ['open', ...VERDICTS, 'fixed'] as const
export type FlagStatus = (typeof FLAG_STATUSES)[number]
/** Which flags somebody asks for. */
export const FLAG_FILTERS = [...FLAG_STATUSES, 'all'] as const
export type FlagFilter = (typeof FLAG_FILTERS)[number]

/** A flag with what reviewers decided: `fixed` when the document's present text no longer has it. */
export interface StoredFlag extends Standing {
  readonly flag: Discrepancy
  readonly status: FlagStatus
  /** The run since which the document shows it: an article that goes back to old words shows it anew. */
  readonly run: number
  /** Other fingerprints that its place had in earlier revisions: what was decided on them holds. */
  readonly former?: readonly string[]
  /** The run that stored the text without it; only when it is `fixed`. */
  readonly fixedIn?: number
}

/** A place that a search found. */
export interface SearchHit {
  readonly doc: string
  readonly title?: string
  /** Words around the match; the match stands between U+0002 and U+0003. */
  readonly snippet: string
}

/** Something that `verify` found wrong. */
export interface Fault {
  readonly where: string
  readonly what: string
}

/** Which documents a reading goes over: all, those whose present revision came after a run, or one. */
export interface Selection {
  readonly since?: number
  /** Only documents that this run saw, new or not. */
  readonly seenIn?: number
  /** Only this document. */
  readonly only?: string
}

/**
 * Where facts are kept. None of it is SQL, and all of it is asynchronous, so that another database can serve too.
 * Every method throws FatalError: 74 when the storage fails, 75 when another run holds it, 78 when it is damaged.
 */
export interface Store extends RunKeeper, ReviewReader, HistoryReader, FetchStore {
  /** Latest work on a document. */
  ledger(stage: string, doc: string): Promise<LedgerEntry | undefined>
  /**
   * Stores what became of some inputs, in order, in one transaction; a document whose text changed gets a new revision.
   * A second input of the same run with a document id already seen in it becomes `skipped`: returned as stored.
   */
  put(run: number, stage: string, outcomes: readonly Outcome[]): Promise<readonly InputRecord[]>
  /** TLP labels of all runs. */
  markings(): Promise<readonly string[]>
  /** Every input of a run, by path. */
  inputs(run: number): AsyncIterable<InputRecord>
  /** Present documents, by id. */
  documents(selection?: Selection): AsyncIterable<Document>
  /** Present documents with mentions, links, claims and flags, by id. */
  facts(selection?: Selection): AsyncIterable<Facts>
  /** Flags by document and place, fixed ones last within their document; those first seen after the run selected. */
  flags(selection?: Selection): AsyncIterable<StoredFlag>
  /** Claims of present documents by subject and predicate, then document and place. */
  claims(): AsyncIterable<Claim>
  document(doc: string): Promise<Document | undefined>
  /** Every document's flag with this fingerprint (or with its beginning, when that is unambiguous). */
  flag(fingerprint: string): Promise<readonly StoredFlag[]>
  /** Appends to the log of decisions; a line that is there already (an import repeated) is not added again. */
  decide(...judgements: readonly Judgement[]): Promise<void>
  /** The log of decisions, oldest first: all, or those on one flag. */
  decisions(fingerprint?: string): Promise<readonly Judgement[]>
  /** Appends to the log of corrections; a tombstone takes its article, text and raw bytes out of the store. */
  correct(...corrections: readonly Correction[]): Promise<void>
  /** The latest correction of each thing, those that withdraw one included (`holding` leaves them out). */
  corrections(): Promise<readonly Correction[]>
  /** Documents with all the words, best first. */
  search(words: readonly string[], limit: number): Promise<readonly SearchHit[]>
  /** Every stored revision with its source's bytes, and what the database itself finds wrong with it. */
  audit(): AsyncIterable<{ readonly facts: Facts; readonly bytes: Uint8Array; readonly faults: readonly Fault[] }>
  /** What is wrong with the database as a whole: pages, indexes, dangling references, unused or altered sources. */
  faults(): Promise<readonly Fault[]>
  totals(): Promise<Totals>
  /** The raw bytes of a source. */
  source(id: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined>
  /** A text that changes with every change of facts and decisions, and only with these. */
  stamp(): Promise<string>
  /** The report last written to a folder (its absolute path). */
  writtenReport(folder: string): Promise<WrittenReport | undefined>
  noteReport(folder: string, report: WrittenReport): Promise<void>
  close(): Promise<void>
}

/** Counts over present documents. */
export interface Totals {
  readonly documents: number
  /** UTF-16 units of text. */
  readonly characters: number
  readonly mentions: Readonly<Partial<Record<MentionType, number>>>
  readonly claims: number
  readonly flags: number
}

/** A report as it was written to a folder. */
export interface WrittenReport {
  /** Hash of everything it was made of. */
  readonly madeOf: string
  /** Its files: path below the folder, size in bytes, time of last change in milliseconds since 1970. */
  readonly files: readonly (readonly [path: string, size: number, changed: number])[]
}
