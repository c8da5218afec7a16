import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, limit } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { hasSecrets, withoutSecrets } from '../normalise/web-address.ts'
import { makeDocument } from './document.ts'
import { mapString, stringValueAt } from './json-string.ts'
import { publishedDate } from './published.ts'

/** Fields of a line beside `doc` and `text`; all are optional strings. */
const FIELDS = ['title', 'published', 'url', 'source', 'author'] as const

/** One line of a .jsonl file of documents; the raw source is the line, so the text maps into its JSON string. */
export const jsonLine: Reader = {
  id: 'json-line',
  mediaTypes: ['application/x-errata-document+json'],
  read(source: Source, limits = LIMITS): Document {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source.bytes)
    limit('characters', raw.length, limits)
    const line = JSON.parse(raw) as Readonly<Record<string, unknown>>
    const text = Object.hasOwn(line, 'text') ? line['text'] : undefined
    if (typeof text !== 'string') throw new InputError('"text" is missing or not a string')
    const mapped = mapString(raw, stringValueAt(raw, 'text'))
    if (mapped.text !== text) throw new InputError('"text" stands twice in the line')
    const document = { id: source.doc, source: source.id, encoding: 'utf-8', ...mapped, ...metadataOf(line, source) }
    return makeDocument(document, { wrapped: true })
  },
}

/** What the user gave, else what the line says; a value that is none becomes a note. */
function metadataOf(line: Readonly<Record<string, unknown>>, { hints }: Source): Partial<Document> {
  const notes: string[] = []
  const own: Partial<Record<(typeof FIELDS)[number], string>> = {}
  for (const field of FIELDS) {
    const value = Object.hasOwn(line, field) ? line[field] : undefined
    if (typeof value === 'string') own[field] = value
    else if (value !== undefined && value !== null) notes.push(`"${field}" is not a string`)
  }
  const stated = own.published === undefined ? undefined : publishedDate(own.published)
  if (own.published && stated === undefined)
    notes.push(`"published" is not a clear date: ${own.published.slice(0, 100)}`)
  const published = hints?.published ?? stated
  const title = hints?.title ?? own.title
  const url = hints?.url ?? own.url
  const site = hints?.source ?? own.source
  return {
    ...(title ? { title } : {}),
    ...(published ? { published, publishedFrom: 'given' } : {}),
    ...(own.author ? { author: own.author } : {}),
    ...(url ? { url: hasSecrets(url) ? withoutSecrets(url) : url } : {}),
    ...(site ? { site } : {}),
    notes,
  }
}
