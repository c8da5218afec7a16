import { readdirSync, readFileSync } from 'node:fs'
import { APPLICATION_ID, checkVersion } from './header.ts'
import type { Sql } from './sqlite.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

const migrations = readdirSync(FOLDER)
  .filter(name => /^\d{3}\.sql$/.test(name))
  .sort()

/** The schema that this errata writes: the number of the last migration. */
export const NEWEST = migrations.length

/** Brings a database to the newest schema, each migration in its transaction. */
export function migrate(sql: Sql, file: string): void {
  const version = () => Number(sql.get('PRAGMA user_version')?.['user_version'] ?? 0)
  const tables = Number(sql.get('SELECT count(*) AS n FROM sqlite_master')?.['n'])
  let at = tables === 0 ? 0 : version()
  checkVersion(file, at, NEWEST)
  for (; at < NEWEST; at++) {
    const text = readFileSync(new URL(migrations[at] ?? '', FOLDER), 'utf8')
    const from = at
    sql.transaction(() => {
      // Another process may have been quicker between our look and our lock.
      if (from > 0 && version() !== from) return
      if (from === 0 && Number(sql.get('SELECT count(*) AS n FROM sqlite_master')?.['n']) > 0) return
      sql.exec(text)
      sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${from + 1}`)
    })
  }
}
