import { byTime, groundsOf, type Judgement, standingLines, type Verdict } from '../model/decision.ts'
import type { Decision } from '../model/discrepancy.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Store, StoredFlag } from '../store/store.ts'

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
 * Records one verdict on stored flags, at one instant, with the rows of the knowledge base that each rests on.
 * @param fingerprints whole ones, 32 digits
 * @throws FatalError 2 when one of them is no stored flag's: nothing is then recorded
 */
export async function decide(
  store: Store,
  fingerprints: readonly string[],
  { verdict, reviewer, note, corrected, after }: Said,
): Promise<readonly Decision[]> {
  const at = await nextInstant(store, fingerprints, after)
  const decisions: Decision[] = []
  for (const fingerprint of fingerprints) {
    const [found] = await store.flag(fingerprint)
    if (!found) throw new FatalError(`${fingerprint}: no stored flag has this fingerprint`, EXIT.usage)
    decisions.push({
      fingerprint: found.flag.fingerprint,
      verdict,
      reviewer,
      at,
      ...(note ? { note } : {}),
      ...(corrected ? { corrected } : {}),
      rests: groundsOf(found.flag),
    })
  }
  await store.decide(...decisions)
  return decisions
}

/**
 * Takes back the last line that still stands on each of some flags: what held before it holds again (the verdict before, one
 * of the team's file, or none). Done again it goes one step further back. Nothing is deleted.
 * @param given judgements of the team's file
 * @throws FatalError 2 when there is nothing (more) to take back on one of them, or the file says something later
 */
export async function undo(
  store: Store,
  fingerprints: readonly string[],
  { reviewer, note }: By,
  given: readonly Judgement[] = [],
): Promise<readonly Judgement[]> {
  const at = await nextInstant(store, fingerprints)
  const lines: Judgement[] = []
  for (const fingerprint of fingerprints) {
    const own = await history(store, fingerprint)
    const file = beside(own, onFlag(fingerprint, given))
    const last = toUndo(own, file)
    if (!last) {
      const log = [...own, ...file].sort(byTime)
      const why =
        own.length > 0 && file.includes(log.at(-1) as Judgement)
          ? "the team's file says something later"
          : `there is no ${own.length > 0 ? 'further ' : ''}verdict to take back`
      throw new FatalError(`${fingerprint}: ${why}`, EXIT.usage)
    }
    const before = standingLines([...own, ...file].sort(byTime)).at(-2)
    lines.push({
      ...(before ?? { verdict: 'open' }),
      fingerprint,
      at,
      reviewer,
      ...(note ? { note } : {}),
      undoes: last.at,
    })
  }
  await store.decide(...lines)
  return lines
}

/**
 * The line on a flag that an undo would take back; undefined when there is none.
 * @param own what the store has on it, oldest first
 * @param given judgements of the team's file on it
 */
export function toUndo(own: readonly Judgement[], given: readonly Judgement[] = []): Judgement | undefined {
  const log = [...own, ...beside(own, given)].sort(byTime)
  if (log.at(-1) !== own.at(-1)) return undefined
  const last = standingLines(log).at(-1)
  return last && own.includes(last) ? last : undefined
}

/** Judgements of the team's file on a flag. */
export const onFlag = (fingerprint: string, given: readonly Judgement[]): readonly Judgement[] =>
  given.filter(line => line.fingerprint === fingerprint)

/** Lines of the team's file that the store does not have itself: `errata decide save` writes into the file what it has. */
const beside = (own: readonly Judgement[], given: readonly Judgement[]): readonly Judgement[] =>
  given.filter(
    ({ at, verdict, reviewer }) =>
      !own.some(line => line.at === at && line.verdict === verdict && line.reviewer === reviewer),
  )

/**
 * The other flags of a flag's cause (report/group.ts), whatever was said of them, of which something holds.
 * @param flags those of its document at least
 */
export async function restOfCause(
  flags: AsyncIterable<StoredFlag>,
  { flag: { fingerprint, check, subject, at } }: StoredFlag,
  holds: (other: StoredFlag) => boolean,
): Promise<readonly string[]> {
  const found: string[] = []
  for await (const other of flags) {
    const { flag } = other
    const alike = flag.at.doc === at.doc && flag.check === check && flag.subject === subject
    if (alike && flag.fingerprint !== fingerprint && holds(other)) found.push(flag.fingerprint)
  }
  return found
}

/**
 * Flags whose last standing line was said in one go with that of a flag (`decide` gives all of them one instant).
 * @param given judgements of the team's file
 */
export async function saidWith(
  store: Store,
  last: Judgement,
  others: readonly string[],
  given: readonly Judgement[] = [],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const other of others) {
    const line = toUndo(await history(store, other), onFlag(other, given))
    if (line && line.at === last.at && line.reviewer === last.reviewer && line.verdict === last.verdict)
      found.push(other)
  }
  return found
}

/** Every line of the log on a flag, oldest first; the last one holds. */
export const history = (store: Store, fingerprint: string): Promise<readonly Judgement[]> =>
  store.decisions(fingerprint)

/** Later than everything said of some flags, so that what a reviewer says last holds, whatever the clock of an import. */
async function nextInstant(store: Store, fingerprints: readonly string[], after?: string): Promise<string> {
  let latest = after === undefined ? 0 : Date.parse(after) + 1
  for (const fingerprint of fingerprints) {
    const last = (await store.decisions(fingerprint)).at(-1)
    if (last) latest = Math.max(latest, Date.parse(last.at) + 1)
  }
  return new Date(Math.max(Date.now(), latest)).toISOString()
}
