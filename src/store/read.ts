import type { Claim } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { fromRows, selectRows } from './rows.ts'
import type { Row, Sql } from './sqlite.ts'
import type { Facts, Selection, StoredRun } from './store.ts'

/** Rows read at a time: enough to be quick, few enough that memory does not grow with the store. */
const PAGE = 200

/** A document from its row of `revision`. */
export function documentOf(row: Row): Document {
  const body = JSON.parse(String(row['body'])) as Omit<Document, 'id' | 'source' | 'revision' | 'title' | 'text'>
  return {
    id: String(row['doc']),
    source: String(row['source']),
    revision: String(row['sha256']),
    ...(row['title'] === null ? {} : { title: String(row['title']) }),
    text: String(row['text']),
    ...body,
  }
}

/** Rows of a statement with a key and a limit, page by page. */
export function* pages(
  sql: Sql,
  statement: string,
  key: string,
  first: string | number,
  ...rest: number[]
): Generator<Row> {
  let after: string | number = first
  for (;;) {
    const rows = sql.all(statement, after, ...rest, PAGE)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last[key] as string | number
  }
}

/** Present revisions, by document id. */
export function* presentRevisions(sql: Sql, { since, only }: Selection = {}): Generator<Row> {
  if (only !== undefined) {
    yield* sql.all('SELECT r.* FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc = ?', only)
    return
  }
  yield* pages(
    sql,
    `SELECT r.* FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc > ? AND r.run > ? ORDER BY d.doc LIMIT ?`,
    'doc',
    '',
    since ?? 0,
  )
}

/** Everything that a revision gave, from its row. */
export const factsOf = (sql: Sql, row: Row): Facts => fromRows(documentOf(row), selectRows(sql, Number(row['id'])))

/** Documents that have or had a flag, by id. */
export function* flaggedDocuments(sql: Sql, { seenIn, only }: Selection = {}): Generator<Row> {
  if (only !== undefined) yield { doc: only }
  else if (seenIn === undefined)
    yield* pages(sql, 'SELECT DISTINCT doc FROM sighting WHERE doc > ? ORDER BY doc LIMIT ?', 'doc', '')
  else
    yield* pages(
      sql,
      `SELECT DISTINCT doc FROM sighting s JOIN document USING (doc)
       WHERE doc > ? AND document.run = ? ORDER BY doc LIMIT ?`,
      'doc',
      '',
      seenIn,
    )
}

/** A run from its row. */
export const runFrom = (row: Row): StoredRun => ({
  id: Number(row['id']),
  pipeline: String(row['pipeline']),
  version: String(row['version']),
  knowledge: String(row['knowledge']),
  startedAt: String(row['started_at']),
  ...(row['finished_at'] === null ? {} : { finishedAt: String(row['finished_at']) }),
  state: row['state'] as StoredRun['state'],
  ...(row['summary'] === null ? {} : { summary: JSON.parse(String(row['summary'])) as unknown }),
})

/** Claims of present documents, by subject and predicate, then document and place. */
export function* claimsBySubject(sql: Sql): Generator<Claim> {
  const keys = pages(
    sql,
    'SELECT DISTINCT subject FROM claim WHERE subject > ? ORDER BY subject LIMIT ?',
    'subject',
    '',
  )
  for (const { subject } of keys) {
    const rows = sql.all(
      `SELECT DISTINCT r.id, r.doc FROM claim c JOIN revision r ON r.id = c.revision
       WHERE c.subject = ? AND r.superseded IS NULL ORDER BY r.doc`,
      subject as string,
    )
    const claims = rows.flatMap(({ id }) => {
      const revision = sql.get('SELECT * FROM revision WHERE id = ?', id as number)
      return revision ? factsOf(sql, revision).claims.filter(claim => claim.subject === subject) : []
    })
    yield* claims.sort((a, b) => (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0))
  }
}
