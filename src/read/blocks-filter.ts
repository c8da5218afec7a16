import { lineReason } from './blocks-lines.ts'
import { placeReasons } from './blocks-place.ts'
import { ancestors, type Candidate, holdings } from './blocks-select.ts'
import { WORD_RULES } from './blocks-words.ts'
import type { Element } from './positions.ts'

/** What the page says about itself, as far as the rules need it. */
export interface Names {
  readonly titles: readonly string[]
  readonly author: string | undefined
}

/** An element that holds more of the article than this is the article, whatever its class says. */
const SMALL = 0.2

/** Rules by class words that would take more of the text than this have met a page whose article is such a thing. */
const MOST = 0.5
/** What a figure may hold besides its caption that belongs to the article. */
const CONTENT = new Set(['table', 'pre', 'blockquote', 'code'])

/**
 * Why each candidate is not part of the article's text; undefined for those that are. A lost paragraph costs more than a
 * caption too many, so a rule needs two signs: a word or pattern, and a small share, a short line or a place at an end.
 */
export function judge(found: readonly Candidate[], names: Names): (string | undefined)[] {
  const blocks = found.map(({ block }) => block)
  const held = holdings(blocks)
  const total = blocks.reduce((sum, { plain }) => sum + plain.length, 0)
  const rules = new Map<Element, string | undefined>()
  const byWords = found.map(({ block, restored }) => {
    if (block.floating) return 'hover card'
    const path: Element[] = []
    for (const element of ancestors(block.element)) {
      if ((held.get(element) ?? 0) >= SMALL * total) break
      if (restored && element.name === 'blockquote') return undefined
      path.push(element)
    }
    return reasonOf(path, rules)
  })
  const lost = blocks.reduce((sum, { plain }, at) => sum + (byWords[at] ? plain.length : 0), 0)
  const reasons = blocks.map((block, at) => (lost > MOST * total ? undefined : byWords[at]) ?? lineReason(block))
  placeReasons(blocks, reasons, { ...names, held })
  return reasons
}

/** The first reason on the way from a block's element outwards. */
function reasonOf(path: readonly Element[], rules: Map<Element, string | undefined>): string | undefined {
  let content = false
  for (const element of path) {
    if (CONTENT.has(element.name)) content = true
    if (content && element.name === 'figure') continue
    if (!rules.has(element)) rules.set(element, ruleFor(element))
    const reason = rules.get(element)
    if (reason) return reason
  }
  return undefined
}

const ELEMENTS = new Map(WORD_RULES.flatMap(({ reason, elements }) => elements.map(name => [name, reason] as const)))
const WORDS = new Map(WORD_RULES.flatMap(({ reason, words }) => words.map(word => [word, reason] as const)))

/** Elements whose id says what they hold. */
const BOXES = new Set(['div', 'section', 'aside', 'ul', 'ol', 'form', 'span', 'table'])

/** What an element's name, class or id says it is. */
function ruleFor({ name, attribs }: Element): string | undefined {
  const byName = ELEMENTS.get(name)
  if (byName) return byName
  // The id of a heading or a term repeats its words.
  const id = BOXES.has(name) ? (attribs['id'] ?? '') : ''
  const spelled = `${attribs['class'] ?? ''} ${id}`.slice(0, 500)
  const words = spelled
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  for (const word of words) {
    const reason = WORDS.get(word)
    if (reason) return reason
  }
  const lower = spelled.toLowerCase()
  return WORD_RULES.find(({ within }) => within.some(part => lower.includes(part)))?.reason
}
