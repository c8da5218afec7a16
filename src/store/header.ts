import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import { damaged } from './sqlite.ts'

/** "erta" in ASCII: marks a SQLite file as ours (https://sqlite.org/fileformat.html, offset 68). */
export const APPLICATION_ID = 0x65727461

/** What the first page of a file says, without SQLite touching it. */
export type Kind = 'missing' | 'empty' | 'ours'

const HEADER = 108
const MAGIC = 'SQLite format 3\u0000'
const LEAF_TABLE = 0x0d

/**
 * Looks at a database file before anything writes to it.
 * @returns `empty` for zero bytes or no tables: a new database.
 * @throws FatalError 78 for another program's, a newer errata's or a truncated file; 74 when it cannot be read.
 */
export function inspect(file: string, newest: number): Kind {
  const found = firstBytes(file)
  if (!found) return 'missing'
  const { bytes, size, pending } = found
  if (size === 0) return 'empty'
  const foreign = (what: string) =>
    new FatalError(`${file}: ${what}, not a database of errata; name another file with --db`, EXIT.database)
  if (size < HEADER || bytes.toString('latin1', 0, 16) !== MAGIC) throw foreign('a file of another kind')
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) {
    if (!pending && bytes[100] === LEAF_TABLE && bytes.readUInt16BE(103) === 0) return 'empty'
    throw foreign("another program's SQLite database")
  }
  checkVersion(file, bytes.readUInt32BE(60), newest)
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65536 : bytes.readUInt16BE(16)
  const sizeIsValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  if (!pending && sizeIsValid && size < bytes.readUInt32BE(28) * pageSize) throw damaged(file, 'its end is missing')
  return 'ours'
}

/** @throws FatalError 78 when the schema is newer than this errata knows. */
export function checkVersion(file: string, version: number, newest: number): void {
  if (version > newest)
    throw new FatalError(
      `${file}: written by a newer errata (schema ${version}, this one knows ${newest}); update errata`,
      EXIT.database,
    )
}

function firstBytes(file: string): { bytes: Buffer; size: number; pending: boolean } | undefined {
  try {
    const handle = openSync(file, 'r')
    try {
      const stat = fstatSync(handle)
      if (!stat.isFile()) throw new FatalError(`${file}: is not a file; --db names the database file`, EXIT.storage)
      const bytes = Buffer.alloc(HEADER)
      readSync(handle, bytes, 0, HEADER, 0)
      return { bytes, size: stat.size, pending: hasBytes(`${file}-wal`) || hasBytes(`${file}-journal`) }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof FatalError) throw error
    throw new FatalError(`${file}: cannot be read: ${systemReason(error)}`, EXIT.storage, { cause: error })
  }
}

/**
 * Of a write-ahead log or a rollback journal: with one, the database's own bytes are not the whole truth (a run was killed,
 * or is going on), and SQLite puts them right when it opens the file.
 */
function hasBytes(file: string): boolean {
  try {
    const handle = openSync(file, 'r')
    const { size } = fstatSync(handle)
    closeSync(handle)
    return size > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new FatalError(`${file}: cannot be read: ${systemReason(error)}`, EXIT.storage, { cause: error })
  }
}
