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
 * Brings a database to the newest schema in one transaction; one that holds something is copied first.
 * One for all steps, so that a process killed on the way leaves the old schema or the newest and nothing between: a new
 * database would else be found half made, taken for an older errata's and copied.
 * @param backups the folder of the copy: FILE-schema-N.sqlite, of which the first one made is kept
 * @throws FatalError 74 when the copy cannot be written: the database is then left as it is
 */
export function migrate(sql: Sql, file: string, backups: string): void {
  const found = schemaOf(sql)
  checkVersion(file, found, NEWEST)
  if (found === NEWEST) return
  if (found > 0) backUp(sql, join(backups, `${basename(file)}-schema-${found}.sqlite`), backups)
  sql.transaction(() => {
    // Another process may have been quicker between our look and our lock.
    const held = schemaOf(sql)
    if (held >= NEWEST) return
    for (const name of migrations.slice(held)) sql.exec(readFileSync(new URL(name, FOLDER), 'utf8'))
    sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${NEWEST}`)
  })
}

/** The number of the last migration that a database has seen; 0 for one without tables. */
function schemaOf(sql: Sql): number {
  if (Number(sql.get('SELECT count(*) AS n FROM sqlite_master')?.['n']) === 0) return 0
  return Number(sql.get('PRAGMA user_version')?.['user_version'] ?? 0)
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
