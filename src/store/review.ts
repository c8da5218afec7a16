import type { Claim } from '../model/claim.ts'
import type { Decision, Severity } from '../model/discrepancy.ts'
import { decisionFrom, factsOf, pages, runFrom } from './read.ts'
import type { Sql } from './sqlite.ts'
import type { StoredRun } from './store.ts'

/** A present flag in one line: what a queue is sorted and counted by. */
export interface FlagLine {
  readonly fingerprint: string
  readonly doc: string
  readonly check: string
  readonly severity: Severity
  readonly confidence: number
  readonly subject: string
  /** Place in its document, in UTF-16 units. */
  readonly start: number
  /** The flagged words. */
  readonly words: string
  readonly message: string
  /** The run in which the document first showed it. */
  readonly run: number
}

/** A present document that names an entity. */
export interface Naming {
  readonly doc: string
  readonly title?: string
  /** The words that name it, each with how often. */
  readonly names: Readonly<Record<string, number>>
}

/** What the review pages ask of a store, beside what everybody asks. */
export interface ReviewReader {
  /** Every present flag, by document and place. */
  flagLines(): AsyncIterable<FlagLine>
  /** Decisions with their numbers, oldest first, from after `id`. */
  decisionsAfter(id: number): Promise<readonly { readonly id: number; readonly decision: Decision }[]>
  /** A text that changes with every change of the flags that are present. */
  flagsStamp(): Promise<string>
  /** Ids of all present documents that have every word. */
  documentsWith(words: readonly string[]): Promise<ReadonlySet<string>>
  /** Titles of documents that have one. */
  titles(docs: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Present documents that name an entity (`Link.key`), by id, the first `limit`. */
  naming(key: string, limit: number): Promise<readonly Naming[]>
  /** Claims of present documents on a subject, by document and place, from the first `limit` documents. */
  claimsOn(subject: string, limit: number): Promise<readonly Claim[]>
  /** The latest runs, newest first. */
  runs(limit: number): Promise<readonly StoredRun[]>
}

const PRESENT = 'JOIN revision r ON r.id = x.revision JOIN document d ON d.doc = r.doc AND d.revision = r.id'

export function reviewReader(sql: Sql): ReviewReader {
  return {
    async *flagLines() {
      // By document, so that memory does not grow with the store; the flags of one are few.
      const flagged = 'SELECT doc, revision FROM document WHERE doc > ? ORDER BY doc LIMIT ?'
      const statement = `SELECT f.fingerprint, f."check", f.severity, f.confidence, f.subject, f."start", f.text, f.message, s.run
        FROM flag f JOIN sighting s ON s.doc = ? AND s.fingerprint = f.fingerprint WHERE f.revision = ? ORDER BY f."start", f.n`
      for (const { doc, revision } of pages(sql, flagged, 'doc', ''))
        for (const row of sql.all(statement, String(doc), Number(revision)))
          yield {
            fingerprint: String(row['fingerprint']),
            doc: String(doc),
            check: String(row['check']),
            severity: row['severity'] as Severity,
            confidence: Number(row['confidence']),
            subject: String(row['subject']),
            start: Number(row['start']),
            words: String(row['text']),
            message: String(row['message']),
            run: Number(row['run']),
          }
    },
    async decisionsAfter(id) {
      return sql
        .all('SELECT * FROM decision WHERE id > ? ORDER BY id', id)
        .map(row => ({ id: Number(row['id']), decision: decisionFrom(row) }))
    },
    async flagsStamp() {
      const row = sql.get('SELECT id, stored FROM run WHERE stored > 0 ORDER BY id DESC LIMIT 1')
      return `${row?.['id'] ?? 0}/${row?.['stored'] ?? 0}`
    },
    async documentsWith(words) {
      const found = sql.all(
        'SELECT r.doc FROM article JOIN revision r ON r.id = article.rowid WHERE article MATCH ?',
        phrases(words),
      )
      return new Set(found.map(({ doc }) => String(doc)))
    },
    async titles(docs) {
      const statement = 'SELECT r.title FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc = ?'
      return new Map(
        docs.flatMap(doc => {
          const title = sql.get(statement, doc)?.['title']
          return typeof title === 'string' ? [[doc, title] as const] : []
        }),
      )
    },
    async naming(key, limit) {
      const revisions = sql.all(
        `SELECT DISTINCT r.id, r.doc, r.title FROM link x ${PRESENT} WHERE x.key = ? ORDER BY r.doc LIMIT ?`,
        key,
        limit,
      )
      const names = `SELECT m.text, count(*) AS n FROM link x JOIN mention m ON m.revision = x.revision AND m.n = x.mention
        WHERE x.revision = ? AND x.key = ? GROUP BY m.text ORDER BY n DESC, m.text`
      return revisions.map(({ id, doc, title }) => ({
        doc: String(doc),
        ...(title === null ? {} : { title: String(title) }),
        names: Object.fromEntries(sql.all(names, Number(id), key).map(({ text, n }) => [String(text), Number(n)])),
      }))
    },
    async claimsOn(subject, limit) {
      const revisions = sql.all(
        `SELECT DISTINCT r.id, r.doc FROM claim x ${PRESENT} WHERE x.subject = ? ORDER BY r.doc LIMIT ?`,
        subject,
        limit,
      )
      return revisions.flatMap(({ id }) => {
        const row = sql.get('SELECT * FROM revision WHERE id = ?', Number(id))
        return row ? factsOf(sql, row).claims.filter(claim => claim.subject === subject) : []
      })
    },
    async runs(limit) {
      return sql.all('SELECT * FROM run ORDER BY id DESC LIMIT ?', limit).map(runFrom)
    },
  }
}

/** An FTS5 query for all the words: each is a phrase, so that nothing in it is search syntax. */
export const phrases = (words: readonly string[]): string =>
  // FTS5 takes U+0000 for the end of the query.
  words.map(word => `"${word.replaceAll('"', '""').replaceAll('\u0000', ' ')}"`).join(' ')
