import { withoutSecrets } from '../normalise/web-address.ts'
import type { Store } from '../store/store.ts'
import { bearing, lookAtCorrections } from './correct.ts'
import { type Again, deciding, dueFor, packetMemory } from './ledger.ts'
import { packets } from './packets.ts'
import type { Pipeline } from './pipeline.ts'
import { teamFile } from './reviewed.ts'
import { pipelineSources } from './sources.ts'

/** What a run would do with one input. */
export interface Planned {
  readonly path: string
  readonly does: 'read' | 'fetch' | 'skip' | 'nothing'
  readonly reason?: string
}

/** What a run of this pipeline would do, without doing it: nothing is fetched, analysed, stored or written. */
export async function* planRun(pipeline: Pipeline, store: Store, again: Again): AsyncGenerator<Planned> {
  const team = await teamFile(pipeline.suppressions)
  const corrections = await lookAtCorrections(store, team?.corrections ?? [])
  const settings = { parts: deciding(pipeline), corrections: bearing(corrections) }
  const { open, close } = packets(pipeline.limits, packetMemory(store, settings, again))
  try {
    for await (const item of pipelineSources(pipeline, open)) {
      const { path } = item
      const due =
        'reason' in item ? { does: 'skip' as const, reason: item.reason } : await dueFor(item, store, settings, again)
      yield due.does === 'work' ? { path, does: 'read' } : { path, ...due }
    }
  } finally {
    await close()
  }
  for (const entry of pipeline.remote) {
    const [[kind, value] = ['', '']] = Object.entries(entry)
    yield { path: kind === 'urls' ? value : withoutSecrets(value), does: 'fetch' }
  }
}
