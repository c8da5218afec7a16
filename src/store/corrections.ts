import {
  type Correction,
  correctionKey,
  holding,
  latestWords,
  type Tombstones,
  tombstonesAmong,
} from '../model/correction.ts'
import { dropDocument } from './copies.ts'
import { forgetFetched } from './fetched.ts'
import { deleteRows } from './rows.ts'
import type { Sql } from './sqlite.ts'

/** Appends to the log; a correction that is there already, word for word, is not added again. */
export function appendCorrection(sql: Sql, correction: Correction): void {
  const key = correctionKey(correction)
  const body = JSON.stringify(correction)
  if (!sql.get('SELECT 1 FROM correction WHERE key = ? AND body = ?', key, body))
    sql.run('INSERT INTO correction (key, body) VALUES (?, ?)', key, body)
  const [holds] = latestWords(read(sql, 'WHERE key = ? ORDER BY id', key))
  if (holds?.kind !== 'document' || holds.withdrawn) return
  const twins = sql.all(
    'SELECT DISTINCT doc FROM revision WHERE source = ? AND superseded IS NULL',
    holds.source ?? null,
  )
  for (const doc of new Set([holds.doc, ...twins.map(row => String(row['doc']))])) forget(sql, doc)
}

/** The latest word on each thing that was ever corrected, withdrawals included. */
export const correctionsOf = (sql: Sql): Correction[] => latestWords(read(sql, 'ORDER BY id'))

/** Articles that must not come back. */
export const tombstones = (sql: Sql): Tombstones =>
  tombstonesAmong(holding(read(sql, `WHERE key LIKE '["document"%' ORDER BY id`)))

const read = (sql: Sql, which: string, ...values: string[]): Correction[] =>
  sql.all(`SELECT body FROM correction ${which}`, ...values).map(({ body }) => JSON.parse(String(body)) as Correction)

/** Takes an article out: every revision with its facts, its words in the index, and raw bytes that no other article has. */
function forget(sql: Sql, doc: string): void {
  const revisions = sql.all('SELECT id, source, title, text, superseded FROM revision WHERE doc = ?', doc)
  sql.run('DELETE FROM document WHERE doc = ?', doc)
  for (const { id, title, text, superseded } of revisions) {
    deleteRows(sql, Number(id))
    if (superseded === null)
      sql.run(
        "INSERT INTO article (article, rowid, title, text) VALUES ('delete', ?, ?, ?)",
        id ?? null,
        title ?? null,
        text ?? null,
      )
    sql.run('DELETE FROM revision WHERE id = ?', id ?? null)
  }
  for (const { source } of revisions)
    sql.run(
      'DELETE FROM source WHERE id = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE source = ?)',
      source ?? null,
      source ?? null,
    )
  forgetFetched(sql, doc)
  for (const { source } of revisions) sql.run('DELETE FROM retrieval WHERE source = ?', source ?? null)
  for (const table of ['sighting', 'carried']) sql.run(`DELETE FROM ${table} WHERE doc = ?`, doc)
  dropDocument(sql, doc)
  sql.run('DELETE FROM ledger WHERE key = ?', doc)
}
