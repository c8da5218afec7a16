import type { Document, Source, Stated } from '../model/document.ts'
import { LIMITS } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { asides } from './aside.ts'
import { decode } from './decode.ts'
import { makeDocument } from './document.ts'
import { frontMatter } from './front-matter.ts'
import { readHeader } from './header.ts'
import { checkMarkdown } from './markdown-limits.ts'
import { markdownText } from './markdown-text.ts'
import { type Node, parseMarkdown, type Root } from './markdown-tree.ts'
import { metadata } from './stated.ts'

/**
 * Markdown: the text as a reader sees it, without markup, link targets and images; code and tables of indicators are
 * masked.
 */
export const markdown: Reader = {
  id: 'markdown',
  mediaTypes: ['text/markdown'],
  read(source: Source, limits = LIMITS): Document {
    const { raw, start, encoding, notes } = decode(source, limits)
    const head = headOf(raw, start)
    const body = raw.slice(head.end)
    checkMarkdown(body)
    const tree = parseMarkdown(body)
    const { text, map, masked, dropped } = markdownText(tree, raw, head.end)
    const stated = { from: head.from, fields: { ...titleOf(tree), ...head.fields } }
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding,
      text,
      map,
      masked: [...masked, ...asides(text)].sort((a, b) => a.start - b.start),
      dropped: head.end > start ? [{ start, end: head.end, reason: head.from }, ...dropped] : dropped,
      ...metadata(source, stated, [...notes, ...head.notes], text),
    })
  },
}

/** Front matter, or a header block as plain text has it. */
function headOf(raw: string, start: number): Stated & { end: number; notes: readonly string[] } {
  const matter = frontMatter(raw, start)
  if (matter) return { from: 'front-matter', ...matter }
  const header = raw[start] === '<' ? undefined : readHeader(raw, start)
  return { from: 'header', fields: header?.fields ?? {}, end: header?.start ?? start, notes: [] }
}

/** The first heading, when it is of the first level and nothing stands before it. */
function titleOf(tree: Root): { title?: string } {
  const [first] = tree.children
  if (first?.type !== 'heading' || first.depth !== 1) return {}
  const title = wordsOf(first).replace(/\s+/g, ' ').trim()
  return title ? { title } : {}
}

function wordsOf(node: Node): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
