import { setTimeout } from 'node:timers/promises'
import { EXIT, FatalError } from '../../model/errors.ts'
import { schedule } from '../../run/schedule.ts'
import type { Log } from '../log.ts'

/** Longest sleep in milliseconds: a machine that slept, or whose clock was set, is noticed within it. */
const NAP = 30_000

/**
 * `errata run --every`: one run after the other, never two at once, each as `errata run` would do it. A run that fails is told,
 * and the next one comes all the same. A moment that passes during a run is left out.
 * @param once one run, from the pipeline file to its exit code
 * @returns 130 when a signal stopped a run, 0 when it came between two
 * @throws FatalError 2 when the words are no schedule
 */
export async function everyRun(
  words: string,
  once: () => Promise<number>,
  log: Log,
  signal: AbortSignal,
): Promise<number> {
  const { next, atOnce } = schedule(words)
  let due = atOnce ? Date.now() : next(Date.now())
  while (due !== undefined) {
    log.info(`next run at ${new Date(due).toISOString()}`, { stage: 'schedule' })
    await sleep(due, signal)
    if (signal.aborted) return EXIT.done
    const code = await outcome(once, log)
    if (signal.aborted) return EXIT.interrupted
    log.info(`the run ended with ${code}`, { stage: 'schedule', exitCode: code })
    due = following(due, next)
  }
  return EXIT.done
}

/** The first moment of a schedule that has not passed. */
function following(due: number, next: (after: number) => number | undefined): number | undefined {
  let moment = next(due)
  while (moment !== undefined && moment < Date.now()) moment = next(moment)
  return moment
}

async function sleep(until: number, signal: AbortSignal): Promise<void> {
  for (let left = until - Date.now(); left > 0 && !signal.aborted; left = until - Date.now())
    // A signal ends the nap: that is what it is for.
    await setTimeout(Math.min(left, NAP), undefined, { signal }).catch(() => undefined)
}

async function outcome(once: () => Promise<number>, log: Log): Promise<number> {
  try {
    return await once()
  } catch (error) {
    const told = error instanceof FatalError ? error.message : ((error as Error).stack ?? String(error))
    log.error(told)
    return error instanceof FatalError ? error.exitCode : EXIT.findings
  }
}
