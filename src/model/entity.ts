import type { Mention, MentionType } from './mention.ts'

/**
 * How a name may be matched in text: `exact` as written (APT38), `ci` without regard to case (multi-word names),
 * `context` only beside a cue of its type or a second name of the same entity (names that are ordinary words).
 */
export type Match = 'exact' | 'ci' | 'context'

/** One name of an entity, and who says so. Names are many-to-many: the same text may stand under several entities. */
export interface EntityName {
  readonly text: string
  /** The producer that uses the name (Microsoft, CrowdStrike …), where a source says so. */
  readonly by?: string
  /** Ids of the knowledge-base sources that list it. */
  readonly sources: readonly string[]
  readonly match: Match
  /** For countries: what kind of name. `government` also covers capitals and leaders used for the state. */
  readonly role?: 'name' | 'demonym' | 'capital' | 'government'
}

/** One statement of one source about an entity. Sources disagree; all statements stay. */
export interface Fact {
  /** country, same-as, distinct-from, part-of, overlaps, related-to, uses, first-seen … */
  readonly predicate: string
  /** ISO code, entity id or date, as the predicate wants. */
  readonly value: string
  /** Id of the knowledge-base source. */
  readonly source: string
  /** 0–100, where the source gives one. */
  readonly confidence?: number
  /** Why the source says so: synonym, own entry, description … */
  readonly basis?: string
}

/** A thing in the knowledge base that mentions may name. */
export interface Entity {
  /** errata's own, never re-used: "actor/apt38", "country/kp"; the sources' ids stand in `ids`. */
  readonly id: string
  readonly type: MentionType | 'campaign' | 'technique' | 'region' | 'currency'
  readonly name: string
  readonly names: readonly EntityName[]
  readonly facts: readonly Fact[]
  readonly ids: Readonly<Record<string, string>>
}

/** Entity linking: what a mention names. `null` (NIL): nobody we know. */
export interface Link<M = Mention> {
  readonly mention: M
  readonly entity: Entity | null
  /** Canonical key of what is named: the entity's id, or `type:folded name` when NIL; short forms share the full name's key. */
  readonly key: string
  /** 0 to 1: how sure the choice is. 0 for NIL. */
  readonly score: number
  /** Why this entity: see link/link.ts. */
  readonly reason?: LinkReason
  /** Ids of other entities that bear the same name. */
  readonly others?: readonly string[]
}

/**
 * `own-name` the words are the entity's own name · `only-name` no other entity bears it · `context` the document names its
 * country, another of its names or its malware · `first-listed` nothing decided between several · `listed` the extractor knew
 * it by other means · `nil` nobody we know · `reviewer` a reviewer said so.
 */
export type LinkReason = 'own-name' | 'only-name' | 'context' | 'first-listed' | 'listed' | 'nil' | 'reviewer'
