import type { Span } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'

/** A word of the text. */
export interface Token extends Span {
  readonly text: string
  /** Begins with a capital letter, or is a number inside a name ("Area 1"). */
  readonly capital: boolean
  /** First word of a sentence, a line or a quotation: its capital says nothing. */
  readonly first: boolean
}

/** Words with inner apostrophes, dots, ampersands and hyphens; bounded, so that a run of letters without end stays linear. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.&'\u2019@\u2010-](?=[\p{L}\p{N}])){0,60}/gu

const CAPITAL = /^\p{Lu}|^\p{Ll}\p{Lu}/u

const cache = new WeakMap<ExtractContext, readonly Token[]>()

/** The words of a document, cut once and shared by the extractors. */
export function tokens(context: ExtractContext): readonly Token[] {
  const known = cache.get(context)
  if (known) return known
  const { text } = context
  const list: Token[] = []
  let previous = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const word = match[0].replace(/['\u2019]s$/i, '')
    const between = text.slice(previous, start)
    list.push({
      start,
      end: start + word.length,
      text: word,
      capital: CAPITAL.test(word),
      first: previous === 0 || /[\n.!?:"\u201c]/.test(between),
    })
    previous = start + match[0].length
  }
  cache.set(context, list)
  return list
}
