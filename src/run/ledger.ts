import type { Correction } from '../model/correction.ts'
import type { Source } from '../model/document.ts'
import { correctionsFor } from './correct.ts'
import type { Pipeline } from './pipeline.ts'
import { codeVersion, inputHash, knowledgeVersion } from './version.ts'

/** The stage that the ledger knows: everything from bytes to flags, for one document. */
export const STAGE = 'analyse'

/** What decides beside a source what it gives. */
export interface Settings {
  readonly parts: readonly unknown[]
  readonly corrections: readonly Correction[]
}

/** What decides, the same for all sources of a pipeline, what they give. */
export const deciding = ({ checks, knowledge, plugins }: Pipeline): unknown[] => [
  codeVersion(),
  knowledgeVersion(knowledge),
  checks,
  ...plugins.map(({ name, version, hash }) => [name, version, hash]),
]

/** Everything that decides what a source gives; who corrected something, and when, does not. */
export function inputOf(
  { parts, corrections }: Settings,
  { id, doc, mediaType, charset, hints, stated }: Omit<Source, 'bytes' | 'path'>,
): string {
  const corrected = correctionsFor(doc, corrections).map(({ words, doc, type, entity }) => [words, doc, type, entity])
  return inputHash([...parts, id, doc, mediaType, charset, hints, stated, ...corrected])
}
