import { blank, masks } from '../../src/extract/mask.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Document } from '../../src/model/document.ts'
import type { ExtractContext, Extractor } from '../../src/model/stage.ts'
import { identityMap } from '../../src/model/text-map.ts'
import { makeDocument } from '../../src/read/document.ts'

/** A document of the given text. */
export const docOf = (text: string): Document =>
  makeDocument({ id: 'test', source: 'test', encoding: 'utf-8', text, map: identityMap(text, 0) })

/** What an extractor works on, with the shipped knowledge base. */
export function contextOf(text: string): ExtractContext {
  const knowledge = shippedKnowledge()
  const doc = docOf(text)
  const masked = blank(text, masks(doc))
  return { doc, text: masked, names: knowledge.scan(masked), knowledge }
}

/** The words that an extractor finds in a text by itself, in order. */
export function found(extractor: Extractor, text: string): string[] {
  return [...extractor.extract(contextOf(text))].sort((a, b) => a.start - b.start).map(mention => mention.text)
}
