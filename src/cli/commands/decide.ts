import { userInfo } from 'node:os'
import type { Decision } from '../../model/discrepancy.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { openExisting } from '../../store/open.ts'
import { logOf } from '../log.ts'
import type { Options } from '../spec.ts'
import { flagBy } from './flag-by.ts'

/** `errata decide`: records a verdict on a stored flag. Returns the exit code. */
export async function decideCommand([given, verdict]: readonly string[], options: Options): Promise<number> {
  const store = openExisting(String(options['db']))
  try {
    const { flag } = await flagBy(store, given ?? '')
    const { note, reviewer } = options
    await store.decide({
      fingerprint: flag.fingerprint,
      verdict: verdict as Decision['verdict'],
      reviewer: typeof reviewer === 'string' ? reviewer : userName(),
      at: new Date().toISOString(),
      ...(typeof note === 'string' ? { note } : {}),
    })
    logOf(options).info(`${flag.fingerprint} ${verdict}: ${flag.message}`)
    return EXIT.done
  } finally {
    await store.close()
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    throw new FatalError('the user of this machine has no name: say who decides with --reviewer', EXIT.usage, {
      cause: error,
    })
  }
}
