import { type Judgement, standing } from '../model/decision.ts'
import type { Discrepancy } from '../model/discrepancy.ts'
import { documentOf } from './read.ts'
import { fromRows, selectFlagRows } from './rows.ts'
import type { Row, Sql } from './sqlite.ts'
import type { Selection, StoredFlag } from './store.ts'

/** A flag in the revisions of its document, newest first, without a gap. */
interface Seen {
  readonly flag: Discrepancy
  /** The run that superseded the newest revision with it; null when that is the present one. */
  readonly superseded: number | null
  /** The run of the oldest revision so far; one before a gap was superseded by an earlier run than this. */
  from: number
}

/** A document's flags by place, then the fixed ones: those of earlier revisions that the present text no longer has. */
export function flagsOf(sql: Sql, doc: string, { since }: Selection = {}): StoredFlag[] {
  const former = formerNames(sql, doc)
  const carried = new Set([...former.values()].flat())
  const found: StoredFlag[] = []
  for (const { flag, superseded, from } of seenIn(sql, doc).values()) {
    const { fingerprint } = flag
    if (superseded !== null && carried.has(fingerprint)) continue
    const names = [fingerprint, ...(former.get(fingerprint) ?? [])]
    const run = Math.max(firstSighting(sql, doc, names), names.length > 1 ? 0 : from)
    if (since !== undefined && run <= since) continue
    const stands = standing(latestOf(sql, names), flag)
    const status = superseded === null ? (stands.decision?.verdict ?? 'open') : 'fixed'
    found.push({
      flag,
      status,
      ...stands,
      ...(names.length > 1 ? { former: names.slice(1) } : {}),
      run,
      ...(superseded === null ? {} : { fixedIn: superseded }),
    })
  }
  return found
}

/** Every flag that a document has or had, as it was last seen. */
function seenIn(sql: Sql, doc: string): Map<string, Seen> {
  const rows = sql.all(
    `SELECT DISTINCT r.* FROM revision r JOIN flag f ON f.revision = r.id WHERE r.doc = ? ORDER BY r.superseded IS NOT NULL, r.id DESC`,
    doc,
  )
  const seen = new Map<string, Seen>()
  for (const row of rows) {
    const superseded = row['superseded'] === null ? null : Number(row['superseded'])
    for (const flag of fromRows(documentOf(row), selectFlagRows(sql, Number(row['id']))).flags) {
      const before = seen.get(flag.fingerprint)
      if (!before) seen.set(flag.fingerprint, { flag, superseded, from: Number(row['run']) })
      else if (before.from === superseded) before.from = Number(row['run'])
    }
  }
  return seen
}

/** Fingerprints that a present flag's place had in earlier revisions (store/carry.ts). */
function formerNames(sql: Sql, doc: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { fingerprint, former } of sql.all('SELECT fingerprint, former FROM carried WHERE doc = ?', doc))
    names.set(String(fingerprint), [...(names.get(String(fingerprint)) ?? []), String(former)])
  return names
}

const firstSighting = (sql: Sql, doc: string, names: readonly string[]): number =>
  Math.min(
    ...names.map(name => {
      const row = sql.get('SELECT run FROM sighting WHERE doc = ? AND fingerprint = ?', doc, name)
      return Number(row?.['run'] ?? Number.POSITIVE_INFINITY)
    }),
  )

/** The line of the log that holds for a flag and what its place was called before. */
export function latestOf(sql: Sql, names: readonly string[]): Judgement | undefined {
  const rows = names.flatMap(name =>
    sql.all('SELECT * FROM decision WHERE fingerprint = ? ORDER BY at DESC, id DESC LIMIT 1', name),
  )
  const rank = (row: Row): string => `${row['at']} ${String(row['id']).padStart(16, '0')}`
  const [latest] = rows.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
  return latest && judgementFrom(latest)
}

/** The log of decisions, oldest first: all, or those on one flag and on what its place was called before. */
export function judgements(sql: Sql, fingerprint?: string): Judgement[] {
  const rows =
    fingerprint === undefined
      ? sql.all('SELECT * FROM decision ORDER BY at, id')
      : sql.all(
          `SELECT * FROM decision WHERE fingerprint = ? OR fingerprint IN (SELECT former FROM carried WHERE fingerprint = ?)
           ORDER BY at, id`,
          fingerprint,
          fingerprint,
        )
  return rows.map(judgementFrom)
}

const judgementFrom = (row: Row): Judgement => ({
  fingerprint: String(row['fingerprint']),
  verdict: row['verdict'] as Judgement['verdict'],
  reviewer: String(row['reviewer']),
  at: String(row['at']),
  ...(row['note'] === null ? {} : { note: String(row['note']) }),
  ...(row['corrected'] === null ? {} : { corrected: String(row['corrected']) }),
  ...(row['rests'] === null ? {} : { rests: JSON.parse(String(row['rests'])) as NonNullable<Judgement['rests']> }),
  ...(row['undoes'] === null ? {} : { undoes: String(row['undoes']) }),
})

/** Appends to the log; a line that is there already, word for word, is not added again. */
export function appendJudgement(
  sql: Sql,
  { fingerprint, verdict, reviewer, at, note, corrected, rests, undoes }: Judgement,
): void {
  const own = [fingerprint, verdict, reviewer, at, note ?? null, corrected ?? null]
  const there = sql.get(
    'SELECT 1 FROM decision WHERE fingerprint = ? AND verdict = ? AND reviewer = ? AND at = ? AND note IS ? AND corrected IS ?',
    ...own,
  )
  if (there) return
  sql.run(
    'INSERT INTO decision (fingerprint, verdict, reviewer, at, note, corrected, rests, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...own,
    rests === undefined ? null : JSON.stringify(rests),
    undoes ?? null,
  )
}
