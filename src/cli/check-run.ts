import { EXIT, FatalError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'

/** Looks whether the run of `--since` is there. @throws FatalError 2 when it is not */
export async function checkRun(store: Store, since: unknown): Promise<void> {
  if (typeof since === 'number' && !(await store.run(since)))
    throw new FatalError(`--since ${since}: there is no such run ("errata status" names the last)`, EXIT.usage)
}
