import { withoutSecrets } from '../normalise/web-address.ts'
import type { Store } from '../store/store.ts'
import { forgottenReason, lookAtCorrections } from './correct.ts'
import { deciding, inputOf, STAGE } from './ledger.ts'
import type { Pipeline } from './pipeline.ts'
import { pipelineSources } from './sources.ts'

/** What a run would do with one input. */
export interface Planned {
  readonly path: string
  readonly does: 'read' | 'fetch' | 'skip' | 'nothing'
  readonly reason?: string
}

/** What a run of this pipeline would do, without doing it: nothing is fetched, analysed, stored or written. */
export async function* planRun(
  pipeline: Pipeline,
  store: Store,
  { full, retrySkipped }: { readonly full: boolean; readonly retrySkipped: boolean },
): AsyncGenerator<Planned> {
  const corrections = await lookAtCorrections(store, pipeline.suppressions)
  const settings = { parts: deciding(pipeline), corrections }
  for await (const item of pipelineSources(pipeline)) {
    const { path } = item
    if ('reason' in item) {
      yield { path, does: 'skip', reason: item.reason }
      continue
    }
    const forgotten = forgottenReason(item, corrections)
    if (forgotten !== undefined) {
      yield { path, does: 'skip', reason: forgotten }
      continue
    }
    const entry = await store.ledger(STAGE, item.doc)
    if (full || entry?.input !== inputOf(settings, item)) yield { path, does: 'read' }
    else if (entry.state === 'done') yield { path, does: 'nothing' }
    else yield retrySkipped ? { path, does: 'read' } : { path, does: 'skip', reason: entry.error ?? 'skipped before' }
  }
  for (const entry of pipeline.remote) {
    const [[kind, value] = ['', '']] = Object.entries(entry)
    yield { path: kind === 'urls' ? value : withoutSecrets(value), does: 'fetch' }
  }
}
