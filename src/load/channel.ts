/** Hands items from several writers to one reader; writers wait while it is full, so that nothing piles up. */
export class Channel<T> {
  readonly #room: number
  readonly #items: T[] = []
  #over = false
  #failure: { readonly error: unknown } | undefined
  #reader: (() => void) | undefined
  readonly #writers: (() => void)[] = []

  /** @param room items that may wait */
  constructor(room: number) {
    this.#room = room
  }

  /** Resolves once there was room for it; at once, and without it, when the reader has gone. */
  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#room && !this.#over) await new Promise<void>(wake => this.#writers.push(wake))
    if (this.#over) return
    this.#items.push(item)
    this.#reader?.()
  }

  /** No more items; the reader gets those that wait, then the failure, if any. */
  end(failure?: { readonly error: unknown }): void {
    this.#over = true
    this.#failure = failure
    this.#reader?.()
    for (const wake of this.#writers.splice(0)) wake()
  }

  async *items(): AsyncGenerator<T> {
    for (;;) {
      if (this.#items.length > 0) {
        const item = this.#items.shift() as T
        this.#writers.shift()?.()
        yield item
      } else if (this.#over) break
      else
        await new Promise<void>(wake => {
          this.#reader = wake
        })
    }
    if (this.#failure) throw this.#failure.error
  }
}
