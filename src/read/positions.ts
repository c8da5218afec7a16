import { DomHandler, Parser, type parseDocument } from 'htmlparser2'
import { LIMITS, type Limits, limit } from '../model/limits.ts'
import { longestRun, pageLimit } from './limits.ts'

/** The root of a parsed page: a tree of plain nodes in the order of the raw page; nothing is moved. */
export type Root = ReturnType<typeof parseDocument>
/** Any node below the root. */
export type Node = Root['children'][number]
/** A tag with its attributes (names in lower case) and children. */
export type Element = Extract<Node, { attribs: object }>
/** A run of text between two tags or comments, entities decoded. */
export type Text = Extract<Node, { type: 'text' }>

/** A parsed page with the way back to its raw characters. */
export interface Page {
  readonly raw: string
  readonly root: Root
  /** Of each text node: triples (offset in `data`, raw start, raw end), one for each stretch between entities. */
  readonly pieces: ReadonlyMap<Text, readonly number[]>
}

export const isElement = (node: Node | Root | null | undefined): node is Element =>
  node !== null && node !== undefined && 'attribs' in node

export const isText = (node: Node): node is Text => node.type === 'text'

/** Elements whose text no reader of the page sees. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'svg'])

class Positions extends DomHandler {
  readonly pieces = new Map<Text, number[]>()
  readonly #limits: Limits
  #elements = 0
  #depths = 0
  #where: { readonly startIndex: number | null; readonly endIndex: number | null } = { startIndex: 0, endIndex: 0 }

  constructor(limits: Limits, indices: boolean) {
    super(undefined, { withStartIndices: indices, withEndIndices: indices })
    this.#limits = limits
  }

  override onparserinit(parser: { startIndex: number | null; endIndex: number | null }): void {
    super.onparserinit(parser)
    this.#where = parser
  }

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    this.#elements++
    limit('elements', this.#elements, this.#limits)
    limit('depth', this.tagStack.length, this.#limits)
    this.#depths += this.tagStack.length
    pageLimit('depths', this.#depths)
    limit('attributes', Object.keys(attributes).length, this.#limits)
    super.onopentag(name, attributes)
  }

  override ontext(data: string): void {
    super.ontext(data)
    const node = this.lastNode
    if (node?.type !== 'text') return
    const text = node as Text
    const offset = text.data.length - data.length
    const start = this.#where.startIndex ?? 0
    const end = (this.#where.endIndex ?? 0) + 1 // htmlparser2's endIndex is inclusive
    const pieces = this.pieces.get(text)
    if (pieces && end > start) pieces.push(offset, start, end)
    // An empty range: the second character of one entity (&ngE;) belongs to the piece before it; the rest of a closing
    // tag that the page breaks off in ends where the page ends.
    else if (!pieces) this.pieces.set(text, [offset, Math.min(start, end - data.length), end])
  }
}

/**
 * Parses a page and records where each character of its text came from.
 * @throws InputError naming the limit that the page breaks.
 */
export const parsePage = (raw: string, limits = LIMITS): Page => parse(raw, new Positions(limits, false), false)

/**
 * The same for XML: names keep their case, CDATA is text, only the five entities of XML are decoded, and elements know
 * where they stand.
 */
export const parseXml = (raw: string, limits = LIMITS): Page => parse(raw, new Positions(limits, true), true)

function parse(raw: string, handler: Positions, xmlMode: boolean): Page {
  new Parser(handler, { decodeEntities: true, xmlMode }).end(raw)
  for (const text of handler.pieces.keys()) {
    if (isElement(text.parent) && SILENT.has(text.parent.name)) continue
    pageLimit('textNode', text.data.length)
    pageLimit('run', longestRun(text.data))
  }
  return { raw, root: handler.root, pieces: handler.pieces }
}
