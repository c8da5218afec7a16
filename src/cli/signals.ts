import { EXIT } from '../model/errors.ts'
import type { Log } from './log.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Work that a signal stops: what is stored stays, the rest is for the next run. */
export async function untilSignal<T>(log: Log, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const onSignal = (): void => {
    // A second signal does not wait for the document in hand; SQLite rolls its batch back.
    if (stop.signal.aborted) process.exit(EXIT.interrupted)
    log.warn('stopping: what is stored stays, the next run goes on from here')
    stop.abort()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  try {
    return await work(stop.signal)
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}
