import type { Document, Source, Stated } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, limit } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { withoutSecrets } from '../normalise/web-address.ts'
import { contentDocument } from './content.ts'
import { mapString, stringValueAt } from './json-string.ts'

/** An item of a JSON Feed; the raw source is its object, so the text maps into its JSON string. */
export const jsonFeedItem: Reader = {
  id: 'json-feed-item',
  mediaTypes: ['application/x-errata-feed-item+json'],
  read(source: Source, limits = LIMITS): Document {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source.bytes)
    limit('characters', raw.length, limits)
    const item: unknown = JSON.parse(raw)
    const type = stringOf(item, 'content_html') === undefined ? 'plain' : 'html'
    const key = type === 'html' ? 'content_html' : 'content_text'
    const content = stringOf(item, key)
    if (content === undefined) throw new InputError('an item without "content_html" or "content_text"')
    const mapped = mapString(raw, stringValueAt(raw, key))
    if (mapped.text !== content) throw new InputError(`"${key}" stands twice in the item`)
    return contentDocument(
      source,
      { type, ...mapped },
      { encoding: 'utf-8', stated: statedBy(item), notes: [] },
      limits,
    )
  },
}

const FIELDS = { title: 'title', date: 'date_published', modified: 'date_modified', url: 'url' } as const

function statedBy(item: unknown): Stated {
  const authors =
    item !== null && typeof item === 'object' && Object.hasOwn(item, 'authors')
      ? (item as { authors: unknown }).authors
      : []
  const author = Array.isArray(authors) ? stringOf(authors[0], 'name') : undefined
  const fields = Object.entries(FIELDS).map(([field, key]) => [field, stringOf(item, key)])
  const all = Object.fromEntries([...fields, ['author', author]].filter(([, value]) => value)) as Stated['fields']
  const { url, ...others } = all
  return { from: 'feed', fields: url && /^https?:/i.test(url) ? { ...others, url: withoutSecrets(url) } : others }
}

/** A member of its own that is a string with something in it. */
function stringOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  const member = (value as Readonly<Record<string, unknown>>)[key]
  return typeof member === 'string' && member.trim() !== '' ? member : undefined
}
