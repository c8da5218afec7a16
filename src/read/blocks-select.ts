import { type Block, narrow } from './blocks.ts'
import { type Element, isElement, type Text } from './positions.ts'

/** A block of the page that may belong to the article. */
export interface Candidate {
  /** Its place among all blocks of the page. */
  readonly index: number
  readonly block: Block
  /** Readability left it out, although it stands in the middle of the article. */
  readonly restored: boolean
}

/** The elements around a block, from the inside out. */
export function* ancestors(element: Element | undefined): Generator<Element> {
  for (let at = element; at; at = isElement(at.parent) ? at.parent : undefined) yield at
}

/** How much of the blocks' text stands in each element. */
export function holdings(blocks: readonly Block[]): Map<Element, number> {
  const held = new Map<Element, number>()
  for (const { element, plain } of blocks)
    for (const at of ancestors(element)) held.set(at, (held.get(at) ?? 0) + plain.length)
  return held
}

/** Share of the article that its innermost element must hold. */
const MOST = 0.6
/** Shorter blocks that Readability left out are labels and buttons more often than sentences. */
const SENTENCE = 60

/**
 * The blocks that Readability's text nodes stand in, and those that it left out between them although they read like the
 * article: it removes every `aside` and all that its class words call social, embedded posts and pull quotes included.
 */
export function candidates(all: readonly Block[], nodes: ReadonlySet<Text>): Candidate[] {
  const found = all.flatMap((block, index) => {
    const part = narrow(block, nodes)
    return part ? [{ index, block: part, restored: false }] : []
  })
  const kept = new Set(found.map(({ index }) => index))
  const first = found[0]?.index ?? 0
  const last = found.at(-1)?.index ?? -1
  const core = innermost(found.map(({ block }) => block))
  for (let index = first; index <= last; index++) {
    const block = all[index]
    if (!block || kept.has(index) || block.floating || block.linked > 0.3) continue
    const quoted = [...ancestors(block.element)].some(({ name }) => name === 'blockquote')
    if ((quoted || block.plain.length >= SENTENCE) && core && [...ancestors(block.element)].includes(core))
      found.push({ index, block, restored: true })
  }
  return found.sort((a, b) => a.index - b.index)
}

/** The innermost element that holds most of the blocks' text. */
function innermost(blocks: readonly Block[]): Element | undefined {
  const held = holdings(blocks)
  const enough = MOST * blocks.reduce((sum, { plain }) => sum + plain.length, 0)
  for (const { element } of blocks)
    for (const at of ancestors(element)) if ((held.get(at) ?? 0) >= enough && isInnermost(at, held, enough)) return at
  return undefined
}

const isInnermost = (element: Element, held: ReadonlyMap<Element, number>, enough: number): boolean =>
  !element.children.some(child => isElement(child) && (held.get(child) ?? 0) >= enough)
