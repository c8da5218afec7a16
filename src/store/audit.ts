import { sha256 } from '../model/sha256.ts'
import { documentOf, pages } from './read.ts'
import { asArrays, digest, fromRows, selectRows } from './rows.ts'
import type { Row, Sql } from './sqlite.ts'
import type { Facts, Fault } from './store.ts'

/** Every stored revision with its source's bytes, and what does not fit its seals. */
export function* auditRevisions(sql: Sql): Generator<{ facts: Facts; bytes: Uint8Array; faults: Fault[] }> {
  for (const row of pages(sql, 'SELECT * FROM revision WHERE id > ? ORDER BY id LIMIT ?', 'id', 0)) {
    const where = String(row['doc'])
    const faults: Fault[] = []
    const source = sql.get('SELECT bytes FROM source WHERE id = ?', String(row['source']))
    const bytes = source?.['bytes']
    if (!(bytes instanceof Uint8Array)) faults.push({ where, what: `its raw source ${row['source']} is missing` })
    else if (sha256(bytes) !== row['source']) faults.push({ where, what: 'its raw bytes are not those that were read' })
    if (sha256(String(row['text'])) !== row['sha256'])
      faults.push({ where, what: 'its text is not the one that was read' })
    const facts = sealed(sql, row, faults)
    yield { facts, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(), faults }
  }
}

/** A revision's facts; a broken seal is a fault, and rows that no longer make sense are left out. */
function sealed(sql: Sql, row: Row, faults: Fault[]): Facts {
  const where = String(row['doc'])
  const rows = selectRows(sql, Number(row['id']))
  const own = ['doc', 'source', 'sha256', 'title', 'text', 'body'].map(name => row[name] ?? null)
  if (digest(own, asArrays(rows)) !== row['digest'])
    faults.push({ where, what: 'its facts are not those that were stored' })
  try {
    return fromRows(documentOf(row), rows)
  } catch (error) {
    faults.push({ where, what: `its facts cannot be read: ${(error as Error).message}` })
    const doc = { id: where, source: '', encoding: 'utf-8', revision: '', language: 'und', text: '', map: [] }
    const lists = { sentences: [], masked: [], dropped: [], notes: [] }
    return { doc: { ...doc, ...lists }, mentions: [], links: [], claims: [], flags: [] }
  }
}

/** Faults of the database as a whole: its pages and indexes, references to rows that are not there, unread sources. */
export function databaseFaults(sql: Sql): Fault[] {
  const faults: Fault[] = []
  for (const row of sql.all('PRAGMA integrity_check'))
    if (row['integrity_check'] !== 'ok') faults.push({ where: 'database', what: String(row['integrity_check']) })
  for (const { table, parent } of sql.all('PRAGMA foreign_key_check'))
    faults.push({ where: String(table), what: `a row refers to a missing row of ${parent}` })
  const lost = sql.all(
    'SELECT doc FROM document d WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.id = d.revision AND r.doc = d.doc AND r.superseded IS NULL)',
  )
  for (const { doc } of lost) faults.push({ where: String(doc), what: 'it points to no present revision of its own' })
  const orphaned = sql.all(
    'SELECT doc FROM revision r WHERE superseded IS NULL AND NOT EXISTS (SELECT 1 FROM document d WHERE d.doc = r.doc)',
  )
  for (const { doc } of orphaned)
    faults.push({ where: String(doc), what: 'it has a present revision but is not listed' })
  const two = sql.all('SELECT doc FROM revision WHERE superseded IS NULL GROUP BY doc HAVING count(*) > 1')
  for (const { doc } of two) faults.push({ where: String(doc), what: 'it has two present revisions' })
  const unread =
    'SELECT id, bytes FROM source WHERE id > ? AND id NOT IN (SELECT source FROM revision) ORDER BY id LIMIT ?'
  for (const { id, bytes } of pages(sql, unread, 'id', ''))
    if (!(bytes instanceof Uint8Array) || sha256(bytes) !== id)
      faults.push({ where: `source ${id}`, what: 'its raw bytes are not those that were read' })
  return faults
}
