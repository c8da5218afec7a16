import { type Claim, keyOf } from '../model/claim.ts'
import type { Mention } from '../model/mention.ts'
import { type Selector, type Span, select } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { sentenceAt } from './sentence-at.ts'

/** What the stages before found in a document. */
export interface Checked extends Omit<CheckContext, 'titleMentions' | 'related' | 'select' | 'sentence'> {
  /** Reads the figures of a title that stands apart; most checks never ask. */
  readonly titleMentions?: () => readonly Mention[]
}

/** What checks see of a document: what was found in it, and what is worked out when first asked for. */
export class Context implements CheckContext {
  readonly doc
  readonly dated
  readonly mentions
  readonly text
  readonly links
  readonly claims
  readonly knowledge
  readonly #title
  #titled: readonly Mention[] | undefined
  #byKey: ReadonlyMap<string, readonly Claim[]> | undefined

  constructor({ doc, dated, mentions, text, links, claims, knowledge, titleMentions }: Checked) {
    this.doc = doc
    this.dated = dated
    this.mentions = mentions
    this.text = text
    this.links = links
    this.claims = claims
    this.knowledge = knowledge
    this.#title = titleMentions
  }

  get titleMentions(): readonly Mention[] {
    this.#titled ??= this.#title?.() ?? []
    return this.#titled
  }

  // Checks take these out of their context: they keep it.
  readonly related = (claim: Claim): readonly Claim[] => {
    this.#byKey ??= Map.groupBy(this.claims, keyOf)
    return this.#byKey.get(keyOf(claim)) ?? []
  }
  readonly select = (span: Span): Selector => select(this.doc, span)
  readonly sentence = (position: number): Span => sentenceAt(this.doc, position)
}
