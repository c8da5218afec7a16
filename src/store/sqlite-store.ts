import { EXIT, FatalError } from '../model/errors.ts'
import { auditRevisions, databaseFaults } from './audit.ts'
import { appendCorrection, correctionsOf } from './corrections.ts'
import { fetchStore } from './fetched.ts'
import { appendJudgement, flagsOf, judgements } from './flags.ts'
import { historyReader } from './history.ts'
import { Lock } from './lock.ts'
import * as read from './read.ts'
import { removeAbsent } from './remove.ts'
import { reviewReader } from './review.ts'
import { searchArticles } from './search.ts'
import type { Sql } from './sqlite.ts'
import type { InputRecord, InputStatus, LedgerEntry, Selection, Store, StoredRun, WrittenReport } from './store.ts'
import { totals } from './totals.ts'
import { put } from './write.ts'

const now = (): string => new Date().toISOString()

/** The store on SQLite: each method one or a few statements of the modules beside it. */
export function sqliteStore(sql: Sql): Store {
  const lock = new Lock(sql)
  const runWhere = (where: string, ...values: (number | string)[]): StoredRun | undefined => {
    const row = sql.get(`SELECT * FROM run ${where}`, ...values)
    return row && read.runFrom(row)
  }
  return {
    ...reviewReader(sql),
    ...historyReader(sql),
    ...fetchStore(sql),
    async begin({ pipeline, version, knowledge, marking, scope }) {
      lock.take()
      // A run that was killed never said so; the one that takes its lock does.
      sql.run("UPDATE run SET state = 'interrupted' WHERE state = 'running'")
      const { id } = sql.run(
        "INSERT INTO run (pipeline, version, knowledge, started_at, state, marking, summary) VALUES (?, ?, ?, ?, 'running', ?, ?)",
        pipeline,
        version,
        knowledge,
        now(),
        marking ?? null,
        // Here already, because a run that is killed has no other.
        scope === undefined ? null : JSON.stringify({ scope }),
      )
      const run = runWhere('WHERE id = ?', id)
      if (!run) throw new FatalError('the run could not be recorded', EXIT.storage)
      return run
    },
    async heartbeat() {
      lock.beat()
    },
    async finish(run, state, summary) {
      const text = JSON.stringify(summary)
      sql.run('UPDATE run SET state = ?, finished_at = ?, summary = ? WHERE id = ?', state, now(), text, run)
      lock.release()
    },
    async ledger(stage, doc) {
      const row = sql.get('SELECT input, state, attempts, error FROM ledger WHERE stage = ? AND key = ?', stage, doc)
      if (!row) return undefined
      return {
        input: String(row['input']),
        state: row['state'] as LedgerEntry['state'],
        attempts: Number(row['attempts']),
        ...(row['error'] === null ? {} : { error: String(row['error']) }),
      }
    },
    async put(run, stage, outcomes) {
      return sql.transaction(() => {
        lock.beat()
        const records = put(sql, run, stage, outcomes)
        const stored = records.filter(({ status }) => status === 'parsed').length
        if (stored > 0) sql.run('UPDATE run SET stored = stored + ? WHERE id = ?', stored, run)
        return records
      })
    },
    async removeAbsent(run) {
      return sql.transaction(() => {
        lock.beat()
        return removeAbsent(sql, run)
      })
    },
    async markings() {
      return sql.all('SELECT DISTINCT marking FROM run WHERE marking IS NOT NULL').map(row => String(row['marking']))
    },
    async lastRun(state) {
      if (state === undefined) return runWhere('ORDER BY id DESC LIMIT 1')
      return runWhere('WHERE state = ? ORDER BY id DESC LIMIT 1', state)
    },
    async run(id) {
      return runWhere('WHERE id = ?', id)
    },
    async *inputs(run): AsyncGenerator<InputRecord> {
      const statement = 'SELECT path, status, reason FROM input WHERE path > ? AND run = ? ORDER BY path LIMIT ?'
      for (const { path, status, reason } of read.pages(sql, statement, 'path', '', run))
        yield {
          path: String(path),
          status: status as InputStatus,
          ...(reason === null ? {} : { reason: String(reason) }),
        }
    },
    async *documents(selection) {
      for (const row of read.presentRevisions(sql, selection)) yield read.documentOf(row)
    },
    async *facts(selection) {
      for (const row of read.presentRevisions(sql, selection)) yield read.factsOf(sql, row)
    },
    async *flags(selection?: Selection) {
      for (const { doc } of read.flaggedDocuments(sql, selection)) yield* flagsOf(sql, String(doc), selection)
    },
    async *claims() {
      yield* read.claimsBySubject(sql)
    },
    async document(doc) {
      const row = sql.get('SELECT r.* FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc = ?', doc)
      return row && read.documentOf(row)
    },
    async flag(fingerprint) {
      const rows = sql.all(
        `SELECT DISTINCT r.doc, f.fingerprint FROM flag f JOIN revision r ON r.id = f.revision
         WHERE f.fingerprint >= ? AND f.fingerprint < ? ORDER BY r.doc`,
        fingerprint,
        // 'g' sorts after every hexadecimal digit.
        `${fingerprint}g`,
      )
      return rows.flatMap(row =>
        flagsOf(sql, String(row['doc'])).filter(({ flag }) => flag.fingerprint === row['fingerprint']),
      )
    },
    async decide(...lines) {
      sql.transaction(() => {
        for (const line of lines) appendJudgement(sql, line)
      })
    },
    async decisions(fingerprint) {
      return judgements(sql, fingerprint)
    },
    async correct(...corrections) {
      sql.transaction(() => {
        for (const correction of corrections) appendCorrection(sql, correction)
      })
    },
    async corrections() {
      return correctionsOf(sql)
    },
    async search(words, limit) {
      return searchArticles(sql, words, limit)
    },
    async *audit() {
      yield* auditRevisions(sql)
    },
    async faults() {
      return databaseFaults(sql)
    },
    async totals() {
      return totals(sql)
    },
    async source(id) {
      const row = sql.get('SELECT media_type, bytes FROM source WHERE id = ?', id)
      const bytes = row?.['bytes']
      return row && bytes instanceof Uint8Array ? { mediaType: String(row['media_type']), bytes } : undefined
    },
    async stamp() {
      const row = sql.get(
        'SELECT (SELECT max(id) FROM run WHERE stored > 0) AS run, (SELECT max(id) FROM decision) AS decision, (SELECT max(id) FROM correction) AS correction',
      )
      return JSON.stringify([row?.['run'] ?? 0, row?.['decision'] ?? 0, row?.['correction'] ?? 0])
    },
    async writtenReport(folder) {
      const row = sql.get('SELECT made_of, files FROM report WHERE folder = ?', folder)
      return (
        row && { madeOf: String(row['made_of']), files: JSON.parse(String(row['files'])) as WrittenReport['files'] }
      )
    },
    async noteReport(folder, { madeOf, files }) {
      sql.run(
        'INSERT OR REPLACE INTO report (folder, made_of, files) VALUES (?, ?, ?)',
        folder,
        madeOf,
        JSON.stringify(files),
      )
    },
    async close() {
      sql.close()
    },
  }
}
