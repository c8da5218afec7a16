/** The items until the signal says stop, also while the next one is awaited (standard input may never give it). */
export async function* abortable<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  const stopped = new Promise<undefined>(resolve => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  for (;;) {
    const next = await Promise.race([iterator.next(), stopped])
    if (next === undefined) {
      // Not awaited: it would wait for the item that may never come.
      iterator.return?.().catch(() => undefined)
      return
    }
    if (next.done) return
    yield next.value
  }
}

/** Asks for the next item before anybody waits for it; whoever then waits sees its failure. */
export function ahead<T>(items: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = items.next()
  next.catch(() => undefined)
  return next
}
