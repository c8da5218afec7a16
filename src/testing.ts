import { createHash } from 'node:crypto'
import { shippedKnowledge } from './knowledge/knowledge.ts'
import type { Span } from './model/span.ts'
import type { Check, Knowledge } from './model/stage.ts'
import { toRaw } from './model/text-map.ts'
import { plain } from './read/plain.ts'
import { analyse } from './run/analyse.ts'

/** An example without its [[marks]], and where they stood: UTF-16 units of the text. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Span[]
}

/** Takes the [[double brackets]] out of an example. @throws Error when a bracket has no partner or a mark is empty. */
export function unmark(example: string): Marked {
  const marks: Span[] = []
  let text = ''
  let open: number | undefined
  for (const part of example.split(/(\[\[|\]\])/)) {
    if (part === '[[') {
      if (open !== undefined) throw new Error(`a mark inside a mark: ${example}`)
      open = text.length
    } else if (part === ']]') {
      if (open === undefined || open === text.length) throw new Error(`]] without its [[: ${example}`)
      marks.push({ start: open, end: text.length })
      open = undefined
    } else text += part
  }
  if (open !== undefined) throw new Error(`[[ without its ]]: ${example}`)
  return { text, marks }
}

/** What a check flags in a text, as the command line would see it: spans of the text, sorted. A header block may give the date. */
function flagged(check: Check, text: string, knowledge: Knowledge): Span[] {
  const bytes = new TextEncoder().encode(text)
  const id = createHash('sha256').update(bytes).digest('hex')
  const doc = plain.read({ id, doc: 'example.txt', path: 'example.txt', mediaType: 'text/plain', bytes })
  return analyse(doc, knowledge, [check]).flags.map(({ at }) => toRaw(doc.map, doc.text.length, at))
}

/**
 * Runs a check over its own examples: every [[marked]] stretch of a flagged example must be flagged and nothing else, a clean
 * example must stay silent.
 * @throws Error naming every example that fails; also when a list is empty, an example stands twice, or nothing is marked.
 */
export function testCheck(check: Check, knowledge: Knowledge = shippedKnowledge()): void {
  const { flagged: bad, clean } = check.examples
  const wrong: string[] = []
  if (bad.length === 0 || clean.length === 0) wrong.push('it needs at least one flagged and one clean example')
  const seen = new Set<string>()
  for (const [list, example] of [...bad.map(text => ['flagged', text]), ...clean.map(text => ['clean', text])]) {
    if (example === undefined) continue
    const { text, marks } = unmark(example)
    if (seen.has(text)) wrong.push(`this example stands twice: ${example}`)
    seen.add(text)
    if (list === 'flagged' && marks.length === 0) wrong.push(`nothing is marked in ${example}`)
    if (list === 'clean' && marks.length > 0) wrong.push(`a clean example has marks: ${example}`)
    const show = (spans: readonly Span[]): string =>
      spans.map(({ start, end }) => `${start}\u2013${end} \u201c${text.slice(start, end)}\u201d`).join(', ') ||
      'nothing'
    const found = show(flagged(check, text, knowledge))
    if (found !== show(marks)) wrong.push(`flags ${found} instead of ${show(marks)} in: ${example}`)
  }
  if (wrong.length > 0) throw new Error(`${check.id}: ${wrong.join('\n')}`)
}
