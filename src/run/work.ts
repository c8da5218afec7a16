import { loadKnowledge } from '../knowledge/load.ts'
import type { Contents, ListBytes } from '../load/fetch/contents.ts'
import type { Packet } from '../load/packet.ts'
import type { Correction } from '../model/correction.ts'
import type { Document, Skipped, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Limits } from '../model/limits.ts'
import type { Mention } from '../model/mention.ts'
import type { Analysis } from '../model/stage.ts'
import type { Facts } from '../store/store.ts'
import { analyse, extract, read } from './analyse.ts'
import { bearing } from './correct.ts'
import { failure } from './failure.ts'
import { type Parts, partsWith } from './parts.ts'
import type { Pipeline } from './pipeline.ts'
import type { PluginRef } from './plugin.ts'
import { checksOf } from './settings.ts'

/** What threads make, by the name of the work. */
export interface Works {
  readonly read: Document
  readonly extract: { readonly doc: Document; readonly mentions: readonly Mention[] }
  readonly analyse: Analysis
  /** An analysis as it is stored. */
  readonly facts: Facts
  /** What a packet holds. */
  readonly open: readonly (Source | Skipped)[]
  /** What a feed or sitemap lists. */
  readonly list: Contents
}
export type Task = keyof Works
/** Works on a document. */
export type Job = Exclude<Task, 'open' | 'list'>

/** What they are given for it. */
export interface Given extends Readonly<Record<Job, Source>> {
  readonly open: Packet
  readonly list: ListBytes
}

/** What every thread needs to know. */
export interface TaskOptions<T extends Task = Task> {
  readonly job: T
  readonly limits: Limits
}

/** What a worker needs to know beside the source; the same for all documents of a run. */
export interface WorkOptions<J extends Job = Job> extends TaskOptions<J> {
  readonly checks: Pipeline['checks']
  readonly knowledge: Pipeline['knowledge']
  readonly plugins: readonly PluginRef[]
  /** Reviewers' corrections that hold. */
  readonly corrections: readonly Correction[]
}

/** What a source or packet gives, or why it gives nothing. */
export type Work<T extends Task = Task> = { readonly made: Works[T] } | { readonly reason: string }

/** What a work is done with, once it is ready. */
interface Ready {
  readonly parts: Parts
  readonly options: WorkOptions
}

/** What makes each work of a document; the knowledge base is loaded once, by the works that need it. */
const JOBS: { readonly [J in Job]: (ready: Ready) => Promise<(doc: Document) => Works[J]> } = {
  read: async () => doc => doc,
  extract: async ({ parts: { extractors }, options: { knowledge, limits } }) => {
    const known = await loadKnowledge(knowledge)
    return doc => ({ doc, mentions: extract(doc, known, { extractors, limits }) })
  },
  analyse: analysis,
  facts: async ready => {
    const analyse = await analysis(ready)
    return doc => stored(analyse(doc))
  },
}

async function analysis({ parts, options }: Ready): Promise<(doc: Document) => Analysis> {
  const { knowledge, corrections, limits } = options
  const known = await loadKnowledge(knowledge)
  const checks = checksOf(parts, options.checks)
  const corrected = bearing(corrections)
  const { extractors } = parts
  return doc => analyse(doc, known, checks, { corrections: corrected.of(doc.id), extractors, limits })
}

/** Links name their mention by its number. */
function stored({ doc, mentions, links, claims, flags }: Analysis): Facts {
  const index = new Map(mentions.map((mention, at) => [mention, at]))
  const numbered = links.map(({ mention, key, entity, score }) => {
    const at = index.get(mention)
    if (at === undefined) throw new Error(`a link to a mention at ${mention.start} that is not of the document`)
    return { mention: at, key, ...(entity === null ? {} : { entity: entity.id }), score }
  })
  return { doc, mentions, links: numbered, claims, flags }
}

/**
 * Gets ready for a work. What it then does with a source that errata cannot take, or fails on, is to give the reason.
 * @throws FatalError when the knowledge or a plugin cannot be loaded
 */
export async function worker<J extends Job>(options: WorkOptions<J>): Promise<(source: Source) => Promise<Work<J>>> {
  const parts = await partsWith(options.plugins)
  const make = await JOBS[options.job]({ parts, options })
  return async source => {
    try {
      return { made: make(await read(source, parts, options.limits)) }
    } catch (error) {
      return { reason: error instanceof InputError ? error.message : failure(error) }
    }
  }
}
