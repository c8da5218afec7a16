import { loadRemote } from '../load/remote.ts'
import type { FetchMemory, Loaded } from '../model/fetched.ts'
import type { Store } from '../store/store.ts'
import { lanes } from './io.ts'
import { lists } from './lists.ts'
import type { LoadOptions } from './loaded.ts'
import type { Pipeline } from './pipeline.ts'
import { packageVersion } from './version.ts'

/** What a run tells about itself so that its pages can be fetched. */
export interface FetchedBy extends LoadOptions {
  readonly store: Store
  /** Whether a reader takes a media type. */
  readonly takes: (mediaType: string) => boolean
}

/** Everything that a pipeline fetches. */
export async function* fetched(
  { remote, fetch, published, limits }: Pipeline,
  { store, hasWork, ...options }: FetchedBy,
): AsyncGenerator<Loaded> {
  if (!fetch || remote.length === 0) return
  const hints = published === undefined ? {} : { hints: { published } }
  // Without threads there is nothing to open packets with, either.
  const { read, close } = options.open ? lists(limits) : {}
  // A signal does not wait for the list in hand.
  options.signal.addEventListener('abort', () => void close?.(), { once: true })
  const items = loadRemote(remote, {
    ...options,
    ...(read && { readList: read }),
    settings: fetch,
    version: packageVersion(),
    lanes: lanes(fetch.hosts),
    memory: memoryOf(store, kept => hasWork({ ...kept, ...hints })),
  })
  try {
    for await (const item of items) yield 'reason' in item || 'copyOf' in item ? item : { ...item, ...hints }
  } finally {
    await close?.()
  }
}

/** What fetching remembers, in the store. */
export const memoryOf = (store: Store, hasWork: LoadOptions['hasWork']): FetchMemory => ({
  recall: key => store.recalled(key),
  remember: (address, entry) => store.remember(address, entry),
  restUntil: host => store.restUntil(host),
  rest: (host, until) => store.rest(host, until),
  holds: async kept => (await store.hasSource(kept.id)) || !(await hasWork(kept)),
})
