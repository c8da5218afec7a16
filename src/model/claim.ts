import type { Mention, Values } from './mention.ts'
import type { Selector } from './span.ts'

export type Stance = 'asserted' | 'hedged' | 'denied' | 'alleged' | 'planned'

/** What is said, or what befell somebody, where no mention names it: the words as they stand, without quotation marks. */
export interface Words {
  readonly words: string
}

/** One thing one document says, in a form on which two documents can disagree. */
export interface Claim {
  /** `Link.key`: an entity's id, or the folded name when NIL. */
  readonly subject: string
  /** An entry of knowledge/predicates.ts. */
  readonly predicate: string
  /** A mention, an entity that a pronoun or description stands for, or plain words. */
  readonly object: Mention | { readonly entity: string } | Words
  /** When it is said to hold. */
  readonly time?: Values['date']
  /** Where it is said to hold: a `Link.key`. */
  readonly place?: string
  readonly stance: Stance
  /** Who is said to say so ("FireEye reported"): a `Link.key`. */
  readonly speaker?: string
  /** The words that say it. */
  readonly at: Selector
}

/** What two claims must share to be compared. */
export const keyOf = (claim: Claim): string => `${claim.subject}\u0000${claim.predicate}`
