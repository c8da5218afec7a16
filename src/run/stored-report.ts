import { knowledgeToCite } from '../knowledge/load.ts'
import { droppedWords } from '../read/dropped.ts'
import { rawText } from '../read/raw.ts'
import type { Report, ReportDocument, ReportFlag } from '../report/report.ts'
import type { Facts, FlagFilter, Store, StoredFlag, StoredRun } from '../store/store.ts'
import { partsWith } from './parts.ts'
import { mostRestrictive, type Pipeline, type Tlp } from './pipeline.ts'
import type { PluginRef } from './plugin.ts'
import { reviewedFlags, teamFile, wanted } from './reviewed.ts'
import { revisions } from './revised.ts'
import { checksOf } from './settings.ts'
import { skippedInputs } from './skipped.ts'
import { packageVersion } from './version.ts'

/** Which flags a report shows, and how. */
export interface ReportOptions {
  /** Flags of severity note too. */
  readonly notes: boolean
  readonly status: FlagFilter
  /** Compares with this run: flags are new or not, and those that have gone from their article come too. */
  readonly since?: number
  readonly tlp?: Tlp
  /** The database that printed commands must name (`Report.db`). */
  readonly db?: string
  readonly checks: Pipeline['checks']
  /** The user's own files of entities. */
  readonly knowledge: Pipeline['knowledge']
  /** The team's file of decisions and rules. */
  readonly suppressions?: string
  readonly plugins?: readonly PluginRef[]
}

/** A report over everything that the store holds now; documents are read when a writer asks for them. */
export async function storedReport(store: Store, options: ReportOptions): Promise<Report> {
  const { documents, characters, mentions, claims } = await store.totals()
  const since = options.since === undefined ? undefined : await store.run(options.since)
  const tlp = mostRestrictive([options.tlp, ...(await store.markings())])
  const knowledge = await knowledgeToCite(options.knowledge)
  return {
    version: packageVersion(),
    knowledge,
    ...(tlp === undefined ? {} : { tlp }),
    ...(options.db === undefined ? {} : { db: options.db }),
    checks: checksOf(await partsWith(options.plugins), options.checks),
    figures: { documents, characters, mentions, claims },
    skipped: await skippedInputs(store),
    flags: await flags(store, options, since),
    revised: await Array.fromAsync(revisions(store, options.since === undefined ? {} : { since: options.since })),
    copies: await Array.fromAsync(store.copies()),
    ...(since === undefined ? {} : { since: `run ${since.id} of ${since.startedAt.slice(0, 10)}` }),
    documents: async function* () {
      for await (const facts of store.facts()) yield reportDocument(store, facts)
    },
    document: async id => {
      for await (const facts of store.facts({ only: id })) return reportDocument(store, facts)
      return undefined
    },
  }
}

async function flags(store: Store, options: ReportOptions, since: StoredRun | undefined): Promise<ReportFlag[]> {
  const found: ReportFlag[] = []
  for await (const stored of reviewedFlags(store, await teamFile(options.suppressions)))
    if (wanted(stored, options, since)) found.push(shown(stored, since))
  return found
}

function shown({ flag, status, decision, reopened, run, fixedIn }: StoredFlag, since?: StoredRun): ReportFlag {
  const state = fixedIn !== undefined ? 'absent' : since !== undefined && run > since.id ? 'new' : 'unchanged'
  return {
    ...flag,
    status,
    ...(decision ? { decision } : {}),
    ...(reopened ? { reopened: reopened.because } : {}),
    ...(since === undefined ? {} : { state }),
  }
}

/** A document as reports show it, with the words that the reader dropped from its source. */
export async function reportDocument(store: Store, facts: Facts): Promise<ReportDocument> {
  const { doc, mentions, links, claims } = facts
  const named = links.flatMap(({ mention, key }) => {
    const found = mentions[mention]
    return found ? [{ mention: found, key }] : []
  })
  const copies = await store.copiesOf(doc.id)
  const revised = await Array.fromAsync(revisions(store, { only: doc.id }))
  const item = {
    doc,
    mentions,
    links: named,
    claims,
    ...(copies ? { copies } : {}),
    ...(revised.length > 0 ? { revised } : {}),
  }
  const source = doc.dropped.length === 0 ? undefined : await store.source(doc.source)
  if (!source) return item
  const raw = await rawText(source.bytes, doc.encoding)
  return { ...item, dropped: await droppedWords(raw, source.mediaType, doc) }
}
