import type { Dropped } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { type TextMap, TextMapBuilder } from '../model/text-map.ts'
import { align } from './align.ts'
import { isIndicatorTable } from './indicators.ts'
import type { Node, Root, Table } from './markdown-tree.ts'

/** The text of a Markdown tree, and what was masked in it and left out of it. */
export interface MarkdownText {
  readonly text: string
  readonly map: TextMap
  readonly masked: readonly Span[]
  readonly dropped: readonly Dropped[]
}

/**
 * Text of a tree: blocks divided by newlines, cells of a table by tabs, inline markup without glue.
 * @param offset where in `raw` the parsed part begins
 */
export function markdownText(tree: Root, raw: string, offset: number): MarkdownText {
  const walk = new Walk(raw, offset)
  walk.node(tree)
  return walk.finish()
}

const BLOCKS = new Set(['paragraph', 'heading', 'code'])

/** Parents of blocks; raw HTML in others stands within a line. */
const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem'])

/** Tags that begin a new line. */
const LINE_TAG = /^<\/?(?:br|p|div|li|tr|h[1-6]|section|article|blockquote|table|ul|ol|hr|details|summary|center)\b/i

class Walk {
  readonly #builder = new TextMapBuilder()
  readonly #masked: Span[] = []
  readonly #dropped: Dropped[] = []
  readonly #raw: string
  readonly #offset: number
  /** Raw end of what was added last, and what must stand between it and what comes next. */
  #last = 0
  #gap = ''

  constructor(raw: string, offset: number) {
    this.#raw = raw
    this.#offset = offset
    this.#last = offset
  }

  finish(): MarkdownText {
    return { ...this.#builder.finish(), masked: this.#masked, dropped: this.#dropped }
  }

  /** Adds a node. Depth of recursion is bounded by `checkMarkdown`. */
  node(node: Node, flow = true): void {
    const { start, end } = this.#place(node)
    const block = BLOCKS.has(node.type) || (flow && node.type === 'html')
    if (block) this.#gap ||= '\n'
    const from = this.#next()
    switch (node.type) {
      case 'text':
        this.#text(node.value, start, end)
        break
      case 'inlineCode':
        this.#code(node.value, start, end)
        if (!/^[\p{L}\p{N}-]+$/u.test(node.value)) this.#mask(from)
        break
      case 'code':
        this.#code(node.value, start, end)
        this.#mask(from)
        break
      case 'break':
        this.#gap = '\n'
        break
      case 'html':
        this.#html(node.value, start, end)
        break
      case 'image':
      case 'imageReference':
        this.#dropped.push({ start, end, reason: 'image' })
        break
      case 'definition':
        this.#dropped.push({ start, end, reason: 'link target' })
        break
      case 'table':
        this.#table(node)
        break
      default:
        if ('children' in node) for (const child of node.children) this.node(child, CONTAINERS.has(node.type))
    }
    if (block && this.#builder.length > 0) this.#gap = '\n'
  }

  #place(node: Node): Span {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) throw new RangeError(`a ${node.type} without a place`)
    return { start: start + this.#offset, end: end + this.#offset }
  }

  #table(table: Table): void {
    this.#gap = '\n'
    const from = this.#next()
    for (const row of table.children) {
      this.#gap = '\n'
      row.children.forEach((cell, index) => {
        if (index > 0) this.#gap = this.#gap === '\n' ? '\n' : '\t'
        for (const child of cell.children) this.node(child, false)
      })
    }
    this.#gap = '\n'
    const cells = table.children.slice(1).flatMap(row => row.children)
    if (isIndicatorTable(cells.map(cell => this.#raw.slice(this.#place(cell).start, this.#place(cell).end))))
      this.#mask(from)
  }

  #text(value: string, start: number, end: number): void {
    if (value === '') return
    this.#divide(start)
    if (this.#raw.startsWith(value, start) && !value.includes('\n')) this.#builder.verbatim(value, start)
    else if (!align(this.#builder, value, this.#raw, start, end)) this.#builder.standsFor(value, start, end)
    this.#last = end
  }

  /** Code: verbatim where it stands in one piece between its fences, else as a whole. */
  #code(value: string, start: number, end: number): void {
    if (value === '') return
    this.#divide(start)
    const raw = this.#raw.slice(start, end)
    const fence = /^(?:(?:`{3,50}|~{3,50})[^\n]{0,200}\n|`{1,50} ?)/.exec(raw)?.[0].length ?? 0
    if (raw.startsWith(value, fence)) this.#builder.verbatim(value, start + fence)
    else this.#builder.standsFor(value, start, end)
    this.#last = end
  }

  /** The words between the tags of raw HTML; comments, scripts and styles are left out. */
  #html(value: string, start: number, end: number): void {
    if (!this.#raw.startsWith(value, start)) {
      this.#dropped.push({ start, end, reason: 'html' })
      return
    }
    const markup = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]{0,2000}>/gi
    let from = 0
    const add = (to: number): void => {
      const piece = value.slice(from, to)
      const words = this.#gap === '' ? piece : piece.trimStart()
      if (words.trim() === '') return
      const at = start + to - words.length
      this.#divide(at)
      this.#builder.verbatim(words, at)
      this.#last = at + words.length
    }
    for (const match of value.matchAll(markup)) {
      const [tag, hidden] = match
      add(match.index)
      from = match.index + tag.length
      if (LINE_TAG.test(tag)) this.#gap = '\n'
      if (hidden !== undefined || tag.startsWith('<!--'))
        this.#dropped.push({ start: start + match.index, end: start + from, reason: 'html' })
    }
    add(value.length)
  }

  /** What stands between two blocks, cells or lines; it stands for the markup between them. */
  #divide(start: number): void {
    if (this.#gap && this.#builder.length > 0) this.#builder.standsFor(this.#gap, Math.min(this.#last, start), start)
    this.#gap = ''
  }

  /** Where in the text the next words will begin. */
  #next(): number {
    return this.#builder.length + (this.#gap && this.#builder.length > 0 ? 1 : 0)
  }

  #mask(from: number): void {
    if (this.#builder.length > from) this.#masked.push({ start: from, end: this.#builder.length })
  }
}
