import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { TextMapBuilder } from '../model/text-map.ts'
import { type Content, contentDocument } from './content.ts'
import { decode } from './decode.ts'
import { type Element, isElement, isText, type Node, type Page, parseXml, type Text } from './positions.ts'

/** An item of an RSS, Atom or RDF feed; the raw source is its element, so the text maps through escapes and CDATA. */
export const feedItem: Reader = {
  id: 'feed-item',
  mediaTypes: ['application/x-errata-feed-item+xml'],
  read(source: Source, limits = LIMITS): Document {
    const { raw, encoding, notes } = decode(source, limits)
    const content = contentOf(parseXml(raw, limits))
    return contentDocument(source, content, { encoding, stated: { from: 'feed', fields: {} }, notes }, limits)
  },
}

/** Elements that hold an item's words, the fullest first, without their prefix. */
const HOLDERS = ['encoded', 'content', 'description', 'summary']

/** Prefixes of other vocabularies in which the same names mean pictures and films. */
const OTHERS = /^(?:media|itunes|podcast|googleplay|georss)$/i

function contentOf(page: Page): Content {
  const item = page.root.children.find(isElement)
  const fields = (item?.children ?? []).filter(isElement)
  for (const wanted of HOLDERS)
    for (const element of fields) {
      const [prefix, name] = element.name.includes(':') ? element.name.split(':') : ['', element.name]
      if (name?.toLowerCase() !== wanted || OTHERS.test(prefix ?? '')) continue
      const content = words(page, element, /(?:^|:)entry$/i.test(item?.name ?? ''))
      if (content.text.trim() !== '') return content
    }
  throw new InputError('an item without content: only a title or a link')
}

/** An element's words. Those of RSS are HTML by custom; Atom says what they are. */
function words(page: Page, element: Element, atom: boolean): Content {
  const type = element.attribs['type']?.toLowerCase() ?? (atom ? 'text' : 'html')
  if (type.includes('xhtml') || (!type.startsWith('text') && element.children.some(isElement)))
    return inline(page, element)
  const builder = new TextMapBuilder()
  for (const text of textsIn(element)) addPieces(builder, page, text)
  return { type: /^text(?:\/plain)?$/.test(type) ? 'plain' : 'html', ...builder.finish() }
}

/** Markup that stands in the feed as elements of its own. */
function inline({ raw }: Page, { children }: Element): Content {
  const start = children[0]?.startIndex ?? 0
  const end = (children.at(-1)?.endIndex ?? start - 1) + 1
  const text = raw.slice(start, end)
  return { type: 'html', text, map: text === '' ? [] : [0, start, text.length] }
}

/** All texts below an element, CDATA included, in their order. Its depth is limited by the parser. */
function textsIn(node: Node): Text[] {
  if (isText(node)) return [node]
  return 'children' in node ? node.children.flatMap(textsIn) : []
}

const CDATA = '<![CDATA['

function addPieces(builder: TextMapBuilder, { raw, pieces }: Page, text: Text): void {
  const places = pieces.get(text) ?? []
  for (let at = 0; at < places.length; at += 3) {
    const [offset = 0, rawStart = 0, rawEnd = 0, next = text.data.length] = places.slice(at, at + 4)
    const data = text.data.slice(offset, next)
    const start = raw.startsWith(CDATA, rawStart) ? rawStart + CDATA.length : rawStart
    if (raw.startsWith(data, start)) builder.verbatim(data, start)
    else builder.standsFor(data, rawStart, rawEnd)
  }
}
