import { type Element, isElement, isText, type Node, type Page, type Text } from './positions.ts'

/** A text node within a block, and what it stands in. */
export interface Inline {
  readonly text: Text
  /** It leads elsewhere; a heading's link to itself does not. */
  readonly link: boolean
  readonly code: boolean
}

/** Text between two block boundaries (or `<br>`): a paragraph, a heading, a list item, a table cell. */
export interface Block {
  /** The nearest block-level element around it. */
  readonly element: Element | undefined
  readonly inlines: readonly Inline[]
  /** White space counts, as in `<pre>`. */
  readonly preformatted: boolean
  /** A further cell of the table row that the block before it stands in. */
  readonly cell: boolean
  /** It floats over the text it stands in: a hover card, a tooltip. */
  readonly floating: boolean
  /** Its text with white space collapsed, for the rules that judge it. */
  readonly plain: string
  /** Share of its letters that stand in links, 0 to 1. */
  readonly linked: number
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that a browser sets as blocks (the rendering section of the HTML standard). */
const BLOCK = names(
  'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul',
)
/** Elements whose content is not text of the page: code that runs, form fields, what is drawn instead. */
const SILENT = names(
  'script style noscript template title textarea select option button input svg canvas video audio object iframe embed',
)
const CODE = names('code pre samp kbd tt')
/** Class words of what floats over the text; the name that it hangs on is often wrapped in a class of the same word. */
const FLOATING =
  /(?:^|[\s_-])(?:tooltip|hover-?card|popover|flyout|rollover[\w-]{0,20}-(?:block|card|content|body|box))/i
const floats = ({ attribs, children }: Element): boolean =>
  FLOATING.test(attribs['class'] ?? '') &&
  !children.some(child => isElement(child) && FLOATING.test(child.attribs['class'] ?? ''))

interface Around {
  readonly element: Element | undefined
  readonly preformatted: boolean
  readonly floating: boolean
  readonly link: boolean
  readonly code: boolean
}

/** Every block of a page in the order of its raw source. */
export function blocksOf(page: Page): Block[] {
  const blocks: Block[] = []
  let inlines: Inline[] = []
  let cell = false
  const flush = (around: Around): void => {
    const block = inlines.length > 0 ? makeBlock(inlines, { ...around, cell }) : undefined
    inlines = []
    if (!block) return
    blocks.push(block)
    cell = false
  }
  const visit = (node: Node, around: Around): void => {
    if (isText(node)) inlines.push({ text: node, link: around.link, code: around.code })
    else if (isElement(node)) visitElement(node, around)
    else if ('children' in node) for (const child of node.children) visit(child, around)
  }
  const visitElement = (node: Element, around: Around): void => {
    const { name } = node
    if (name === 'br') flush(around)
    if (SILENT.has(name) || isHidden(node)) return
    const apart = !around.floating && floats(node)
    const block = BLOCK.has(name) || apart
    const inside: Around = {
      element: block ? node : around.element,
      preformatted: around.preformatted || name === 'pre',
      floating: around.floating || apart,
      link: around.link || (name === 'a' && !node.attribs['href']?.startsWith('#')),
      code: around.code || CODE.has(name),
    }
    const paragraph = inlines
    if (apart) inlines = []
    else if (block) flush(around)
    if (name === 'td' || name === 'th') cell = previousCell(node)
    for (const child of node.children) visit(child, inside)
    if (block) flush(inside)
    if (apart) inlines = paragraph
  }
  const top = { element: undefined, preformatted: false, floating: false, link: false, code: false }
  for (const child of page.root.children) visit(child, top)
  flush(top)
  return blocks
}

/** The part of a block that stands in the text nodes, with the white space around it; undefined when nothing does. */
export function narrow(block: Block, nodes: ReadonlySet<Text>): Block | undefined {
  const part = block.inlines.filter(({ text }) => nodes.has(text) || !/\S/.test(text.data))
  return part.length === block.inlines.length ? block : makeBlock(part, block)
}

/** Whether the page says, without a style sheet, that an element is not shown. */
const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs ||
  /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(
    attribs['style']?.slice(0, 500) ?? '',
  )

function previousCell(node: Element): boolean {
  for (let at = node.prev; at; at = at.prev) if (isElement(at)) return at.name === 'td' || at.name === 'th'
  return false
}

type Place = Pick<Block, 'element' | 'preformatted' | 'cell' | 'floating'>

function makeBlock(inlines: readonly Inline[], { element, preformatted, cell, floating }: Place): Block | undefined {
  let plain = ''
  let links = 0
  for (const { text, link } of inlines) {
    plain += text.data
    if (link) links += letters(text.data)
  }
  plain = plain.replace(/\s+/g, ' ').trim()
  if (!plain) return undefined
  return { element, inlines, preformatted, cell, floating, plain, linked: links / letters(plain) }
}

const letters = (text: string): number => text.replace(/\s+/g, '').length

/** The raw range of a block, from its first to its last character. */
export function rangeOf(page: Page, { inlines }: Block): { start: number; end: number } {
  const first = inlines.find(({ text }) => /\S/.test(text.data))?.text
  const last = inlines.findLast(({ text }) => /\S/.test(text.data))?.text
  return { start: (first && page.pieces.get(first)?.[1]) ?? 0, end: (last && page.pieces.get(last)?.at(-1)) ?? 0 }
}
