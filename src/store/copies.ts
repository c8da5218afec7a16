import type { CopyGroup } from '../model/change.ts'
import { bands, likeness, type Sketch, sketch } from '../model/sketch.ts'
import { pages } from './read.ts'
import type { Row, Sql } from './sqlite.ts'

/**
 * Likeness from which an article counts as a copy. On 406 news articles the most alike of different ones, two papers that
 * print one press release, have .48; an agency text with one word in fifty changed keeps about .85.
 */
const COPY = 0.5
/** Leading documents of one band that are compared with: the same boilerplate in a thousand articles stays a thousand comparisons. */
const COMPARED = 8

/** Notes what a document is a copy of, or that others may be copies of it. Call it when its text is new or has changed. */
export function placeDocument(sql: Sql, doc: string, text: string): void {
  const orphans = dropRow(sql, doc)
  const bins = sketch(text)
  if (bins) {
    const { id } = sql.run('INSERT INTO sketch (doc, bins) VALUES (?, ?)', doc, bytesOf(bins))
    place(sql, id, bins)
  }
  rehome(sql, orphans)
}

/** Whether a document has been looked at for copies; one of too few words, or of an older database, has not. */
export const isPlaced = (sql: Sql, doc: string): boolean =>
  sql.get('SELECT 1 FROM sketch WHERE doc = ?', doc) !== undefined

/** Takes a document out; what was a copy of it looks for another, or leads. */
export const dropDocument = (sql: Sql, doc: string): void => rehome(sql, dropRow(sql, doc))

function dropRow(sql: Sql, doc: string): Row[] {
  const row = sql.get('SELECT id, lead FROM sketch WHERE doc = ?', doc)
  if (!row) return []
  const id = Number(row['id'])
  const bins = sql.get('SELECT bins FROM sketch WHERE id = ?', id)?.['bins']
  if (row['lead'] === null)
    for (const hash of bands(sketchFrom(bins))) sql.run('DELETE FROM band WHERE hash = ? AND sketch = ?', hash, id)
  sql.run('DELETE FROM sketch WHERE id = ?', id)
  return sql.all('SELECT id, bins FROM sketch WHERE lead = ? ORDER BY id', doc)
}

function rehome(sql: Sql, orphans: readonly Row[]): void {
  for (const { id, bins } of orphans) place(sql, Number(id), sketchFrom(bins))
}

/** Those of a document's bands that another has, in their order: mostly none, told in one statement for all. */
const KNOWN = `SELECT value AS hash FROM json_each(?)
  WHERE EXISTS (SELECT 1 FROM band WHERE hash = value) ORDER BY key`

/** Sets one document under the first one that it is most like, or makes it lead. */
function place(sql: Sql, id: number, bins: Sketch): void {
  const hashes = bands(bins)
  const given = JSON.stringify(hashes)
  let best: { readonly doc: string; readonly alike: number } | undefined
  const seen = new Set<number>()
  for (const { hash } of sql.all(KNOWN, given))
    for (const { sketch } of sql.all(
      'SELECT sketch FROM band WHERE hash = ? ORDER BY sketch LIMIT ?',
      Number(hash),
      COMPARED,
    )) {
      if (seen.has(Number(sketch))) continue
      seen.add(Number(sketch))
      const other = sql.get('SELECT doc, bins FROM sketch WHERE id = ?', Number(sketch))
      const alike = other ? likeness(bins, sketchFrom(other['bins'])) : 0
      if (other && alike >= COPY && alike > (best?.alike ?? 0)) best = { doc: String(other['doc']), alike }
    }
  sql.run('UPDATE sketch SET lead = ?, likeness = ? WHERE id = ?', best?.doc ?? null, best?.alike ?? null, id)
  if (!best) sql.run('INSERT OR IGNORE INTO band (hash, sketch) SELECT value, ? FROM json_each(?)', id, given)
}

/** All groups of copies, by the document that leads. */
export function* copyGroups(sql: Sql): Generator<CopyGroup> {
  const leads = 'SELECT DISTINCT lead FROM sketch WHERE lead > ? ORDER BY lead LIMIT ?'
  for (const { lead } of pages(sql, leads, 'lead', '')) yield groupOf(sql, String(lead))
}

/** The group that a document belongs to; undefined when it has no copy. */
export function copiesOf(sql: Sql, doc: string): CopyGroup | undefined {
  const lead = sql.get('SELECT lead FROM sketch WHERE doc = ?', doc)?.['lead']
  const group = groupOf(sql, lead === null || lead === undefined ? doc : String(lead))
  return group.copies.length > 0 ? group : undefined
}

const groupOf = (sql: Sql, lead: string): CopyGroup => ({
  doc: lead,
  copies: sql
    .all('SELECT doc, likeness FROM sketch WHERE lead = ? ORDER BY doc', lead)
    .map(({ doc, likeness }) => ({ doc: String(doc), likeness: Number(likeness) })),
})

const bytesOf = (bins: Sketch): Uint8Array => new Uint8Array(bins.buffer, bins.byteOffset, bins.byteLength)

/** @throws Error when the column holds no bytes: the table allows nothing else. */
function sketchFrom(value: Row[string] | undefined): Sketch {
  if (!(value instanceof Uint8Array)) throw new Error('a stored sketch holds no bytes')
  // A copy is aligned; a view of the database's buffer need not be.
  return new Uint32Array(value.slice().buffer)
}
