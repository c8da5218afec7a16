import type { Open } from '../load/packet.ts'
import type { Source } from '../model/document.ts'
import type { Kept, Loaded } from '../model/fetched.ts'
import type { Store } from '../store/store.ts'
import type { Pipeline } from './pipeline.ts'
import { pipelineSources } from './sources.ts'

/** What fetching must know of a run. */
export interface LoadOptions {
  /** Whether there is work to do on a page that has not changed. */
  readonly hasWork: (kept: Kept) => Promise<boolean>
  /** Why a known page must not even be asked for: somebody had it forgotten. */
  readonly forgotten: (page: Pick<Source, 'doc' | 'id'>) => string | undefined
  /** Ask again for pages that failed for good. */
  readonly retrySkipped: boolean
  readonly signal: AbortSignal
  /** Takes apart what must be parsed for it. */
  readonly open?: Open
}

/** Everything that a pipeline names: what is on disk, then what is fetched. */
export async function* loaded(pipeline: Pipeline, store: Store, options: LoadOptions): AsyncGenerator<Loaded> {
  yield* pipelineSources(pipeline, options.open)
  if (pipeline.remote.length === 0) return
  // Here, so that a folder with nothing new does not pay for it.
  const [{ fetched }, { partsWith }] = await Promise.all([import('./fetching.ts'), import('./parts.ts')])
  const { readers } = await partsWith(pipeline.plugins)
  // Those of errata's own are for its containers' pieces: a host that claims one does not say what it sends.
  const types = new Set(
    readers.flatMap(({ mediaTypes }) => mediaTypes).filter(type => !/^application\/x-errata-/.test(type)),
  )
  yield* fetched(pipeline, { ...options, store, takes: type => types.has(type) })
}

/** A page that has not changed, with the bytes of before; undefined when they are not stored. */
export async function withBytes(store: Store, { kept: _, ...page }: Kept): Promise<Source | undefined> {
  const known = await store.source(page.id)
  return known && { ...page, bytes: known.bytes }
}
