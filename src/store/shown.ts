import type { Severity } from '../model/discrepancy.ts'
import type { Sql } from './sqlite.ts'

/** How many flags of one check and severity a run was the first to show. */
export interface FirstShown {
  readonly run: number
  readonly check: string
  readonly severity: Severity
  readonly count: number
}

/**
 * Counts every flag of every document, in the run that first showed it there: whatever became of flag and document since. Missing
 * are the flags of forgotten articles, which left the store with their text.
 */
export function firstShown(sql: Sql): FirstShown[] {
  // Of several revisions that show a flag the latest says how severe it is: beside max(), SQLite takes the other columns from
  // that row. What a place was called before (store/carry.ts) is the flag that was shown first; its new name is not new.
  const rows = sql.all(
    `SELECT s.run, f."check", f.severity, count(*) AS count
     FROM sighting s
     JOIN (SELECT r.doc, x.fingerprint, x."check", x.severity, max(r.id) FROM flag x JOIN revision r ON r.id = x.revision
           GROUP BY r.doc, x.fingerprint) f USING (doc, fingerprint)
     WHERE NOT EXISTS (SELECT 1 FROM carried c WHERE c.doc = s.doc AND c.fingerprint = s.fingerprint)
     GROUP BY s.run, f."check", f.severity ORDER BY s.run, f."check", f.severity`,
  )
  return rows.map(row => ({
    run: Number(row['run']),
    check: String(row['check']),
    severity: row['severity'] as Severity,
    count: Number(row['count']),
  }))
}

/** How many flags present documents have, notes aside, without those of some fingerprints. */
export function flagsWithout(sql: Sql, fingerprints: readonly string[]): number {
  const row = sql.get(
    `SELECT count(*) AS n FROM document d JOIN flag f ON f.revision = d.revision
     WHERE f.severity <> 'note' AND f.fingerprint NOT IN (SELECT value FROM json_each(?))`,
    JSON.stringify(fingerprints),
  )
  return Number(row?.['n'])
}
