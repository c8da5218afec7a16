import type { Span } from './span.ts'
import type { TextMap } from './text-map.ts'

/** What a loader knows about a source beside its bytes; a `.jsonl` line and a feed item bring some along. */
export interface Hints {
  readonly title?: string
  readonly published?: string
  readonly url?: string
  readonly source?: string
}

/**
 * What a container says of a document in it: a feed of its item, an archive of its page. Fields as written there; what
 * the document says of itself comes first, and what the user says (`Hints`) before both.
 */
export interface Stated {
  /** Names the container in `publishedFrom` and in notes: `feed`, `warc`, `mail` … */
  readonly from: string
  readonly fields: Readonly<Partial<Record<'title' | 'date' | 'author' | 'source' | 'url' | 'modified', string>>>
}

/** Bytes as they arrived: immutable, named by their content. */
export interface Source {
  /** sha-256 of `bytes`, hexadecimal. */
  readonly id: string
  /** `doc` in every export: the path relative to the INPUT given, or a .jsonl line's own id. */
  readonly doc: string
  /** Where they came from, as `errata status` names it; a line of a .jsonl file is `FILE#LINE`. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The charset that the transport claimed (an HTTP header); none for files. */
  readonly charset?: string
  readonly hints?: Hints
  readonly stated?: Stated
}

/** Something a loader saw and could not take, and why. */
export interface Skipped {
  readonly path: string
  readonly reason: string
  /** What the ledger knows the work by that failed; none when nothing was worked on. */
  readonly input?: string
}

/** A stretch of the raw source that the reader left out of the text. Offsets count in the decoded raw source. */
export interface Dropped extends Span {
  readonly reason: string
}

/** Article text and the way back to its source. Plain data: crosses threads and databases as it is. */
export interface Document {
  /** Relative path or own id: `doc` in every export. */
  readonly id: string
  /** `Source.id`. */
  readonly source: string
  /** How the source's bytes were decoded; raw offsets count units of that string. */
  readonly encoding: string
  /** sha-256 of `text`, hexadecimal. */
  readonly revision: string
  readonly url?: string
  readonly title?: string
  /** ISO date (or instant with its offset); anchors "last month". */
  readonly published?: string
  /** Which field `published` came from: `header`, `front-matter`, `json-ld`, `file-name`, `given` … */
  readonly publishedFrom?: string
  readonly modified?: string
  readonly author?: string
  readonly site?: string
  /** BCP 47 language of the text; `und` when undetermined. */
  readonly language: string
  readonly text: string
  readonly map: TextMap
  readonly sentences: readonly Span[]
  /** Code, tables of indicators and link targets that the reader knows from markup: no names or numbers are read there. */
  readonly masked: readonly Span[]
  readonly dropped: readonly Dropped[]
  /** Of a PDF: where each page begins in the raw text. */
  readonly pages?: readonly number[]
  /** What the reader wants a person to know: a guessed encoding, conflicting dates. */
  readonly notes: readonly string[]
}

/** A shorter text tells its language too badly to be left unread for it (UTF-16 units). */
const SHORT = 600

/** Whether word lists, cues and grammars, which are English, mean anything in a document. */
export const isEnglish = ({ language, text }: Pick<Document, 'language' | 'text'>): boolean =>
  language.startsWith('en') || language === 'und' || text.length < SHORT
