import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isElement, isText, type Node, type Page, type Root, type Text } from './positions.ts'

/** As much of a DOM node as is needed to build and walk one. */
interface DomNode {
  readonly nodeType: number
  readonly localName: string
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  appendChild(child: DomNode): DomNode
  replaceChildren(): void
  setAttribute(name: string, value: string): void
}

/** As much of a DOM document as is needed. */
interface Dom {
  readonly head: DomNode
  readonly body: DomNode
  createElement(name: string): DomNode
  createTextNode(data: string): DomNode
}

/** What Readability never turns into article text. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'link', 'base', 'meta'])
/** The attributes that Readability judges by; each further one costs linkedom a node with a listener map. */
const READ =
  'class id role rel itemprop itemtype aria-hidden aria-modal hidden style href src srcset data-src summary datatable'.split(
    ' ',
  )
/** White space between tags that a page is indented by: half of all nodes. */
const INDENT = /^\s*\n\s*$/
/** Longer values (embedded images, page state) say nothing about what an element is. */
const LONGEST_VALUE = 1_000
/** Readability's flags: leave out unlikely elements (1), weigh class names (2), clean conditionally (4); it drops one after the other. */
const ATTEMPTS = [7, 6, 4, 0]
/** Readability's own default: with less text it tries again with fewer flags. */
const ENOUGH = 500

/**
 * The text nodes that Readability takes for the article, in no order; empty when it finds none. Readability moves, renames
 * and unwraps elements but keeps the text nodes themselves, so the article is a choice among the page's own nodes, and where
 * they stand is known from the page. Its own further attempts start from a serialised body, whose nodes nobody knows: here
 * each attempt starts from the page.
 */
export function articleNodes(page: Page): ReadonlySet<Text> {
  let best: { nodes: ReadonlySet<Text>; length: number } = { nodes: new Set(), length: 0 }
  for (const flags of ATTEMPTS) {
    const found = attempt(page, flags)
    if (found.length > best.length) best = found
    if (found.length >= ENOUGH) break
  }
  return best.nodes
}

function attempt(page: Page, flags: number): { nodes: ReadonlySet<Text>; length: number } {
  const { dom, origin } = build(page.root)
  // Nothing is serialised, and a second attempt inside finds an empty page.
  const { body } = dom
  Object.defineProperty(body, 'innerHTML', { get: () => '', set: () => body.replaceChildren() })
  const options = { charThreshold: 1, keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node }
  const reader = Object.assign(new Readability(dom as never, options), { _flags: flags })
  const content = reader.parse()?.content as DomNode | undefined
  const nodes = new Set<Text>()
  let length = 0
  if (content)
    for (const node of descendants(content)) {
      const text = origin.get(node)
      if (!text) continue
      nodes.add(text)
      length += text.data.trim().length
    }
  return { nodes, length }
}

function build(root: Root): { dom: Dom; origin: Map<DomNode, Text> } {
  const dom = parseHTML('<!doctype html><html><head></head><body></body></html>').document as unknown as Dom
  const origin = new Map<DomNode, Text>()
  const add = (node: Node, parent: DomNode): void => {
    if (isText(node)) {
      if (INDENT.test(node.data)) return
      const text = dom.createTextNode(node.data)
      origin.set(text, node)
      parent.appendChild(text)
    } else if (isElement(node)) {
      if (UNREAD.has(node.name)) return
      let target = parent
      if (node.name === 'body') attributes(dom.body, node.attribs)
      // Without its attributes: Readability would remove a root whose class says "sidebar-visible", and with it the page.
      else if (node.name !== 'html' && node.name !== 'head') {
        target = dom.createElement(node.name)
        attributes(target, node.attribs)
        ;(node.name === 'title' && parent === dom.body ? dom.head : parent).appendChild(target)
      }
      for (const child of node.children) add(child, target)
    } else if ('children' in node) for (const child of node.children) add(child, parent)
  }
  for (const node of root.children) add(node, dom.body)
  return { dom, origin }
}

function attributes(to: DomNode, from: Readonly<Record<string, string>>): void {
  for (const name of READ) {
    const value = from[name]
    if (value === undefined || value.length > LONGEST_VALUE) continue
    if (name === 'style' && !/display|visibility/i.test(value)) continue
    // Links within the page weigh less; the others are not needed, and a script's would be replaced by new text nodes.
    if (name === 'href' && !value.startsWith('#')) continue
    to.setAttribute(name, value)
  }
}

/** A node and everything below it, in no order, without recursion. */
function* descendants(top: DomNode): Generator<DomNode, undefined> {
  const stack: DomNode[] = [top]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    for (let child = node.firstChild; child; child = child.nextSibling) stack.push(child)
  }
}
