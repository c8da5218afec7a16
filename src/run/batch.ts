import { setImmediate } from 'node:timers/promises'
import { ahead } from './abortable.ts'

/** Outcomes in one transaction: a transaction each costs three times as much as one per hundred (measured). */
const SIZE = 100

/** Milliseconds after which what is there is stored, so that a killed run loses little. */
const PATIENCE = 1000

/**
 * Groups what arrives for storing, also while the next item is awaited (pages come seconds apart); stops early, with what is
 * there, when the signal says so.
 */
export async function* batches<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: T[] = []
  let since = 0
  let timer: NodeJS.Timeout | undefined
  let waited: Promise<undefined> | undefined
  try {
    for (let next = ahead(iterator); ; ) {
      const item = await Promise.race(waited === undefined ? [next] : [next, waited])
      if (item?.done) break
      if (item) {
        batch.push(item.value)
        next = ahead(iterator)
        since ||= performance.now()
        waited ??= new Promise(resolve => {
          timer = setTimeout(resolve, PATIENCE, undefined)
        })
        // Work in place leaves timers no turn.
        if (batch.length < SIZE && performance.now() - since < PATIENCE && !signal.aborted) continue
      }
      clearTimeout(timer)
      waited = undefined
      since = 0
      yield batch
      batch = []
      // Work in place never waits: give signals and the heartbeat their turn.
      await setImmediate()
    }
    if (batch.length > 0) yield batch
  } finally {
    clearTimeout(timer)
    // Not awaited: it would wait for the item that was asked for ahead.
    iterator.return?.(undefined).catch(() => undefined)
  }
}
