import type { Claim } from '../model/claim.ts'
import type { Judgement, Standing } from '../model/decision.ts'
import type { Document } from '../model/document.ts'
import { type DocumentFlags, flagLines, standingsAfter } from './flag-lines.ts'
import { factsOf, runFrom } from './read.ts'
import { type FirstShown, firstShown, flagsWithout } from './shown.ts'
import type { Sql } from './sqlite.ts'
import type { StoredRun } from './store.ts'

/** A present document that names an entity. */
export interface Naming {
  readonly doc: string
  readonly title?: string
  /** The words that name it, each with how often. */
  readonly names: Readonly<Record<string, number>>
}

/** What the articles of one publisher (or, when they name none, one folder) gave. */
export interface Production {
  readonly source: string
  readonly documents: number
  readonly mentions: number
  readonly claims: number
}

/** What the review pages ask of a store, beside what everybody asks. */
export interface ReviewReader {
  /** The flags of every document, by id; after a change, of those that changed since, in that order. */
  flagLines(after?: number): AsyncIterable<DocumentFlags>
  /** How far flags have come (`flagLines` gives what came after a `change`), and what articles were taken out, forgotten or gone. */
  flagsState(): Promise<{ readonly change: number; readonly taken: number }>
  /**
   * What holds for the flags that lines of the log after `line` are about, by fingerprint; and the last line. From 0 for all.
   * @param also flags that are told of in any case
   * @param given judgements from elsewhere, by fingerprint: of these and the log the latest holds
   */
  standingsAfter(
    line: number,
    also: ReadonlySet<string>,
    given: ReadonlyMap<string, readonly Judgement[]>,
  ): Promise<{ readonly last: number; readonly standings: ReadonlyMap<string, Standing> }>
  /** Where a present document comes from: the name of its site, its address. */
  publisherOf(doc: string): Promise<Pick<Document, 'site' | 'url'>>
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
  /** How many flags each run was the first to show, by check and severity. */
  firstShown(): Promise<readonly FirstShown[]>
  /** How many flags present documents have, notes aside, without those of some fingerprints. */
  flagsWithout(fingerprints: readonly string[]): Promise<number>
  /** Facts by publisher, most first, the first `limit`. */
  production(limit: number): Promise<readonly Production[]>
}

const PRESENT = 'JOIN revision r ON r.id = x.revision JOIN document d ON d.doc = r.doc AND d.revision = r.id'

/** `ReviewReader` on SQLite. */
export function reviewReader(sql: Sql): ReviewReader {
  return {
    async *flagLines(after) {
      yield* flagLines(sql, after)
    },
    async flagsState() {
      const change = sql.get('SELECT max(changed) AS n FROM document')?.['n']
      const taken = sql.get(`SELECT max(id) AS n FROM correction WHERE key LIKE '["document"%'`)?.['n']
      // Both only grow, so that their sum changes with each.
      const removed = sql.get("SELECT max(id) AS n FROM run WHERE json_extract(summary, '$.removed') IS NOT NULL")?.[
        'n'
      ]
      return { change: Number(change ?? 0), taken: Number(taken ?? 0) + Number(removed ?? 0) }
    },
    async standingsAfter(line, also, given) {
      return standingsAfter(sql, line, also, given)
    },
    async publisherOf(doc) {
      const row = sql.get(
        `SELECT json_extract(r.body, '$.site') AS site, json_extract(r.body, '$.url') AS url
         FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc = ?`,
        doc,
      )
      return {
        ...(typeof row?.['site'] === 'string' ? { site: row['site'] } : {}),
        ...(typeof row?.['url'] === 'string' ? { url: row['url'] } : {}),
      }
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
    async production(limit) {
      const rows = sql.all(
        `SELECT publisher AS source, count(*) AS documents, sum(mentions) AS mentions, sum(claims) AS claims
         FROM document GROUP BY publisher ORDER BY sum(mentions) + sum(claims) DESC, publisher LIMIT ?`,
        limit,
      )
      return rows.map(({ source, documents, mentions, claims }) => ({
        source: String(source) || 'no publisher named',
        documents: Number(documents),
        mentions: Number(mentions),
        claims: Number(claims),
      }))
    },
    async firstShown() {
      return firstShown(sql)
    },
    async flagsWithout(fingerprints) {
      return flagsWithout(sql, fingerprints)
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
