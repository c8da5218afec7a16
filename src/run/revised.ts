import { revised } from '../claim/changes.ts'
import type { Revised } from '../model/change.ts'
import type { Selection, Store } from '../store/store.ts'

/**
 * What publishers changed in articles that errata had read before, by document, oldest first. Only where the raw bytes
 * differ: a new errata may read the same bytes in another way.
 */
export async function* revisions(store: Store, selection?: Selection): AsyncGenerator<Revised> {
  for await (const { before, after, said, since } of store.successions(selection)) {
    if (before.doc.source === after.doc.source) continue
    const found = revised(before, after, said, since)
    if (found) yield found
  }
}
