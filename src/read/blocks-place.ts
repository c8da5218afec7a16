import type { Block } from './blocks.ts'
import type { Names } from './blocks-filter.ts'
import { ancestors } from './blocks-select.ts'
import { type Element, isElement } from './positions.ts'

/** What the rules of place know beside the blocks. */
interface Surroundings extends Names {
  /** How much text stands in each element. */
  readonly held: ReadonlyMap<Element, number>
}

type Reasons = (string | undefined)[]

/** Completes the reasons by the rules that look at a block's place among the others. */
export function placeReasons(blocks: readonly Block[], reasons: Reasons, around: Surroundings): void {
  dropHead(blocks, reasons, around)
  dropImageCaptions(blocks, reasons, around)
  dropLinks(blocks, reasons)
  dropCards(blocks, reasons, around)
  dropTail(blocks, reasons, around)
}

const HEADING = /^h[1-6]$/
const isHeading = ({ element }: Block): boolean => HEADING.test(element?.name ?? '')
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Longer blocks are paragraphs, which nothing but their element can remove. */
const PARAGRAPH = 250

/** Titles, and what stands in a `<header>` or a first `<h1>` before the first paragraph. */
function dropHead(blocks: readonly Block[], reasons: Reasons, { titles, held }: Surroundings): void {
  const whole = new Set(titles.map(fold).filter(title => title))
  const total = blocks.reduce((sum, { plain }) => sum + plain.length, 0)
  let before = true
  blocks.forEach((block, at) => {
    if (reasons[at]) return
    const header = [...ancestors(block.element)].find(({ name }) => name === 'header')
    const inHeader = header !== undefined && (held.get(header) ?? 0) < 0.2 * total
    if (block.plain.length > PARAGRAPH && !inHeader) before = false
    if (block.plain.length > 300) return
    if (whole.has(fold(block.plain)) || (before && block.element?.name === 'h1')) reasons[at] = 'title'
    else if (before && inHeader) reasons[at] = 'byline'
  })
}

/** A short line without a full stop that shares a small element with an image, and nothing else with it. */
function dropImageCaptions(blocks: readonly Block[], reasons: Reasons, { held }: Surroundings): void {
  blocks.forEach((block, at) => {
    if (
      reasons[at] ||
      block.plain.length > 200 ||
      block.linked > 0.9 ||
      isHeading(block) ||
      /[.!?:…"”]$/.test(block.plain)
    )
      return
    for (const element of ancestors(block.element)) {
      if ((held.get(element) ?? 0) > block.plain.length || element.name === 'li') return
      if (!hasImage(element)) continue
      reasons[at] = 'caption'
      return
    }
  })
}

/** Looks at the first few nodes only: a caption's element is small. */
function hasImage(element: Element): boolean {
  const queue: Element[] = [element]
  for (let at = 0; at < queue.length && at < 30; at++)
    for (const child of queue[at]?.children ?? []) {
      if (!isElement(child)) continue
      if (child.name === 'img' || child.name === 'picture') return true
      queue.push(child)
    }
  return false
}

/** Blocks that are nothing but a link: beside another, at the ends, or in capitals they lead elsewhere. */
function dropLinks(blocks: readonly Block[], reasons: Reasons): void {
  const kept = blocks.flatMap((_, index) => (reasons[index] ? [] : [index]))
  const linkOnly = (at: number): boolean => {
    const block = blocks[kept[at] ?? -1]
    return (
      block !== undefined &&
      block.plain.length < 200 &&
      block.linked >= 0.9 &&
      !/^t[dh]$/.test(block.element?.name ?? '')
    )
  }
  kept.forEach((index, at) => {
    const plain = blocks[index]?.plain ?? ''
    if (!linkOnly(at)) return
    const shouted = plain === plain.toUpperCase() && /\p{Lu}/u.test(plain)
    if (at === 0 || at === kept.length - 1 || shouted || linkOnly(at - 1) || linkOnly(at + 1)) reasons[index] = 'links'
  })
  kept.forEach((index, at) => {
    const line = blocks[index]?.plain ?? ''
    if (!reasons[index] && reasons[kept[at + 1] ?? -1] === 'links' && line.length < 60 && TAIL.test(line))
      reasons[index] = 'links'
  })
}

/** Longest text of a card that leads to another article: a headline and a line or two. */
const CARD = 500

/** Cards: equal elements side by side, each a linked headline with a short text. */
function dropCards(blocks: readonly Block[], reasons: Reasons, { held }: Surroundings): void {
  const cards = new Set<Element>()
  for (const block of blocks) {
    if (block.linked < 0.9 || !(isHeading(block) || /title|head/i.test(block.element?.attribs['class'] ?? ''))) continue
    let card: Element | undefined
    for (const element of ancestors(block.element)) {
      if ((held.get(element) ?? 0) > CARD) break
      card = element
      if (twins(element) >= 2) cards.add(element)
    }
    if (card?.name === 'article') cards.add(card)
  }
  blocks.forEach((block, at) => {
    if (!reasons[at] && [...ancestors(block.element)].some(element => cards.has(element))) reasons[at] = 'related links'
  })
}

/** How many of an element's neighbours have its name and class. */
function twins(element: Element): number {
  let count = 0
  const same = (node: Element['next']): boolean =>
    isElement(node) && node.name === element.name && node.attribs['class'] === element.attribs['class']
  for (let at = element.next, seen = 0; at && seen < 6; at = at.next, seen++) if (same(at)) count++
  for (let at = element.prev, seen = 0; at && seen < 6; at = at.prev, seen++) if (same(at)) count++
  return count
}

/** A line over what follows the article. */
const TAIL =
  /^(?:(?:you )?(?:may|might) also like|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|links?|topics?|reading|videos?))?\s?:?$|recent (?:articles|posts|news)|more (?:from|on|in|great|stories|news)\b|read (?:more|next)|about the (?:author|writer)|recommended|don.t miss|trending|popular|most (?:read|popular)|latest (?:news|stories|articles|posts)|see also|want more|what to read next|editor.?s.? picks?|sign up|subscribe|newsletter|comments?\b|leave a (?:reply|comment)|share this|tags?\s?:|filed under|follow us)/i
/** Sentences of this length are taken for the article's own. */
const SENTENCE = 120

/** Cuts what follows a line of the kind above where only links and short lines follow it, the author's life, and last headings. */
function dropTail(blocks: readonly Block[], reasons: Reasons, { author }: Surroundings): void {
  let cut = -1
  let sentences = 0
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at]
    if (!block || reasons[at]) continue
    if (block.plain.length < 80 && TAIL.test(block.plain)) cut = at
    if (block.linked > 0.5) continue
    if (block.plain.length > 60 && /[.!?…]["'”’)]?$/.test(block.plain)) sentences++
    if (block.plain.length > SENTENCE || sentences > 2) break
  }
  if (cut > 0) for (let at = cut; at < blocks.length; at++) reasons[at] ??= 'after the article'
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at]
    if (!block || reasons[at]) continue
    if (isHeading(block)) reasons[at] = 'after the article'
    else if (author && block.plain.length < 600 && block.plain.startsWith(`${author} `))
      reasons[at] = 'about the author'
    else break
  }
}
