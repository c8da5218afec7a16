import type { Check, Knowledge } from '../model/stage.ts'
import { type FlagGroup, groupFlags } from '../report/group.ts'
import type { ReportDocument, ReportFlag } from '../report/report.ts'
import { reportDocument } from '../run/stored-report.ts'
import type { Facts, Store } from '../store/store.ts'
import { standingIn } from './book.ts'
import type { Notices } from './pages/notice.ts'
import type { Queue } from './queue.ts'
import type { TeamFile } from './team.ts'
import type { Trail } from './trail.ts'

/** What every page of the server is made from. */
export interface Desk {
  readonly store: Store
  /** The database that printed commands must name (`Report.db`). */
  readonly db?: string
  readonly knowledge: Pick<Knowledge, 'version' | 'get' | 'sourceRef' | 'candidates'>
  readonly checks: readonly Pick<Check, 'id' | 'severity' | 'title' | 'why'>[]
  readonly queue: () => Promise<Queue>
  /** The team's file, where there is one. */
  readonly team?: TeamFile
  readonly notices: Notices
  readonly trail: Trail
  /** Every form brings it back. */
  readonly token: string
  /** Who decides on these pages. */
  readonly reviewer: string
}

/** Documents fetched for one page at most; places in further ones are shown by the words that the flag itself keeps. */
const FETCHED = 16

/** A present document with everything found in it, and its flags by cause as they stand. */
export interface OnDesk {
  readonly item: ReportDocument
  readonly groups: readonly FlagGroup[]
}

/** One document; undefined when it is not in the store. */
export async function documentOnDesk({ store }: Desk, queue: Queue, id: string): Promise<OnDesk | undefined> {
  const facts = await factsOf(store, id)
  if (!facts) return undefined
  const flags = facts.flags.map((flag): ReportFlag => {
    const known = queue.items.get(flag.fingerprint)
    if (!known) return { ...flag, status: 'open' }
    const reopened = known.reopened && { reopened: known.reopened.because }
    return { ...flag, ...standingIn(known, id), ...reopened }
  })
  return { item: await reportDocument(store, facts), groups: groupFlags(flags) }
}

/** A flag that its document no longer has, as a cause of its own. */
export async function fixedOnDesk({ store }: Desk, fingerprint: string): Promise<FlagGroup | undefined> {
  const stored = (await store.flag(fingerprint)).find(({ status }) => status === 'fixed')
  if (!stored) return undefined
  const { flag, status, decision } = stored
  return groupFlags([{ ...flag, status, ...(decision ? { decision } : {}) }])[0]
}

/** The documents that some causes take their evidence from. */
export async function evidenceOf(
  { store }: Desk,
  groups: readonly FlagGroup[],
  known: ReportDocument,
): Promise<ReadonlyMap<string, ReportDocument>> {
  const ids = new Set(groups.flatMap(({ flags }) => flags.flatMap(flag => flag.evidence.map(({ at }) => at.doc))))
  ids.delete(known.doc.id)
  const found = new Map([[known.doc.id, known]])
  for (const id of [...ids].slice(0, FETCHED)) {
    const facts = await factsOf(store, id)
    if (facts) found.set(id, await reportDocument(store, facts))
  }
  return found
}

async function factsOf(store: Store, only: string): Promise<Facts | undefined> {
  for await (const facts of store.facts({ only })) return facts
  return undefined
}
