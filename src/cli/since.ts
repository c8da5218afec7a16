import { EXIT, FatalError } from '../model/errors.ts'
import type { Store, StoredRun } from '../store/store.ts'
import { logOf } from './log.ts'
import type { Options } from './spec.ts'

/** Runs that are looked at for the one before the last. */
const RUNS = 1000

/**
 * The run that `--since` names: a number, or the last finished one before the latest (`previous`). Undefined when it is not given,
 * and when there is none before the latest: a first night has nothing to compare with, and says so.
 * @throws FatalError 2 when there is no such run
 */
export async function sinceRun(store: Store, options: Options): Promise<StoredRun | undefined> {
  const { since } = options
  if (since === undefined) return undefined
  if (since === 'previous') {
    const [, ...before] = await store.runs(RUNS)
    const found = before.find(({ state }) => state === 'done')
    if (!found) logOf(options).info('no run has finished before the latest: nothing to compare with')
    return found
  }
  const found = await store.run(Number(since))
  if (!found)
    throw new FatalError(
      `--since ${since}: no such run in ${options['db']} ("errata status" names the last, --db another database)`,
      EXIT.usage,
    )
  return found
}
