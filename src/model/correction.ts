import type { MentionType } from './mention.ts'

interface Signed {
  readonly reviewer: string
  /** ISO instant in UTC. */
  readonly at: string
  readonly note?: string
  /** The correction no longer holds. */
  readonly withdrawn?: true
}

/** What words name: another entity than errata chose, or (null) none at all. Holds against every later reading. */
export interface MentionCorrection extends Signed {
  readonly kind: 'mention'
  /** Exactly as they stand in the text. */
  readonly words: string
  /** Only in this document; everywhere when absent. */
  readonly doc?: string
  /** Only mentions of this type. */
  readonly type?: MentionType
  /** Id of the knowledge base. */
  readonly entity: string | null
}

/** A tombstone: the article is forgotten and does not come back, by its id or by its bytes. */
export interface Forgotten extends Signed {
  readonly kind: 'document'
  readonly doc: string
  /** sha-256 of its raw bytes, so that it does not come back under another name. */
  readonly source?: string
}

export type Correction = MentionCorrection | Forgotten

/** Tombstones among corrections that hold, by what an article is known by. */
export interface Tombstones {
  /** Why an article must not be read or stored: a reviewer has it forgotten, by its id or by its bytes. */
  reason(source: { readonly doc: string; readonly id: string }): string | undefined
}

/** @param corrections that hold (`holding`) */
export function tombstonesAmong(corrections: readonly Correction[]): Tombstones {
  const all = corrections.filter(correction => correction.kind === 'document')
  const byDoc = new Map(all.map(tombstone => [tombstone.doc, tombstone]))
  const bySource = new Map(all.map(tombstone => [tombstone.source, tombstone]))
  return {
    reason({ doc, id }) {
      const found = byDoc.get(doc) ?? bySource.get(id)
      return found && `forgotten by ${found.reviewer} on ${found.at.slice(0, 10)}`
    },
  }
}

/** What a correction is about: of those with one key the latest holds. */
export const correctionKey = (correction: Correction): string =>
  JSON.stringify(
    correction.kind === 'document'
      ? ['document', correction.doc]
      : ['mention', correction.words, correction.doc ?? null, correction.type ?? null],
  )

/** The latest word on each thing, of a log in any order; withdrawals among them, which outrank what a file still says. */
export function latestWords(log: readonly Correction[]): Correction[] {
  const latest = new Map<string, Correction>()
  for (const correction of log) {
    const before = latest.get(correctionKey(correction))
    if (!before || before.at <= correction.at) latest.set(correctionKey(correction), correction)
  }
  return [...latest.values()]
}

/** The corrections that hold, of a log in any order: the latest of each key, unless it withdraws. */
export const holding = (log: readonly Correction[]): Correction[] =>
  latestWords(log).filter(({ withdrawn }) => !withdrawn)
