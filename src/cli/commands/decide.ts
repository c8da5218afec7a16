import { userInfo } from 'node:os'
import type { Verdict } from '../../model/decision.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { decide, undo } from '../../review/decide.ts'
import { logOf } from '../log.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'
import { flagBy } from './flag-by.ts'

/** `errata decide`: records a verdict on a stored flag, or takes the last one back. Returns the exit code. */
export async function decideCommand([given, verdict]: readonly string[], options: Options): Promise<number> {
  return withStore(options, async store => {
    const { flag } = await flagBy(store, given ?? '')
    const by = byOf(options)
    const { corrected } = options
    const value = typeof corrected === 'string' ? { corrected } : {}
    const line =
      verdict === 'undo'
        ? await undo(store, flag.fingerprint, by)
        : await decide(store, flag.fingerprint, { verdict: verdict as Verdict, ...by, ...value })
    logOf(options).info(`${flag.fingerprint} ${line.verdict}: ${flag.message}`)
    return EXIT.done
  })
}

/** Who decides, and why: `--reviewer` (or the user of this machine) and `--note`. */
export const byOf = ({ reviewer, note }: Options): { readonly reviewer: string; readonly note?: string } => ({
  reviewer: typeof reviewer === 'string' && reviewer !== '' ? reviewer : userName(),
  ...(typeof note === 'string' ? { note } : {}),
})

function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    throw new FatalError('the user of this machine has no name: say who decides with --reviewer', EXIT.usage, {
      cause: error,
    })
  }
}
