import { EXIT, FatalError } from '../../model/errors.ts'
import { commandLine } from '../../report/command.ts'
import type { Store, StoredFlag } from '../../store/store.ts'
import { namedDb } from '../store.ts'

/**
 * The stored flag with a fingerprint or its beginning.
 * @param db the database, as `--db` names it
 * @throws FatalError 2 when there is none, or more than one
 */
export async function flagBy(store: Store, given: string, db: string): Promise<StoredFlag> {
  const found = /^[0-9a-f]{4,32}$/.test(given) ? await store.flag(given) : []
  const [first] = found
  if (!first)
    throw new FatalError(
      `${given}: no flag in ${db} has this fingerprint; "${commandLine('export flags', namedDb(db))}" shows its flags, --db names another database`,
      EXIT.usage,
    )
  if (found.some(({ flag }) => flag.fingerprint !== first.flag.fingerprint))
    throw new FatalError(`${given}: several flags begin so; give more of the fingerprint`, EXIT.usage)
  return first
}
