import { afterAll } from 'vitest'
import type { Resolve } from '../../../src/load/fetch/address.ts'
import type { RemoteEntry } from '../../../src/load/fetch/lists.ts'
import { DEFAULT_FETCH, type FetchSettings } from '../../../src/load/fetch/settings.ts'
import { loadRemote } from '../../../src/load/remote.ts'
import type { Loaded } from '../../../src/model/fetched.ts'
import { memoryOf } from '../../../src/run/fetching.ts'
import { lanes } from '../../../src/run/io.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'

export interface Night {
  readonly resolve?: Resolve
  readonly retrySkipped?: boolean
  /** End of the address of a document that somebody had forgotten. */
  readonly forgotten?: string
  readonly signal?: AbortSignal
  /** Whether the run has work on a page that it knows. */
  readonly hasWork?: boolean
}

/** Nights over one store in memory: `items` as they come, `night` all of them. */
export function nights(settings: Partial<FetchSettings>) {
  const store = openStore(':memory:')
  afterAll(() => store.close())
  const items = (entries: readonly RemoteEntry[], how: Night = {}): AsyncIterable<Loaded> => {
    const { retrySkipped = false, signal = new AbortController().signal, hasWork = false, resolve } = how
    return loadRemote(entries, {
      settings: { ...DEFAULT_FETCH, contact: 'tests@errata.invalid', delay: 0.005, ...settings },
      version: '0',
      lanes: lanes(8),
      takes: (type: string) => /^text\/(?:html|plain)$/.test(type),
      memory: memoryOf(store, async () => hasWork),
      forgotten: ({ doc }) => (doc.endsWith(how.forgotten ?? '?') ? 'forgotten' : undefined),
      retrySkipped,
      signal,
      ...(resolve ? { resolve } : {}),
    })
  }
  const night = async (entries: readonly RemoteEntry[], how: Night = {}): Promise<Loaded[]> => {
    const found: Loaded[] = []
    for await (const item of items(entries, how)) found.push(item)
    return found
  }
  return { items, night, store: store as Store }
}

/** What came of each address, in the order of the addresses: the text, "kept", "copy of", or the reason. */
export const told = (items: readonly Loaded[]): Record<string, string> =>
  Object.fromEntries(
    [...items]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(item => [
        item.path.replace(/^http:\/\/[^/]+/, ''),
        'reason' in item
          ? item.reason
          : 'kept' in item
            ? 'kept'
            : 'copyOf' in item
              ? `copy of ${item.copyOf.replace(/^http:\/\/[^/]+/, '')}`
              : new TextDecoder().decode(item.bytes).slice(0, 60),
      ]),
  )
