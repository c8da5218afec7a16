import type { Source } from '../model/document.ts'
import { sha256 } from '../model/sha256.ts'
import type { Store } from '../store/store.ts'
import type { Bearing } from './correct.ts'
import type { PacketMemory } from './packets.ts'
import type { Pipeline } from './pipeline.ts'
import { codeHash, codeVersion, inputHash, knowledgeVersion } from './version.ts'

/** The stage that the ledger knows: everything from bytes to flags, for one document. */
export const STAGE = 'analyse'

/** What decides beside a source what it gives. */
export interface Settings {
  readonly parts: readonly unknown[]
  readonly corrections: Bearing
}

/** What a run was told to do again although the ledger knows it. */
export interface Again {
  /** Work on everything, whatever the ledger says. */
  readonly full: boolean
  /** Work again on what failed before. */
  readonly retrySkipped: boolean
}

/** What decides, the same for all sources of a pipeline, what they give. */
export const deciding = ({ checks, knowledge, plugins }: Pipeline): unknown[] => [
  codeVersion(),
  knowledgeVersion(knowledge),
  checks,
  ...plugins.map(({ name, version, hash }) => [name, version, hash]),
]

/** A source without its bytes: what the ledger tells it by. */
export type Known = Omit<Source, 'bytes' | 'path'>

/** Everything that decides what a source gives; who corrected something, and when, does not. */
function inputOf({ parts, corrections }: Settings, source: Known): string {
  const { id, doc, mediaType, charset, hints, stated } = source
  const corrected = corrections.of(doc).map(({ words, doc, type, entity }) => [words, doc, type, entity])
  return inputHash([...parts, id, doc, mediaType, charset, hints, stated, ...corrected])
}

/** What there is to do about a source. */
export type Due =
  /** @param input goes into the ledger with what comes of it */
  | { readonly does: 'work'; readonly input: string }
  | { readonly does: 'nothing' }
  | { readonly does: 'skip'; readonly reason: string }

/** Looks a source up: is it forgotten, is it new or changed, was it done, or did it fail before and is not to be tried again? */
export async function dueFor(source: Known, store: Store, settings: Settings, again: Again): Promise<Due> {
  const forgotten = settings.corrections.forgotten(source)
  if (forgotten !== undefined) return { does: 'skip', reason: forgotten }
  const input = inputOf(settings, source)
  const entry = await store.ledger(STAGE, source.doc)
  if (again.full || entry?.input !== input) return { does: 'work', input }
  if (entry.state === 'done') return { does: 'nothing' }
  return again.retrySkipped ? { does: 'work', input } : { does: 'skip', reason: entry.error ?? 'skipped before' }
}

/** What the ledger knows of packets that broke a limit: they stand in it under their paths. */
export function packetMemory(store: Store, { parts }: Settings, again: Again): PacketMemory {
  let code: string | undefined
  return {
    inputOf({ format, bytes, from }) {
      code ??= codeHash(['load', 'mime'])
      return inputHash([...parts, code, format, sha256(bytes), from])
    },
    async failed(path, input) {
      if (again.full || again.retrySkipped) return undefined
      const entry = await store.ledger(STAGE, path)
      return entry?.input === input ? entry.error : undefined
    },
  }
}
