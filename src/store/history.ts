import type { CopyGroup } from '../model/change.ts'
import { copiesOf, copyGroups } from './copies.ts'
import { factsOf, pages } from './read.ts'
import type { Row, Sql } from './sqlite.ts'
import type { Facts, Selection } from './store.ts'

/** Two revisions of an article that followed each other. */
export interface Succession {
  readonly before: Facts
  readonly after: Facts
  /** When the runs that first read them began: ISO instants. */
  readonly said: string
  readonly since: string
}

/** What a store knows of an article's earlier texts and of its copies. */
export interface HistoryReader {
  /** Present documents' successive revisions, by document, oldest first; with `since`, those whose later one came after that run. */
  successions(selection?: Selection): AsyncIterable<Succession>
  /** Articles that are copies of one another, by the id of the one stored first. */
  copies(): AsyncIterable<CopyGroup>
  /** The group of copies that a document belongs to. */
  copiesOf(doc: string): Promise<CopyGroup | undefined>
}

/** `HistoryReader` on SQLite. */
export function historyReader(sql: Sql): HistoryReader {
  return {
    async *successions({ since = 0, only } = {}) {
      for (const doc of only === undefined ? revisedDocuments(sql) : [only]) yield* successionsOf(sql, doc, since)
    },
    async *copies() {
      yield* copyGroups(sql)
    },
    async copiesOf(doc) {
      return copiesOf(sql, doc)
    },
  }
}

function* revisedDocuments(sql: Sql): Generator<string> {
  const revised =
    'SELECT DISTINCT doc FROM revision JOIN document USING (doc) WHERE superseded IS NOT NULL AND doc > ? ORDER BY doc LIMIT ?'
  for (const { doc } of pages(sql, revised, 'doc', '')) yield String(doc)
}

function* successionsOf(sql: Sql, doc: string, since: number): Generator<Succession> {
  const rows = sql.all(
    'SELECT r.*, started_at FROM revision r JOIN run ON run.id = r.run WHERE r.doc = ? ORDER BY r.id',
    doc,
  )
  let before: Row | undefined
  for (const after of rows) {
    if (before && Number(after['run']) > since)
      yield {
        before: factsOf(sql, before),
        after: factsOf(sql, after),
        said: String(before['started_at']),
        since: String(after['started_at']),
      }
    before = after
  }
}
