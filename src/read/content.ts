import type { Document, Source, Stated } from '../model/document.ts'
import { LIMITS, type Limits } from '../model/limits.ts'
import { composed, identityMap, type TextMap, toRaw } from '../model/text-map.ts'
import { asides } from './aside.ts'
import { makeDocument } from './document.ts'
import { pageArticle } from './html.ts'
import { metadata } from './stated.ts'

/** The words that a container holds: the content of a feed's item, the part of a mail that is read. */
export interface Content {
  readonly type: 'html' | 'plain'
  readonly text: string
  /** From `text` to the raw source. */
  readonly map: TextMap
}

/** What goes with the content beside the source itself. */
export interface Around {
  readonly encoding: string
  readonly stated: Stated
  readonly notes: readonly string[]
}

/**
 * A document of content that stands in a container, each character with its place in the container's raw source.
 * @throws InputError when it holds no words, or breaks a limit
 */
export function contentDocument(
  source: Source,
  content: Content,
  { encoding, stated, notes }: Around,
  limits = LIMITS,
): Document {
  const { text, map, masked, dropped, notes: own } = content.type === 'html' ? ofPage(content, limits) : ofText(content)
  const parts = { id: source.doc, source: source.id, encoding, text, map, masked, dropped }
  const fields = metadata(source, stated, [...notes, ...own])
  return makeDocument({ ...parts, ...fields }, { wrapped: content.type === 'plain' })
}

const ofText = ({ text, map }: Content) => ({ text, map, masked: asides(text), dropped: [], notes: [] })

function ofPage({ text: page, map: inner }: Content, limits: Limits) {
  const { text, map, masked, dropped, notes } = pageArticle(page, limits)
  return {
    text,
    map: composed(map, text.length, inner, page.length),
    masked,
    dropped: dropped.map(({ reason, ...span }) => {
      const { start, end } = toRaw(inner, page.length, span)
      return { start, end, reason }
    }),
    notes,
  }
}

/** Content that is its raw source as it stands. */
export const verbatim = (type: Content['type'], text: string): Content => ({ type, text, map: identityMap(text) })
