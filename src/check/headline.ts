import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'

/** A first line longer than this is a paragraph. */
const LONGEST = 180

/**
 * Where the headline stands at the head of the text: the document's title, or a first line without a full stop that a blank
 * line parts from the body. Undefined when the text has none (a reader may keep the title apart).
 */
export function headline({ doc }: Pick<CheckContext, 'doc'>): Span | undefined {
  const { text, title } = doc
  if (title && text.startsWith(title)) return { start: 0, end: title.length }
  const end = text.search(/\r?\n\s*\r?\n/)
  if (end <= 0 || end > LONGEST || /[.!]$/.test(text.slice(0, end)) || text.slice(0, end).includes('\n'))
    return undefined
  return { start: 0, end }
}
