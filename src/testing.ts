import { isDeepStrictEqual } from 'node:util'
import { shippedKnowledge } from './knowledge/knowledge.ts'
import type { Document } from './model/document.ts'
import type { Mention } from './model/mention.ts'
import { sha256 } from './model/sha256.ts'
import type { Span } from './model/span.ts'
import type { Check, Extractor, Knowledge } from './model/stage.ts'
import { toRaw } from './model/text-map.ts'
import { plain } from './read/plain.ts'
import { analyse, extract } from './run/analyse.ts'

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

/** A text as the command line would read it from a file. A header block may give the date. */
function documentOf(text: string): Document {
  const bytes = new TextEncoder().encode(text)
  const id = sha256(bytes)
  return plain.read({ id, doc: 'example.txt', path: 'example.txt', mediaType: 'text/plain', bytes })
}

/** What a check flags in a text: spans of the text, sorted. */
function flagged(check: Check, text: string, knowledge: Knowledge): Span[] {
  const doc = documentOf(text)
  return analyse(doc, knowledge, [check]).flags.map(({ at }) => toRaw(doc.map, doc.text.length, at))
}

const show = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}\u2013${end} \u201c${text.slice(start, end)}\u201d`).join(', ') || 'nothing'

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
    const found = show(text, flagged(check, text, knowledge))
    if (found !== show(text, marks)) wrong.push(`flags ${found} instead of ${show(text, marks)} in: ${example}`)
  }
  if (wrong.length > 0) throw new Error(`${check.id}: ${wrong.join('\n')}`)
}

/** A text with the mentions that an extractor must find in it [[marked]], and their values, when they matter. */
export interface ExtractorCase {
  readonly text: string
  /** Normalised values of the marks, in order. */
  readonly values?: readonly unknown[]
}

/**
 * Runs an extractor by itself over texts: every [[marked]] stretch must be found and nothing else.
 * @throws Error naming every text that fails; also when there is none, none with a mark, or none without.
 */
export function testExtractor(
  extractor: Extractor,
  cases: readonly ExtractorCase[],
  knowledge: Knowledge = shippedKnowledge(),
): void {
  const marked = cases.map(({ text, values }) => ({ ...unmark(text), example: text, values }))
  const wrong: string[] = []
  if (!marked.some(({ marks }) => marks.length > 0) || !marked.some(({ marks }) => marks.length === 0))
    wrong.push('it needs at least one text with a mark and one without')
  for (const { text, marks, example, values } of marked) {
    const doc = documentOf(text)
    const mentions: Mention[] = extract(doc, knowledge, { extractors: [extractor] })
    const found = show(
      text,
      mentions.map(mention => toRaw(doc.map, doc.text.length, mention)),
    )
    if (found !== show(text, marks)) wrong.push(`finds ${found} instead of ${show(text, marks)} in: ${example}`)
    const got = mentions.map(({ value }) => value)
    if (values !== undefined && !isDeepStrictEqual(got, values))
      wrong.push(`gives ${JSON.stringify(got)} instead of ${JSON.stringify(values)} in: ${example}`)
  }
  if (wrong.length > 0) throw new Error(`${extractor.id}: ${wrong.join('\n')}`)
}
