import { setTimeout as sleep } from 'node:timers/promises'
import { TransientError } from '../../model/errors.ts'
import type { FetchMemory } from '../../model/fetched.ts'
import type { FetchSettings } from './settings.ts'

/** Runs work one at a time for each host, and only so many hosts at once. */
export interface Lanes {
  /** In turn with everything else of this host. */
  inLane<T>(host: string, work: () => Promise<T>): Promise<T>
  /** As soon as one of the places for requests is free. */
  inGate<T>(work: () => Promise<T>): Promise<T>
}

/** A host wants to be left alone for longer than a run waits: its items are for the next run. */
export class DeferredError extends TransientError {}

/** The longest that a host is left alone on its word, in seconds: a week. */
const LONGEST = 604_800

/** One request at a time to a host, and the time between two of them. */
export class Pace {
  readonly #lanes: Lanes
  readonly #memory: FetchMemory
  readonly #settings: FetchSettings
  readonly #signal: AbortSignal
  /** Per host: when the next request may start (ms since 1970), and its Crawl-delay in ms. */
  readonly #next = new Map<string, number>()
  readonly #crawlDelay = new Map<string, number>()

  constructor(lanes: Lanes, memory: FetchMemory, settings: FetchSettings, signal: AbortSignal) {
    this.#lanes = lanes
    this.#memory = memory
    this.#settings = settings
    this.#signal = signal
  }

  /** The host's robots.txt asks for so many seconds between two requests. */
  crawlDelay(host: string, seconds: number): void {
    this.#crawlDelay.set(host, Math.max(Math.min(seconds, LONGEST) * 1000, this.#crawlDelay.get(host) ?? 0))
  }

  /** The host asks for no request before so many seconds have passed. */
  async rest(host: string, seconds: number): Promise<void> {
    await this.#until(host, Date.now() + Math.min(seconds, LONGEST) * 1000)
  }

  /**
   * Sends one request when it is the host's turn.
   * @param page whether a Crawl-delay holds for it; a robots.txt only keeps errata's own delay
   * @throws DeferredError when its turn is further away than a run waits
   */
  run<T>(host: string, page: boolean, work: () => Promise<T>): Promise<T> {
    return this.#lanes.inLane(host, async () => {
      const wait = (await this.#nextOf(host)) - Date.now()
      if (wait > this.#settings.maxWait * 1000)
        throw new DeferredError(
          `deferred to a later run: the host asks for more than ${this.#settings.maxWait} s without requests`,
        )
      if (wait > 0) await sleep(wait, undefined, { signal: this.#signal })
      try {
        return await this.#lanes.inGate(() => {
          this.#signal.throwIfAborted()
          return work()
        })
      } finally {
        const gap = Math.max(this.#settings.delay * 1000, page ? (this.#crawlDelay.get(host) ?? 0) : 0)
        await this.#until(host, Date.now() + gap)
      }
    })
  }

  async #nextOf(host: string): Promise<number> {
    const known = this.#next.get(host)
    if (known !== undefined) return known
    const before = await this.#memory.restUntil(host)
    this.#next.set(host, before)
    return before
  }

  async #until(host: string, at: number): Promise<void> {
    if (at <= (this.#next.get(host) ?? 0)) return
    this.#next.set(host, at)
    // The usual delay is over before the next run begins.
    if (at - Date.now() > this.#settings.delay * 1000) await this.#memory.rest(host, at)
  }
}
