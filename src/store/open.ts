import { dirname } from 'node:path'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import { makeFolder } from './folder.ts'
import { inspect } from './header.ts'
import { migrate, NEWEST } from './migrate.ts'
import { damaged, Sql } from './sqlite.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

/** Where the copy of a database goes before its schema changes, when nothing else is said. */
const DEFAULT_BACKUPS = 'output/backup'

/**
 * Opens a store to write to it, and makes it when it is not there.
 * @param file path of the database, with or without `sqlite:` before it
 * @param backups folder of the copy that is made before the schema of an older errata changes
 * @throws FatalError 2 for a kind of store that does not exist, 74 when it cannot be opened, 78 when it is not ours to write.
 */
export function openStore(file: string, backups = DEFAULT_BACKUPS): Store {
  const path = pathOf(file)
  const kind = inspect(path, NEWEST)
  if (kind === 'missing') makeRoom(path)
  const sql = new Sql(path)
  try {
    if (kind === 'ours') check(sql, path)
    migrate(sql, path, backups)
    sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    return sqliteStore(sql)
  } catch (error) {
    sql.close()
    throw error
  }
}

/**
 * Opens a store to read from it, or to add a decision; an empty file counts as a new database and stays as it is.
 * @throws FatalError as `openStore`, and 2 when there is no such file.
 */
export function openExisting(file: string, backups = DEFAULT_BACKUPS): Store {
  const path = pathOf(file)
  const kind = inspect(path, NEWEST)
  if (kind === 'missing')
    throw new FatalError(`${path}: no such database; "errata run" makes one, --db names another`, EXIT.usage)
  const sql = new Sql(kind === 'empty' ? ':memory:' : path)
  try {
    migrate(sql, path, backups)
    return sqliteStore(sql)
  } catch (error) {
    sql.close()
    throw error
  }
}

/** Opens a store to look at what a run would do; a missing one counts as new, and nothing is made. */
export function openToRead(file: string): Store {
  if (inspect(pathOf(file), NEWEST) !== 'missing') return openExisting(file)
  const sql = new Sql(':memory:')
  migrate(sql, ':memory:', DEFAULT_BACKUPS)
  return sqliteStore(sql)
}

function pathOf(file: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(file)?.[1]?.toLowerCase()
  if (scheme === 'postgres' || scheme === 'postgresql')
    throw new FatalError('a PostgreSQL store is not there yet; name a file with --db', EXIT.usage)
  const path = scheme === 'sqlite' ? file.slice('sqlite:'.length) : file
  if (path === '') throw new FatalError('--db names no file', EXIT.usage)
  return path
}

function makeRoom(path: string): void {
  try {
    makeFolder(dirname(path))
  } catch (error) {
    throw new FatalError(`${path}: its folder cannot be made: ${systemReason(error)}`, EXIT.storage, {
      cause: error,
    })
  }
}

/** Reads every page before the first write, so that a damaged database is refused and not made worse. */
function check(sql: Sql, path: string): void {
  const found = sql.get('PRAGMA quick_check(1)')?.['quick_check']
  if (found !== 'ok') throw damaged(path, String(found))
}
