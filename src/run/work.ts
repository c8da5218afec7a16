import type { Correction } from '../model/correction.ts'
import type { Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Knowledge } from '../model/stage.ts'
import type { Facts } from '../store/store.ts'
import { analyse, read } from './analyse.ts'
import { correctionsFor } from './correct.ts'
import type { Parts } from './parts.ts'
import type { Pipeline } from './pipeline.ts'
import type { PluginRef } from './plugin.ts'
import { checksOf } from './settings.ts'

/** What a worker needs to know beside the source; the same for all documents of a run. */
export interface WorkOptions {
  readonly checks: Pipeline['checks']
  readonly knowledge: Pipeline['knowledge']
  readonly plugins: readonly PluginRef[]
  /** Reviewers' corrections that hold. */
  readonly corrections: readonly Correction[]
}

/** A document's facts, or why there are none. */
export type Work = { readonly facts: Facts } | { readonly reason: string }

/** Read to check for one source. A document that errata cannot take, or fails on, gives the reason. */
export async function work(source: Source, knowledge: Knowledge, parts: Parts, options: WorkOptions): Promise<Work> {
  try {
    const doc = await read(source, parts)
    const { mentions, links, claims, flags } = analyse(
      doc,
      knowledge,
      checksOf(parts, options.checks),
      correctionsFor(doc.id, options.corrections),
      parts,
    )
    const index = new Map(mentions.map((mention, at) => [mention, at]))
    const stored = links.map(({ mention, key, entity, score }) => {
      const at = index.get(mention)
      if (at === undefined) throw new Error(`a link to a mention at ${mention.start} that is not of the document`)
      return { mention: at, key, ...(entity === null ? {} : { entity: entity.id }), score }
    })
    return { facts: { doc, mentions, links: stored, claims, flags } }
  } catch (error) {
    if (error instanceof InputError) return { reason: error.message }
    // One document must not take the others with it; the reason says that errata, not the document, is at fault.
    return {
      reason: `errata failed on it, please report this: ${(error as Error).stack ?? String(error)}`
        .split('\n')
        .slice(0, 2)
        .join(' '),
    }
  }
}
