import type { MentionType } from './mention.ts'
import type { Selector } from './span.ts'

/** Words in one revision of an article, in the sentence that they stand in. */
export interface Wording {
  readonly at: Selector
  readonly sentence: string
  /** Where the words begin in `sentence`. */
  readonly offset: number
}

/** A figure, name or date that one revision of an article gives, and what the next gives in its place. */
export interface Change {
  readonly type: MentionType
  readonly before: Wording
  readonly after: Wording
}

/** What a publisher changed between two revisions of an article that errata read. */
export interface Revised {
  readonly doc: string
  /** When errata first read the earlier revision, and the later one: ISO instants. */
  readonly said: string
  readonly since: string
  /** Whether the later revision says that something was corrected or updated. */
  readonly announced: boolean
  readonly title?: { readonly before: string; readonly after: string }
  readonly published?: { readonly before: string; readonly after: string }
  /** By place in the later revision. */
  readonly changes: readonly Change[]
}

/** Articles that are copies of one another. */
export interface CopyGroup {
  /** The one that was stored first. */
  readonly doc: string
  readonly copies: readonly {
    readonly doc: string
    /** Estimated share of four-word runs in common with the first, 0 to 1. */
    readonly likeness: number
  }[]
}
