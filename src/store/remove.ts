import { dropDocument } from './copies.ts'
import type { Row, Sql } from './sqlite.ts'

/** Documents of earlier runs over the same inputs that are no longer there. */
export interface Removed {
  readonly count: number
  /** Ids of the first of them, sorted. */
  readonly first: readonly string[]
}

/** Documents that are no longer there which a run names; the others it counts. */
const NAMED = 100

/**
 * Takes documents that are no longer there out of the present ones: their last revision stays, superseded by the run, and so
 * its flags count as fixed. A document is gone when an earlier run over the same inputs saw it last and this one did not see it;
 * it stays when something about it was skipped, or when this run saw nothing at all (a disk that is not mounted).
 */
export function removeAbsent(sql: Sql, run: number): Removed | undefined {
  const scope =
    sql.get("SELECT json_extract(summary, '$.scope') AS scope FROM run WHERE id = ?", run)?.['scope'] ?? null
  if (scope === null) return undefined
  if (!sql.get("SELECT 1 FROM input WHERE run = ? AND status <> 'skipped' LIMIT 1", run)) return undefined
  const left = new Set<string>()
  for (const { path, doc } of sql.all("SELECT path, doc FROM input WHERE run = ? AND status = 'skipped'", run)) {
    left.add(String(path))
    if (doc !== null) left.add(String(doc))
  }
  // A page that a feed no longer names is still there: addresses never go by themselves.
  const absent = sql
    .all(
      `SELECT r.id, r.doc, r.title, r.text, d.path FROM document d JOIN revision r ON r.id = d.revision
       WHERE d.path NOT LIKE '%://%'
         AND d.run IN (SELECT id FROM run WHERE id < ? AND json_extract(summary, '$.scope') = ?) ORDER BY d.doc`,
      run,
      scope,
    )
    .filter(({ doc, path }) => !left.has(String(doc)) && !placesAbove(String(path)).some(place => left.has(place)))
  if (absent.length === 0) return undefined
  for (const row of absent) remove(sql, run, row)
  const removed = { count: absent.length, first: absent.slice(0, NAMED).map(({ doc }) => String(doc)) }
  sql.run(
    "UPDATE run SET stored = stored + ?, summary = json_set(summary, '$.removed', json(?)) WHERE id = ?",
    removed.count,
    JSON.stringify(removed),
    run,
  )
  return removed
}

/** A path, the folders that hold it, and the file of which it is a line. */
function placesAbove(path: string): string[] {
  const places = [path]
  for (let at = path.length - 1; at > 0; at--) if (path[at] === '/' || path[at] === '#') places.push(path.slice(0, at))
  return places
}

function remove(sql: Sql, run: number, { id, doc, title, text }: Row): void {
  sql.run(
    "INSERT INTO article (article, rowid, title, text) VALUES ('delete', ?, ?, ?)",
    id ?? null,
    title ?? null,
    text ?? null,
  )
  sql.run('DELETE FROM document WHERE doc = ?', doc ?? null)
  sql.run('UPDATE revision SET superseded = ? WHERE id = ?', run, id ?? null)
  // When it comes back it is read anew.
  sql.run('DELETE FROM ledger WHERE key = ?', doc ?? null)
  dropDocument(sql, String(doc))
}
