import { byTime, groundsOf, type Judgement, type Verdict } from '../model/decision.ts'
import type { Decision } from '../model/discrepancy.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'

/** Who says something, and why. */
export interface By {
  readonly reviewer: string
  readonly note?: string
}

/** What a reviewer says of a flag. */
export interface Said extends By {
  readonly verdict: Verdict
  /** What should stand in place of the flagged words. */
  readonly corrected?: string
  /** A time after which it is said: of a judgement that stands elsewhere and shall not outrank it. */
  readonly after?: string
}

/**
 * Records a verdict on a stored flag, with the rows of the knowledge base that the flag rests on.
 * @throws FatalError 2 when no stored flag has the fingerprint (the whole of it, 32 digits)
 */
export async function decide(store: Store, fingerprint: string, said: Said): Promise<Decision> {
  const [found] = await store.flag(fingerprint)
  if (!found) throw new FatalError(`${fingerprint}: no stored flag has this fingerprint`, EXIT.usage)
  const { verdict, reviewer, note, corrected, after } = said
  const decision: Decision = {
    fingerprint: found.flag.fingerprint,
    verdict,
    reviewer,
    at: await nextInstant(store, fingerprint, after),
    ...(note ? { note } : {}),
    ...(corrected ? { corrected } : {}),
    rests: groundsOf(found.flag),
  }
  await store.decide(decision)
  return decision
}

/**
 * Takes back the last line on a flag: what held before it holds again (the verdict before, one of the team's file, or none).
 * An undo can be undone in the same way, and nothing is deleted.
 * @param given judgements of the team's file on the flag
 * @throws FatalError 2 when nothing was ever said of the flag, or the file says something later
 */
export async function undo(
  store: Store,
  fingerprint: string,
  { reviewer, note }: By,
  given: readonly Judgement[] = [],
): Promise<Judgement> {
  const own = await history(store, fingerprint)
  const log = [...own, ...given].sort(byTime)
  const last = own.at(-1)
  if (last === undefined) throw new FatalError(`${fingerprint}: there is no verdict to take back`, EXIT.usage)
  if (log.at(-1) !== last) throw new FatalError(`${fingerprint}: the team's file says something later`, EXIT.usage)
  const before: Judgement = log.at(-2) ?? { fingerprint, verdict: 'open', reviewer, at: '' }
  const at = await nextInstant(store, fingerprint)
  const line = { ...before, fingerprint, at, reviewer, ...(note ? { note } : {}) }
  await store.decide(line)
  return line
}

/** Every line of the log on a flag, oldest first; the last one holds. */
export const history = (store: Store, fingerprint: string): Promise<readonly Judgement[]> =>
  store.decisions(fingerprint)

/** Later than everything said of the flag, so that what a reviewer says last holds, whatever the clock of an import. */
async function nextInstant(store: Store, fingerprint: string, after?: string): Promise<string> {
  const before = [(await store.decisions(fingerprint)).at(-1)?.at, after].filter(at => at !== undefined)
  return new Date(Math.max(Date.now(), ...before.map(at => Date.parse(at) + 1))).toISOString()
}
