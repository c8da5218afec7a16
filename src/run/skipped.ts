import type { Skipped } from '../model/document.ts'
import type { Store } from '../store/store.ts'

/** What the last run could not take. */
export async function skippedInputs(store: Store): Promise<Skipped[]> {
  const run = await store.lastRun()
  const skipped: Skipped[] = []
  if (run)
    for await (const { path, status, reason } of store.inputs(run.id))
      if (status === 'skipped') skipped.push({ path, reason: reason ?? 'no reason given' })
  return skipped
}
