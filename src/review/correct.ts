import { type Correction, holding, type MentionCorrection } from '../model/correction.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'
import type { By } from './decide.ts'

const signed = ({ reviewer, note }: By) => ({ reviewer, at: new Date().toISOString(), ...(note ? { note } : {}) })

/** What a reviewer says of words: which entity they name (null: none), in one document or everywhere. */
export type Naming = Pick<MentionCorrection, 'words' | 'doc' | 'type' | 'entity'>

/** Corrects what words name; the next run reads the articles that it bears on again. */
export async function correctMention(store: Store, naming: Naming, by: By): Promise<Correction> {
  const correction: Correction = { kind: 'mention', ...naming, ...signed(by) }
  await store.correct(correction)
  return correction
}

/** Takes a correction of words back. @throws FatalError 2 when there is none */
export async function withdrawMention(store: Store, naming: Omit<Naming, 'entity'>, by: By): Promise<void> {
  const { words, doc, type } = naming
  const found = holding(await store.corrections()).find(
    other => other.kind === 'mention' && other.words === words && other.doc === doc && other.type === type,
  )
  if (!found) throw new FatalError(`\u201c${words}\u201d: there is no such correction`, EXIT.usage)
  await store.correct({ ...found, ...signed(by), withdrawn: true })
}

/**
 * Takes an article out of the store and leaves a tombstone, so that no later run brings it back, under its name or another.
 * @throws FatalError 2 when the store has no such article
 */
export async function forget(store: Store, doc: string, by: By): Promise<Correction> {
  const found = await store.document(doc)
  if (!found) throw new FatalError(`${doc}: the store has no such article ("errata export documents")`, EXIT.usage)
  const tombstone: Correction = { kind: 'document', doc, source: found.source, ...signed(by) }
  await store.correct(tombstone)
  return tombstone
}

/** Takes a tombstone away: the next run reads the article again. @throws FatalError 2 when there is none */
export async function recall(store: Store, doc: string, by: By): Promise<void> {
  const found = holding(await store.corrections()).find(other => other.kind === 'document' && other.doc === doc)
  if (!found) throw new FatalError(`${doc}: no such article was forgotten`, EXIT.usage)
  await store.correct({ ...found, ...signed(by), withdrawn: true })
}
