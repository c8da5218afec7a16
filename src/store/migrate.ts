import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import { makeFolder } from './folder.ts'
import { APPLICATION_ID, checkVersion } from './header.ts'
import type { Sql } from './sqlite.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

const migrations = readdirSync(FOLDER)
  .filter(name => /^\d{3}\.sql$/.test(name))
  .sort()

/** The schema that this errata writes: the number of the last migration. */
export const NEWEST = migrations.length

/**
 * Brings a database to the newest schema, each migration in its transaction; one that holds something is copied first.
 * @param backups the folder of the copy: FILE-schema-N.sqlite, of which the first one made is kept
 * @throws FatalError 74 when the copy cannot be written: the database is then left as it is
 */
export function migrate(sql: Sql, file: string, backups: string): void {
  const version = () => Number(sql.get('PRAGMA user_version')?.['user_version'] ?? 0)
  const tables = Number(sql.get('SELECT count(*) AS n FROM sqlite_master')?.['n'])
  let at = tables === 0 ? 0 : version()
  checkVersion(file, at, NEWEST)
  if (at > 0 && at < NEWEST) backUp(sql, join(backups, `${basename(file)}-schema-${at}.sqlite`), backups)
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

/** A whole and consistent copy, what stands in the write-ahead log included. */
function backUp(sql: Sql, copy: string, folder: string): void {
  if (existsSync(copy)) return
  try {
    makeFolder(folder)
    writeCopy(sql, copy)
  } catch (error) {
    throw new FatalError(
      `${copy}: the copy that must come before a change of schema cannot be written: ${systemReason(error)}`,
      EXIT.storage,
      { cause: error },
    )
  }
}

/** It gets its name once it is whole: a process that is killed on the way leaves no half copy to be trusted later. */
function writeCopy(sql: Sql, copy: string): void {
  const draft = `${copy}.${process.pid}.tmp`
  rmSync(draft, { force: true })
  try {
    sql.run('VACUUM INTO ?', draft)
    renameSync(draft, copy)
  } finally {
    rmSync(draft, { force: true })
  }
}
