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
  removeChild(child: DomNode): DomNode
  setAttribute(name: string, value: string): void
  cloneNode(deep: boolean): DomNode
}

/** As much of a DOM document as is needed. */
interface Dom {
  readonly documentElement: DomNode
  readonly head: DomNode
  readonly body: DomNode
  createElement(name: string): DomNode
  createTextNode(data: string): DomNode
}

/** What Readability never turns into article text, and what only slows it down. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'link', 'base'])
const HEAD = new Set(['title', 'meta'])
/** Longer attribute values (embedded images, page state) say nothing about what an element is. */
const LONGEST_VALUE = 2_000
const NAME = /^[a-zA-Z_:][\w:.-]*$/

/**
 * The text nodes that Readability takes for the article, in no order. Readability moves, renames and unwraps elements but
 * keeps the text nodes themselves, so the article is given as a choice among the page's own nodes: where they stand is
 * known from the page. Empty when it finds nothing.
 */
export function articleNodes(page: Page): Set<Text> {
  const { dom, origin } = build(page.root)
  keepNodesOnRetry(dom, origin)
  const found = new Readability(dom as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: node => node,
  }).parse()
  const nodes = new Set<Text>()
  if (found?.content)
    for (const node of descendants(found.content as unknown as DomNode)) {
      const text = origin.get(node)
      if (text) nodes.add(text)
    }
  return nodes
}

function build(root: Root): { dom: Dom; origin: Map<DomNode, Text> } {
  const dom = parseHTML('<!doctype html><html><head></head><body></body></html>').document as unknown as Dom
  const origin = new Map<DomNode, Text>()
  const attributes = (to: DomNode, from: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(from)) {
      // Readability would replace a script link by a new text node, whose origin nobody knows.
      if (!NAME.test(name) || value.length > LONGEST_VALUE || /^\s*javascript:/i.test(value)) continue
      to.setAttribute(name, value)
    }
  }
  const add = (node: Node, parent: DomNode): void => {
    if (isText(node)) {
      const text = dom.createTextNode(node.data)
      origin.set(text, node)
      parent.appendChild(text)
    } else if (isElement(node)) {
      if (UNREAD.has(node.name)) return
      let target = parent
      if (node.name === 'html') attributes(dom.documentElement, node.attribs)
      else if (node.name === 'body') attributes(dom.body, node.attribs)
      else if (node.name !== 'head') {
        target = dom.createElement(node.name)
        attributes(target, node.attribs)
        ;(HEAD.has(node.name) && parent === dom.body ? dom.head : parent).appendChild(target)
      }
      for (const child of node.children) add(child, target)
    } else if ('children' in node) for (const child of node.children) add(child, parent)
  }
  for (const node of root.children) add(node, dom.body)
  return { dom, origin }
}

/**
 * Readability keeps `body.innerHTML` and parses it again when a first try gives too little; the new nodes would have no
 * origin. Here the body is kept as a copy of its nodes instead, each with the origin of the node it copies.
 */
function keepNodesOnRetry(dom: Dom, origin: Map<DomNode, Text>): void {
  const { body } = dom
  let kept: DomNode | undefined
  const copy = (from: DomNode): DomNode => {
    const to = from.cloneNode(true)
    const sources = descendants(from)
    for (const node of descendants(to)) {
      const source = sources.next().value
      const text = source && origin.get(source)
      if (text) origin.set(node, text)
    }
    return to
  }
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      kept = copy(body)
      return ''
    },
    set: () => {
      while (body.firstChild) body.removeChild(body.firstChild)
      const fresh = kept && copy(kept)
      while (fresh?.firstChild) body.appendChild(fresh.firstChild)
    },
  })
}

/** A node and everything below it, in document order, without recursion. */
function* descendants(top: DomNode): Generator<DomNode, undefined> {
  const stack: DomNode[] = [top]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    const children: DomNode[] = []
    for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at] as DomNode)
  }
}
