import PQueue from 'p-queue'
import type { Lanes } from '../load/fetch/pace.ts'

/** Work that goes on at most `width` at a time; `add` waits until there is room, so that nothing piles up before it. */
export interface Queue {
  add<T>(work: () => Promise<T>): Promise<{ readonly result: Promise<T> }>
}

/** @param width how much work goes on at the same time */
export function queue(width: number): Queue {
  const inner = new PQueue({ concurrency: width })
  return {
    async add(work) {
      await inner.onSizeLessThan(width)
      const result = inner.add(work)
      // Whoever awaits the result sees the failure; until then it must not count as unhandled.
      result.catch(() => undefined)
      return { result }
    },
  }
}

/** Work that goes one at a time for each host, and its requests only so many at once altogether (load/fetch/pace.ts). */
export function lanes(width: number): Lanes {
  const gate = new PQueue({ concurrency: width })
  const byHost = new Map<string, PQueue>()
  return {
    async inLane(host, work) {
      const lane = byHost.get(host) ?? new PQueue({ concurrency: 1 })
      byHost.set(host, lane)
      try {
        return await lane.add(work)
      } finally {
        // Thousands of hosts are met in a run; those that nobody waits for need no queue.
        if (lane.size === 0 && lane.pending === 0) byHost.delete(host)
      }
    },
    inGate: work => gate.add(work),
  }
}
