import { userInfo } from 'node:os'
import type { Verdict } from '../../model/decision.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { decide, history, onFlag, restOfCause, saidWith, toUndo, undo } from '../../review/decide.ts'
import { reviewedFlags, teamFile } from '../../run/reviewed.ts'
import type { Suppressions } from '../../run/suppressions.ts'
import type { Store, StoredFlag } from '../../store/store.ts'
import { logOf } from '../log.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'
import { flagBy } from './flag-by.ts'

/** `errata decide`: records a verdict on a stored flag, or takes the last one back. Returns the exit code. */
export async function decideCommand([given, verdict]: readonly string[], options: Options): Promise<number> {
  return withStore(options, async store => {
    const found = await flagBy(store, given ?? '', String(options['db']))
    const { fingerprint } = found.flag
    const by = byOf(options)
    const { corrected, cause, suppressions } = options
    const team = await teamFile(typeof suppressions === 'string' ? suppressions : undefined)
    const value = typeof corrected === 'string' ? { corrected } : {}
    const flags = [fingerprint, ...(cause === true ? await others(store, found, verdict === 'undo', team) : [])]
    const lines =
      verdict === 'undo'
        ? await undo(store, flags, by, team?.decisions)
        : await decide(store, flags, { verdict: verdict as Verdict, ...by, ...value })
    for (const line of lines) {
      const [said] = await store.flag(line.fingerprint)
      logOf(options).info(`${line.fingerprint} ${line.verdict}: ${said?.flag.message}`)
    }
    return EXIT.done
  })
}

/** What `--cause` adds: the other open flags of the cause; to an undo, those that the verdict was given on together with it. */
async function others(
  store: Store,
  found: StoredFlag,
  undone: boolean,
  team: Suppressions | undefined,
): Promise<readonly string[]> {
  const { fingerprint, at } = found.flag
  const flags = reviewedFlags(store, team, { only: at.doc })
  if (!undone) return restOfCause(flags, found, ({ status }) => status === 'open')
  const given = team?.decisions ?? []
  const last = toUndo(await history(store, fingerprint), onFlag(fingerprint, given))
  return last ? saidWith(store, last, await restOfCause(flags, found, ({ status }) => status !== 'fixed'), given) : []
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
