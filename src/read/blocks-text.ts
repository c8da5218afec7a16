import type { Span } from '../model/span.ts'
import { type TextMap, TextMapBuilder } from '../model/text-map.ts'
import type { Block } from './blocks.ts'
import type { Page, Text } from './positions.ts'

/** White space of the text: HTML's own, and the no-break space, which pages use for layout. */
const SPACE = /[ \t\n\r\f\u00a0]/
/** Hints for line breaks inside words, which nobody sees: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/
/** What is not copied as it stands. */
const SPECIAL = /[ \t\n\r\f\u00a0\u00ad\u200b\u2060\ufeff]/g

/** Text of blocks, its map to the raw page, and the spans of code in it. */
export interface PageText {
  readonly text: string
  readonly map: TextMap
  readonly masked: readonly Span[]
}

/** Joins blocks by newlines (cells of a table row by tabs), white space collapsed except in preformatted blocks. */
export function textOf(page: Page, blocks: readonly Block[]): PageText {
  const writer = new Writer(page)
  for (const block of blocks) writer.block(block)
  return writer.finish()
}

class Writer {
  readonly #page: Page
  readonly #builder = new TextMapBuilder()
  readonly #masked: Span[] = []
  #preformatted = false
  /** What goes before the next word: white space with its raw range, or a boundary, whose range ends at that word. */
  #gap: { readonly text: string; readonly start: number; readonly end: number | undefined } | undefined
  /** Raw end of what was written last. */
  #rawEnd = 0

  constructor(page: Page) {
    this.#page = page
  }

  finish(): PageText {
    return { ...this.#builder.finish(), masked: this.#masked }
  }

  block({ cell, preformatted, inlines }: Block): void {
    this.#preformatted = preformatted
    this.#gap = this.#builder.length > 0 ? { text: cell ? '\t' : '\n', start: this.#rawEnd, end: undefined } : undefined
    for (const { text, code } of inlines) {
      const before = this.#builder.length
      this.#node(text)
      if (code && this.#builder.length > before) this.#masked.push({ start: before, end: this.#builder.length })
    }
  }

  #node(node: Text): void {
    const pieces = this.#page.pieces.get(node) ?? []
    for (let at = 0; at < pieces.length; at += 3) {
      const start = pieces[at + 1] ?? 0
      const end = pieces[at + 2] ?? 0
      const data = node.data.slice(pieces[at], pieces[at + 3] ?? node.data.length)
      if (data === this.#page.raw.slice(start, end)) this.#copy(data, start)
      else if (SPACE.test(data)) this.#space(data, start, end)
      else if (!INVISIBLE.test(data)) this.#word(data, start, end)
    }
  }

  /** Raw text as it stands, but for white space and what is invisible. */
  #copy(data: string, rawStart: number): void {
    let from = 0
    for (const { 0: char, index } of data.matchAll(SPECIAL)) {
      this.#word(data.slice(from, index), rawStart + from, rawStart + index)
      from = index + 1
      if (SPACE.test(char)) this.#space(char, rawStart + index, rawStart + from)
    }
    this.#word(data.slice(from), rawStart + from, rawStart + data.length)
  }

  #space(char: string, start: number, end: number): void {
    const gap = this.#gap
    if (this.#builder.length === 0 || (gap && gap.end === undefined)) return
    if (!this.#preformatted) this.#gap = { text: ' ', start: gap?.start ?? start, end }
    else if (char !== '\r')
      this.#gap = { text: (gap?.text ?? '') + (char === '\u00a0' ? ' ' : char), start: gap?.start ?? start, end }
  }

  #word(data: string, start: number, end: number): void {
    if (!data) return
    if (this.#gap) this.#write(this.#gap.text, this.#gap.start, this.#gap.end ?? start)
    this.#gap = undefined
    this.#write(data, start, end)
    this.#rawEnd = end
  }

  #write(text: string, start: number, end: number): void {
    if (this.#page.raw.slice(start, end) === text) this.#builder.verbatim(text, start)
    else this.#builder.standsFor(text, start, end)
  }
}
