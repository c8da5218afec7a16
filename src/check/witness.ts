import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'

/** What is asked whether it can live with its publication date. */
export type Dated = Pick<CheckContext, 'doc' | 'text'>

/** One thing in the text that the publication date cannot live with. */
export interface Witness {
  readonly at: Span
  readonly note: string
  readonly confidence: number
}
