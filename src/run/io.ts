import PQueue from 'p-queue'

/** Work that goes on at most `width` at a time; `add` waits until there is room, so that nothing piles up before it. */
export interface Queue {
  add<T>(work: () => Promise<T>): Promise<{ readonly result: Promise<T> }>
}

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
