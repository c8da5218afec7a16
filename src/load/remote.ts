import type { FetchMemory, Listing, Loaded } from '../model/fetched.ts'
import { withoutSecrets } from '../normalise/web-address.ts'
import { Channel } from './channel.ts'
import { type Resolve, systemResolve } from './fetch/address.ts'
import type { ReadList } from './fetch/contents.ts'
import { listings, type RemoteEntry } from './fetch/lists.ts'
import { type Lanes, Pace } from './fetch/pace.ts'
import { type Fetching, fetchPage, type Page, pageKey, pageUnasked } from './fetch/page.ts'
import { Robots } from './fetch/robots.ts'
import type { FetchSettings } from './fetch/settings.ts'

export interface RemoteOptions {
  readonly settings: FetchSettings
  /** errata's release, for the User-Agent. */
  readonly version: string
  readonly memory: FetchMemory
  readonly lanes: Lanes
  readonly takes: (mediaType: string) => boolean
  readonly forgotten: Fetching['forgotten']
  readonly readList?: ReadList
  readonly retrySkipped: boolean
  readonly signal: AbortSignal
  readonly resolve?: Resolve
}

/** Pages that wait for the rest of the run; with those on their way this bounds the memory. */
const AHEAD = 4

/**
 * Everything that feeds, sitemaps and lists of addresses lead to, each address once, as it comes: several hosts at the same
 * time, one request after the other at each. Ends early, without an error, when the signal says so.
 */
export async function* loadRemote(entries: readonly RemoteEntry[], options: RemoteOptions): AsyncGenerator<Loaded> {
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const { settings, version, memory, lanes, resolve = systemResolve } = options
  const client = { settings, version, resolve, signal, pace: new Pace(lanes, memory, settings, signal) }
  const crew = new Crew({ ...options, client, robots: new Robots(client, memory) })
  const done = crew.work(entries).then(
    () => crew.channel.end(),
    error => crew.channel.end(signal.aborted ? undefined : { error }),
  )
  try {
    yield* crew.channel.items()
  } finally {
    stop.abort()
    crew.channel.end()
    await done
  }
}

interface Task {
  readonly listing: Listing
  readonly path: string
}

/** Asks each host for what is listed of it, one page after the other. */
class Crew {
  readonly channel = new Channel<Loaded>(AHEAD)
  readonly #fetching: Fetching
  readonly #seen = new Set<string>()
  readonly #paths = new Map<string, number>()
  readonly #documents = new Map<string, { readonly path: string; readonly finalKey?: string | undefined }>()
  readonly #hosts = new Map<string, Task[]>()
  readonly #working = new Set<Promise<void>>()

  constructor(fetching: Fetching) {
    this.#fetching = fetching
  }

  /** Everything that the entries list. @throws the first error that is no single address's own */
  async work(entries: readonly RemoteEntry[]): Promise<void> {
    for (const entry of entries) this.#start(this.#expand(entry))
    while (this.#working.size > 0) await Promise.all(this.#working)
  }

  #start(work: Promise<void>): void {
    const tracked = work.finally(() => this.#working.delete(tracked))
    this.#working.add(tracked)
    // Seen again by whoever awaits all of them.
    tracked.catch(() => undefined)
  }

  async #expand(entry: RemoteEntry): Promise<void> {
    const tasks: Task[] = []
    for await (const item of listings(entry, this.#fetching)) {
      if ('reason' in item) await this.channel.put({ ...item, path: this.#named(item.path) })
      else if (this.#isNew(item.url)) tasks.push({ listing: item, path: this.#named(withoutSecrets(item.url)) })
    }
    const { maxItems } = this.#fetching.client.settings
    const inTurn = tasks.length > maxItems ? await this.#longestUnasked(tasks) : tasks
    for (const task of inTurn.slice(0, maxItems)) this.#enqueue(task)
    for (const { listing, path } of inTurn.slice(maxItems))
      await this.#give(await pageUnasked(listing, path, this.#fetching))
  }

  #isNew(address: string): boolean {
    const key = pageKey(address)
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }

  /** Status has one line a path; addresses that differ in a secret only read alike. */
  #named(path: string): string {
    const count = (this.#paths.get(path) ?? 0) + 1
    this.#paths.set(path, count)
    return count === 1 ? path : `${path} (${count})`
  }

  /** Those never asked for first, then by the time since they were. */
  async #longestUnasked(tasks: readonly Task[]): Promise<Task[]> {
    const asked: { readonly task: Task; readonly at: string }[] = []
    for (const task of tasks)
      asked.push({ task, at: (await this.#fetching.memory.recall(pageKey(task.listing.url)))?.checkedAt ?? '' })
    return asked.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ task }) => task)
  }

  #enqueue(task: Task): void {
    const host = new URL(task.listing.url).hostname
    const waiting = this.#hosts.get(host)
    if (waiting) waiting.push(task)
    else {
      const tasks = [task]
      this.#hosts.set(host, tasks)
      this.#start(this.#serve(host, tasks))
    }
  }

  async #serve(host: string, tasks: readonly Task[]): Promise<void> {
    for (let at = 0; at < tasks.length; at++) {
      this.#fetching.client.signal.throwIfAborted()
      const { listing, path } = tasks[at] as Task
      await this.#give(await fetchPage(listing, path, this.#fetching))
    }
    this.#hosts.delete(host)
  }

  /** Hands a page on; of several addresses that lead to one document the first counts. */
  async #give({ item, finalKey }: Page): Promise<void> {
    if ('reason' in item) return this.channel.put(item)
    const first = this.#documents.get(item.doc)
    if (!first) {
      this.#documents.set(item.doc, { path: item.path, finalKey })
      return this.channel.put(item)
    }
    const { path, doc } = item
    const secretsDiffer = doc.includes('REDACTED') && first.finalKey !== finalKey
    if (!secretsDiffer) return this.channel.put({ path, doc, copyOf: first.path })
    return this.channel.put({
      path,
      reason: `its address differs from that of ${first.path} only in a value that is not kept`,
    })
  }
}
