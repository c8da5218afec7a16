import type { Document } from '../../src/model/document.ts'
import type { Mention } from '../../src/model/mention.ts'
import { sha256 } from '../../src/model/sha256.ts'
import type { ExtractContext, Knowledge } from '../../src/model/stage.ts'

/** A knowledge base without entries: extractors by pattern need none. */
const NOTHING: Knowledge = {
  version: 'empty',
  get: () => undefined,
  candidates: () => [],
  names: () => [],
  scan: () => [],
  sourceRef: id => id,
}

/** A document of the text, as a reader would make it. */
export function documentOf(text: string, published?: string): Document {
  const sha = sha256(text)
  return {
    id: 'test',
    source: sha,
    encoding: 'utf-8',
    revision: sha,
    ...(published === undefined ? {} : { published }),
    language: 'en',
    text,
    map: [],
    sentences: [],
    masked: [],
    dropped: [],
    notes: [],
  }
}

/** Type, words and value of what an extractor finds in a text; the words are asserted against their offsets. */
export function found(
  extractor: { extract(context: ExtractContext): Iterable<Mention> },
  text: string,
  published?: string,
): [string, string, unknown][] {
  const doc = documentOf(text, published)
  return [...extractor.extract({ doc, text, names: [], knowledge: NOTHING })].map(mention => {
    if (text.slice(mention.start, mention.end) !== mention.text) throw new Error(`wrong offsets: ${mention.text}`)
    return [mention.type, mention.text, mention.value]
  })
}
