import type { Skipped } from '../model/document.ts'
import type { Store } from '../store/store.ts'
import type { Summary } from './summary.ts'

/** What the last run could not take, and what it found to be no longer there. */
export async function skippedInputs(store: Store): Promise<Skipped[]> {
  const run = await store.lastRun()
  const skipped: Skipped[] = []
  if (run)
    for await (const { path, status, reason } of store.inputs(run.id))
      if (status === 'skipped') skipped.push({ path, reason: reason ?? 'no reason given' })
  const { removed } = (run?.summary ?? {}) as Partial<Summary>
  return [
    ...skipped,
    ...(removed?.first ?? []).map(path => ({ path, reason: 'no longer there: its flags are closed' })),
  ]
}
