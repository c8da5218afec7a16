import type { Span } from '../model/span.ts'

/** A name as one of an extractor's finders sees it. */
export interface Found extends Span {
  readonly canonical: string
  /** `Entity.id`, where the words name an entry of the knowledge base. */
  readonly entity?: string
}
