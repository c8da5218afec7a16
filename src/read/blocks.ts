import { type Element, isElement, isText, type Node, type Page, type Text } from './positions.ts'

/** A text node within a block, and whether it stands for code. */
export interface Inline {
  readonly text: Text
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
  /** Its text with white space collapsed, for the rules that judge it. */
  readonly plain: string
  /** How many characters of `plain`, other than white space, stand in links. */
  readonly linked: number
}

/** Elements that a browser sets as blocks (the rendering section of the HTML standard). */
const BLOCK = new Set(
  'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements whose content is not text of the page: code that runs, form fields, what is drawn instead. */
const SILENT = new Set(
  'head script style noscript template title textarea select option button input svg canvas video audio object iframe embed'.split(
    ' ',
  ),
)
const CODE = new Set(['code', 'pre', 'samp', 'kbd', 'tt', 'var'])

interface Around {
  readonly element: Element | undefined
  readonly preformatted: boolean
  readonly link: boolean
  readonly code: boolean
}

/** The blocks of a page in the order of its raw source, each with the text nodes that `take` accepts. */
export function blocksOf(page: Page, take: (text: Text) => boolean): Block[] {
  const blocks: Block[] = []
  let inlines: Inline[] = []
  let cell = false
  const flush = (around: Around): void => {
    const block = inlines.length > 0 ? makeBlock(inlines, around, cell) : undefined
    inlines = []
    if (!block) return
    blocks.push(block)
    cell = false
  }
  const visit = (node: Node, around: Around): void => {
    if (isText(node)) {
      if (take(node)) inlines.push({ text: node, link: around.link, code: around.code })
      return
    }
    if (!isElement(node)) {
      if ('children' in node) for (const child of node.children) visit(child, around)
      return
    }
    const { name } = node
    if (name === 'br' || name === 'hr') flush(around)
    if (SILENT.has(name) || isHidden(node)) return
    const block = BLOCK.has(name)
    const inside: Around = {
      element: block ? node : around.element,
      preformatted: around.preformatted || name === 'pre',
      link: around.link || name === 'a',
      code: around.code || CODE.has(name),
    }
    if (block) flush(around)
    if (name === 'td' || name === 'th') cell = previousCell(node)
    for (const child of node.children) visit(child, inside)
    if (block) flush(inside)
  }
  const top = { element: undefined, preformatted: false, link: false, code: false }
  for (const child of page.root.children) visit(child, top)
  flush(top)
  return blocks
}

/** Whether the page says, without a style sheet, that an element is not shown. */
export const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs['style']?.slice(0, 500) ?? '')

function previousCell(node: Element): boolean {
  for (let at = node.prev; at; at = at.prev) if (isElement(at)) return at.name === 'td' || at.name === 'th'
  return false
}

function makeBlock(inlines: readonly Inline[], around: Around, cell: boolean): Block | undefined {
  const plain = inlines
    .map(({ text }) => text.data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (!plain) return undefined
  const linked = inlines.reduce((sum, { text, link }) => sum + (link ? text.data.replace(/\s+/g, '').length : 0), 0)
  return { element: around.element, inlines, preformatted: around.preformatted, cell, plain, linked }
}
