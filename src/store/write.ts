import type { Tombstones } from '../model/correction.ts'
import type { Document } from '../model/document.ts'
import { carry } from './carry.ts'
import { isPlaced, placeDocument } from './copies.ts'
import { tombstones } from './corrections.ts'
import { factsOf } from './read.ts'
import { deleteRows, digest, insertRows, toRows } from './rows.ts'
import type { Row, Sql } from './sqlite.ts'
import type { InputRecord, Outcome } from './store.ts'

type Parsed = Extract<Outcome, { readonly status: 'parsed' }>

/** A document without the columns that it has in the table by themselves. */
const bodyOf = ({ id, source, revision, title, text, ...rest }: Document): string => JSON.stringify(rest)

/** Stores outcomes in order, inside the caller's transaction; see `Store.put`. */
export function put(sql: Sql, run: number, stage: string, outcomes: readonly Outcome[]): InputRecord[] {
  const forgotten = outcomes.some(({ status }) => status === 'parsed') ? tombstones(sql) : undefined
  return outcomes.map(outcome => {
    const kept = one(sql, run, stage, stillWanted(outcome, forgotten))
    const { path, status } = kept
    const reason = reasonOf(kept)
    const doc = kept.status === 'parsed' ? kept.facts.doc.id : (kept.doc ?? null)
    sql.run(
      'INSERT OR REPLACE INTO input (path, run, doc, status, reason) VALUES (?, ?, ?, ?, ?)',
      path,
      run,
      doc,
      status,
      reason ?? null,
    )
    return { path, status, ...(reason === undefined ? {} : { reason }) }
  })
}

/** Somebody may have had an article forgotten while the run was reading it. */
function stillWanted(outcome: Outcome, forgotten: Tombstones | undefined): Outcome {
  if (outcome.status !== 'parsed') return outcome
  const { path, source } = outcome
  const reason = forgotten?.reason(source)
  return reason === undefined ? outcome : { status: 'skipped', path, doc: source.doc, reason }
}

function reasonOf(outcome: Outcome): string | undefined {
  if (outcome.status === 'skipped') return outcome.reason
  return 'copyOf' in outcome ? `the same page as ${outcome.copyOf}` : undefined
}

function one(sql: Sql, run: number, stage: string, outcome: Outcome): Outcome {
  const { path } = outcome
  if (outcome.status === 'skipped') {
    if (outcome.doc !== undefined && outcome.input !== undefined)
      note(sql, run, stage, outcome.doc, outcome.input, outcome.reason)
    return outcome
  }
  if ('copyOf' in outcome) return outcome
  const doc = outcome.status === 'parsed' ? outcome.facts.doc.id : outcome.doc
  const present = sql.get('SELECT revision, run, path FROM document WHERE doc = ?', doc)
  if (present && present['run'] === run)
    return {
      status: 'skipped',
      path,
      doc,
      reason: `document "${doc}" already came from ${present['path']} in this run`,
    }
  if (outcome.status === 'parsed') {
    const revision = store(sql, run, outcome, present)
    const {
      doc: { site },
      mentions,
      claims,
    } = outcome.facts
    sql.run(
      `INSERT OR REPLACE INTO document (doc, revision, run, path, changed, publisher, mentions, claims)
       VALUES (?, ?, ?, ?, (SELECT coalesce(max(changed), 0) + 1 FROM document), ?, ?, ?)`,
      doc,
      revision,
      run,
      path,
      site ?? path.slice(0, path.lastIndexOf('/') + 1),
      mentions.length,
      claims.length,
    )
    note(sql, run, stage, doc, outcome.input)
  } else sql.run('UPDATE document SET run = ?, path = ? WHERE doc = ?', run, path, doc)
  return outcome
}

/** Writes the ledger: done, or failed for a reason. */
function note(sql: Sql, run: number, stage: string, doc: string, input: string, error?: string): void {
  sql.run(
    `INSERT INTO ledger (stage, key, input, state, attempts, error, run) VALUES (?, ?, ?, ?, 1, ?, ?)
     ON CONFLICT (stage, key) DO UPDATE SET attempts = iif(input = excluded.input, attempts + 1, 1),
       input = excluded.input, state = excluded.state, error = excluded.error, run = excluded.run`,
    stage,
    doc,
    input,
    error === undefined ? 'done' : 'failed',
    error ?? null,
    run,
  )
}

/** A document's facts under its revision: the present one when the text is the same, else a new one. */
function store(sql: Sql, run: number, { source, facts }: Parsed, present: Row | undefined): number {
  const { doc } = facts
  sql.run(
    'INSERT OR IGNORE INTO source (id, media_type, bytes) VALUES (?, ?, ?)',
    source.id,
    source.mediaType,
    source.bytes,
  )
  const title = doc.title ?? null
  const own = [doc.id, doc.source, doc.revision, title, doc.text, bodyOf(doc)] as const
  const rows = toRows(facts)
  const seal = digest(own, rows)
  const before = present && sql.get('SELECT * FROM revision WHERE id = ?', Number(present['revision']))
  if (before) {
    carry(sql, factsOf(sql, before), facts)
    sql.run(
      "INSERT INTO article (article, rowid, title, text) VALUES ('delete', ?, ?, ?)",
      Number(before['id']),
      before['title'] ?? null,
      before['text'] ?? null,
    )
  }
  let id = Number(before?.['id'])
  if (before && before['sha256'] === doc.revision) {
    deleteRows(sql, id)
    sql.run(
      'UPDATE revision SET source = ?, title = ?, body = ?, digest = ? WHERE id = ?',
      doc.source,
      title,
      own[5],
      seal,
      id,
    )
  } else {
    if (before) sql.run('UPDATE revision SET superseded = ? WHERE id = ?', run, id)
    id = sql.run(
      'INSERT INTO revision (doc, source, sha256, title, text, body, run, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...own,
      run,
      seal,
    ).id
  }
  if (before?.['sha256'] !== doc.revision || !isPlaced(sql, doc.id)) placeDocument(sql, doc.id, doc.text)
  sql.run('INSERT INTO article (rowid, title, text) VALUES (?, ?, ?)', id, title, doc.text)
  insertRows(sql, id, rows)
  for (const { fingerprint } of facts.flags)
    sql.run('INSERT OR IGNORE INTO sighting (doc, fingerprint, run) VALUES (?, ?, ?)', doc.id, fingerprint, run)
  return id
}
