import type { Claim } from './claim.ts'
import type { Discrepancy, Finding, Severity } from './discrepancy.ts'
import type { Document, Skipped, Source } from './document.ts'
import type { Entity, EntityName, Link } from './entity.ts'
import type { Limits } from './limits.ts'
import type { Mention, MentionType } from './mention.ts'
import type { Selector, Span } from './span.ts'

/** A stretch of text that spells a name of the knowledge base, with every entity that bears it. */
export interface NameHit extends Span {
  readonly candidates: readonly Candidate[]
}

/** One reading of a name: this entity, by this name entry. */
export interface Candidate {
  readonly entity: Entity
  readonly name: EntityName
}

/** The knowledge base as the stages see it: read-only, in memory. */
export interface Knowledge {
  /** Release of the tables, e.g. "2026.08". */
  readonly version: string
  get(id: string): Entity | undefined
  /** Every entity that bears the name, folded (case, accents, spaces, hyphens). */
  candidates(name: string, type?: MentionType): readonly Candidate[]
  /** Every name with its entity, in the order of the tables. */
  names(): Iterable<Candidate>
  /** Longest matches of all names in one pass over the text: linear, sorted by start. */
  scan(text: string): readonly NameHit[]
  /** "MISP/misp-galaxy@9434ace4 threat-actor v349", for a source id. */
  sourceRef(id: string): string
}

/** What an extractor works on. */
export interface ExtractContext {
  readonly doc: Document
  /** `doc.text` with URLs, paths, code and tables of indicators blanked out: same length, so offsets hold in both. */
  readonly text: string
  /** Names of the knowledge base in `text`. */
  readonly names: readonly NameHit[]
  readonly knowledge: Knowledge
}

/** Brings bytes in: a folder, a .jsonl file, a feed. */
export interface Loader<Options = unknown> {
  readonly id: string
  load(options: Options): AsyncIterable<Source | Skipped>
}

/** Turns one media type into documents. Throws InputError with the reason when it cannot, or when a limit is broken. */
export interface Reader {
  readonly id: string
  readonly mediaTypes: readonly string[]
  read(source: Source, limits?: Limits): Document
}

/** A reader whose library answers later. */
export interface AsyncReader extends Pick<Reader, 'id' | 'mediaTypes'> {
  read(source: Source, limits?: Limits): Promise<Document>
}

/** Finds mentions. Pure and synchronous. */
export interface Extractor<T extends MentionType = MentionType> {
  readonly id: string
  readonly finds: readonly T[]
  /** Reads texts of every language; without it, English only. */
  readonly anyLanguage?: boolean
  extract(context: ExtractContext): Iterable<Mention<T>>
}

/** What a check sees: one document, its links and claims, and the claims related to its own; never SQL. */
export interface CheckContext {
  /** Without its publication date where the text refutes it: nothing may be counted from such a date. */
  readonly doc: Document
  /** The same document with the publication date that it came with. */
  readonly dated: Document
  /** All mentions, measures included, sorted by start. */
  readonly mentions: readonly Mention[]
  /** Figures of a title that the reader keeps apart from the text; their offsets count in `doc.title`. Read when first asked for. */
  readonly titleMentions: readonly Mention[]
  /** `doc.text` as the extractors saw it: URLs, code and tables of indicators blanked out, same length. */
  readonly text: string
  /** The naming mentions, linked; sorted by start. */
  readonly links: readonly Link[]
  readonly claims: readonly Claim[]
  readonly knowledge: Knowledge
  /** Claims with the same subject and predicate. */
  related(claim: Claim): readonly Claim[]
  select(span: Span): Selector
  /** The sentence around a position. */
  sentence(position: number): Span
}

/**
 * What a document must have before some of errata's checks can find anything in it: two numbers, one with a dot or colon between, one
 * per cent, one behind the words of a range, two that may be ages, a year far from the publication date's, names with numbers; a
 * printed date or two, or a range of years; figures (counts, money, percentages: one or two), two amounts of money; a mention of a
 * type; a publication date that the text refutes, a title, letters of another script, two quotation marks.
 */
export type Need =
  | ('numbers' | 'dotted' | 'timed' | 'per-cent' | 'range' | 'ages' | 'far-year' | 'numbered')
  | ('date' | 'dates' | 'date-or-slash' | 'period')
  | ('figure' | 'figures' | 'money' | 'percentage' | 'place' | 'country')
  | ('refuted-date' | 'title' | 'foreign' | 'quotes')

/** One kind of inconsistency, like a lint rule. */
export interface Check {
  /** kebab-case, names the fault: "name-drift". */
  readonly id: string
  readonly severity: Severity
  /** Holds in every language; without it, English only. */
  readonly anyLanguage?: boolean
  /** A document without one of these is not looked at: an economy of errata's own checks; those of plugins see every document. */
  readonly needs?: readonly Need[]
  readonly title: string
  /** For the reviewer: what it catches, and when it is wrong. */
  readonly why: string
  /** Run as tests, printed as docs. Flagged words stand in [[double brackets]]. */
  readonly examples: { readonly flagged: readonly string[]; readonly clean: readonly string[] }
  run(context: CheckContext): Iterable<Finding>
}

/** Everything one document gives, from its text to its flags. */
export interface Analysis {
  readonly doc: Document
  readonly mentions: readonly Mention[]
  readonly links: readonly Link[]
  readonly claims: readonly Claim[]
  readonly flags: readonly Discrepancy[]
}
