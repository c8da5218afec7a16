import type { Claim } from '../model/claim.ts'
import { type Standing, standing } from '../model/decision.ts'
import type { KnowledgeEvidence, Severity } from '../model/discrepancy.ts'
import { latestOf } from './flags.ts'
import { factsOf, pages, runFrom } from './read.ts'
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

/** What the articles of one publisher (or, when they name none, one folder) gave. */
export interface Production {
  readonly source: string
  readonly documents: number
  readonly mentions: number
  readonly claims: number
}

/** What the review pages ask of a store, beside what everybody asks. */
export interface ReviewReader {
  /** Every present flag, by document and place. */
  flagLines(): AsyncIterable<FlagLine>
  /**
   * What holds for the present flags that lines of the log after `line` are about, by fingerprint; and the last line.
   * From 0 for all.
   */
  standingsAfter(line: number): Promise<{ readonly last: number; readonly standings: ReadonlyMap<string, Standing> }>
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
  /** Facts by publisher, most first, the first `limit`. */
  production(limit: number): Promise<readonly Production[]>
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
    async standingsAfter(line) {
      const said = sql.all('SELECT fingerprint, max(id) AS id FROM decision WHERE id > ? GROUP BY fingerprint', line)
      const last = said.reduce((most, { id }) => Math.max(most, Number(id)), line)
      if (said.length === 0) return { last, standings: new Map() }
      const carried = sql.all('SELECT DISTINCT fingerprint, former FROM carried')
      const present = Map.groupBy(carried, ({ former }) => String(former))
      const former = Map.groupBy(carried, ({ fingerprint }) => String(fingerprint))
      const names = said.flatMap(({ fingerprint }) => [
        String(fingerprint),
        ...(present.get(String(fingerprint)) ?? []).map(row => String(row['fingerprint'])),
      ])
      const standings = new Map<string, Standing>()
      for (const name of new Set(names)) {
        const knowledge = groundsOf(sql, name)
        const log = latestOf(sql, [name, ...(former.get(name) ?? []).map(row => String(row['former']))])
        if (knowledge) standings.set(name, standing(log, { knowledge }))
      }
      return { last, standings }
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
    async production(limit) {
      const rows = sql.all(
        `SELECT coalesce(json_extract(r.body, '$.site'), rtrim(d.path, replace(d.path, '/', '')), '') AS source,
           count(*) AS documents, sum((SELECT count(*) FROM mention m WHERE m.revision = r.id)) AS mentions,
           sum((SELECT count(*) FROM claim c WHERE c.revision = r.id)) AS claims
         FROM document d JOIN revision r ON r.id = d.revision GROUP BY 1 ORDER BY mentions + claims DESC, source LIMIT ?`,
        limit,
      )
      return rows.map(({ source, documents, mentions, claims }) => ({
        source: String(source) || 'no publisher named',
        documents: Number(documents),
        mentions: Number(mentions),
        claims: Number(claims),
      }))
    },
    async runs(limit) {
      return sql.all('SELECT * FROM run ORDER BY id DESC LIMIT ?', limit).map(runFrom)
    },
  }
}

/** The rows of the knowledge base that a present flag cites; undefined when no present document has it. */
function groundsOf(sql: Sql, fingerprint: string): KnowledgeEvidence[] | undefined {
  const place = sql.get(`SELECT x.revision, x.n FROM flag x ${PRESENT} WHERE x.fingerprint = ? LIMIT 1`, fingerprint)
  if (!place) return undefined
  const rows = sql.all(
    'SELECT entity, fact, source, version FROM background WHERE revision = ? AND flag = ? ORDER BY n',
    Number(place['revision']),
    Number(place['n']),
  )
  return rows as unknown as KnowledgeEvidence[]
}

/** An FTS5 query for all the words: each is a phrase, so that nothing in it is search syntax. */
export const phrases = (words: readonly string[]): string =>
  // FTS5 takes U+0000 for the end of the query.
  words.map(word => `"${word.replaceAll('"', '""').replaceAll('\u0000', ' ')}"`).join(' ')
