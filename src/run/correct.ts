import {
  type Correction,
  holding,
  type MentionCorrection,
  type Tombstones,
  tombstonesAmong,
} from '../model/correction.ts'
import type { Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import type { Knowledge } from '../model/stage.ts'
import type { Store } from '../store/store.ts'

/**
 * The corrections that hold, of the store and of the team's file. Articles that the file forgets are taken out of the store.
 * @param given the corrections of the team's file
 */
export async function takeCorrections(store: Store, given: readonly Correction[]): Promise<Correction[]> {
  const forgotten = given.filter(({ kind }) => kind === 'document')
  if (forgotten.length > 0) await store.correct(...forgotten)
  return lookAtCorrections(store, given)
}

/** The same without a change of the store, for a look at what a run would do. */
export const lookAtCorrections = async (store: Store, given: readonly Correction[]): Promise<Correction[]> =>
  holding([...(await store.corrections()), ...given])

/** Corrections by what they bear on. */
export interface Bearing {
  /** Those of mentions that bear on a document. */
  of(doc: string): readonly MentionCorrection[]
  readonly forgotten: Tombstones['reason']
}

/** Corrections, which may be as many as the documents, by what they bear on. */
export function bearing(corrections: readonly Correction[]): Bearing {
  const mentions = Map.groupBy(
    corrections.filter(correction => correction.kind === 'mention'),
    ({ doc }) => doc,
  )
  return {
    of: doc => [...(mentions.get(undefined) ?? []), ...(mentions.get(doc) ?? [])],
    forgotten: tombstonesAmong(corrections).reason,
  }
}

/** Types whose value is a canonical name: a correction may take a mention from one to another. */
const NAMED: ReadonlySet<string> = new Set(['actor', 'malware', 'tool', 'organization', 'person', 'sector'])

/** A reviewer's word on some mentions of one document. */
export interface Corrector {
  /** Mentions without those that name nothing, and with the entity that a reviewer gave. */
  mentions(found: readonly Mention[]): Mention[]
  /** Links in which a reviewer's entity outranks every other reading. */
  links(found: readonly Link[]): Link[]
}

/** @param corrections those that bear on the document; of several on one mention the most particular holds */
export function corrector(corrections: readonly MentionCorrection[], knowledge: Knowledge): Corrector {
  const rank = ({ doc, type }: MentionCorrection): number => (doc === undefined ? 0 : 2) + (type === undefined ? 0 : 1)
  const byWords = Map.groupBy(
    corrections.toSorted((a, b) => rank(b) - rank(a)),
    ({ words }) => words,
  )
  const given = new Map<Mention, string>()
  return {
    mentions: found =>
      found.flatMap(mention => {
        const { text, type } = mention
        const correction = byWords.get(text)?.find(one => one.type === undefined || one.type === type)
        if (!correction) return [mention]
        if (correction.entity === null) return []
        const corrected = named(mention, correction.entity, knowledge)
        given.set(corrected, correction.entity)
        return [corrected]
      }),
    links: found =>
      found.map(link => {
        const id = given.get(link.mention)
        if (id === undefined) return link
        return { mention: link.mention, entity: knowledge.get(id) ?? null, key: id, score: 1, reason: 'reviewer' }
      }),
  }
}

function named(mention: Mention, id: string, knowledge: Knowledge): Mention {
  const entity = knowledge.get(id)
  if (!entity || !NAMED.has(entity.type) || !NAMED.has(mention.type)) return { ...mention, entity: id }
  return { ...mention, type: entity.type, value: { canonical: entity.name }, entity: id } as Mention
}
