import type { Document, Source } from '../model/document.ts'
import type { Reader } from '../model/stage.ts'
import { articleNodes } from './article.ts'
import { blocksOf } from './blocks.ts'
import { textOf } from './blocks-text.ts'
import { makeDocument } from './document.ts'
import { parsePage } from './positions.ts'

/** Web pages: the article's text without what stands around it, each character with its place in the raw page. */
export const html: Reader = {
  id: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read(source: Source): Document {
    const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.bytes)
    const page = parsePage(raw)
    const nodes = articleNodes(page)
    const { text, map, masked } = textOf(
      page,
      blocksOf(page, node => nodes.has(node)),
    )
    return makeDocument({ id: source.doc, source: source.id, encoding: 'utf-8', text, map, masked })
  },
}
