import { EXIT, FatalError } from '../../model/errors.ts'
import type { Store, StoredFlag } from '../../store/store.ts'

/** The stored flag with a fingerprint or its beginning. @throws FatalError 2 when there is none, or more than one. */
export async function flagBy(store: Store, given: string): Promise<StoredFlag> {
  const found = /^[0-9a-f]{4,32}$/.test(given) ? await store.flag(given) : []
  const [first] = found
  if (!first)
    throw new FatalError(`${given}: no stored flag has this fingerprint ("errata export flags" shows them)`, EXIT.usage)
  if (found.some(({ flag }) => flag.fingerprint !== first.flag.fingerprint))
    throw new FatalError(`${given}: several flags begin so; give more of the fingerprint`, EXIT.usage)
  return first
}
