/** The items until the signal says stop, also while the next one is awaited (standard input may never give it). */
export async function* abortable<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  // One listener for the one item awaited: a race against a promise that lives as long as the run would keep something for each.
  let wake: (() => void) | undefined
  const stop = (): void => wake?.()
  signal.addEventListener('abort', stop, { once: true })
  try {
    while (!signal.aborted) {
      const next = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
        wake = () => resolve(undefined)
        iterator.next().then(resolve, reject)
      })
      if (next?.done) return
      if (next) yield next.value
    }
  } finally {
    signal.removeEventListener('abort', stop)
    // Not awaited: it would wait for the item that may never come.
    iterator.return?.().catch(() => undefined)
  }
}

/** Asks for the next item before anybody waits for it; whoever then waits sees its failure. */
export function ahead<T>(items: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = items.next()
  next.catch(() => undefined)
  return next
}
