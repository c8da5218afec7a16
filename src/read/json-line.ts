import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Reader } from '../model/stage.ts'
import { TextMapBuilder } from '../model/text-map.ts'
import { makeDocument } from './document.ts'

interface Line {
  readonly text?: unknown
  readonly title?: unknown
  readonly published?: unknown
  readonly url?: unknown
}

/** One line of a .jsonl file of documents; the raw source is the line, so the text maps into its JSON string. */
export const jsonLine: Reader = {
  id: 'json-line',
  mediaTypes: ['application/x-errata-document+json'],
  read(source: Source): Document {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source.bytes)
    const line = JSON.parse(raw) as Line
    if (typeof line.text !== 'string') throw new InputError('"text" is not a string')
    const { text, map } = mapString(raw, textStart(raw))
    if (text !== line.text) throw new InputError('"text" stands twice in the line')
    const optional = (key: 'title' | 'published' | 'url') => (typeof line[key] === 'string' ? { [key]: line[key] } : {})
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding: 'utf-8',
      text,
      map,
      ...optional('title'),
      ...optional('url'),
      ...(typeof line.published === 'string' ? { published: line.published, publishedFrom: 'given' } : {}),
    })
  },
}

/** Position after the opening quote of the top-level "text" value (the last, as JSON.parse reads it). */
function textStart(raw: string): number {
  let depth = 0
  let found = -1
  let key = ''
  let isKey = false
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at]
    if (char === '{' || char === '[') {
      depth++
      isKey = char === '{'
    } else if (char === '}' || char === ']') depth--
    else if (char === ',') isKey = depth === 1
    else if (char === ':') isKey = false
    else if (char === '"') {
      const end = stringEnd(raw, at)
      if (depth === 1) {
        if (isKey) key = JSON.parse(raw.slice(at, end + 1)) as string
        else if (key === 'text') found = at + 1
      }
      at = end
    }
  }
  return found
}

/** Position of a JSON string's closing quote. */
function stringEnd(raw: string, open: number): number {
  let at = open + 1
  while (raw[at] !== '"') at += raw[at] === '\\' ? 2 : 1
  return at
}

/** A JSON string's characters, each with its place: escapes stand for one character. */
function mapString(raw: string, start: number) {
  const builder = new TextMapBuilder()
  let from = start
  let at = start
  while (raw[at] !== '"') {
    if (raw[at] !== '\\') {
      at++
      continue
    }
    builder.verbatim(raw.slice(from, at), from)
    const length = raw[at + 1] === 'u' ? 6 : 2
    builder.standsFor(JSON.parse(`"${raw.slice(at, at + length)}"`) as string, at, at + length)
    at += length
    from = at
  }
  builder.verbatim(raw.slice(from, at), from)
  return builder.finish()
}
