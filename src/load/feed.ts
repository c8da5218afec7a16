import { parseFeed as parse } from 'feedsmith'
import { InputError } from '../model/errors.ts'
import { refuseEntities } from './xml-text.ts'

/** One item of a feed, each field as the feed writes it: `published` may be any form of date. */
export interface FeedEntry {
  /** `guid`, Atom `id`, `rdf:about`: what the publisher calls it; not always an address. */
  readonly id?: string
  readonly url?: string
  /** Plain text. */
  readonly title?: string
  readonly author?: string
  readonly published?: string
  readonly modified?: string
  /** The fullest content that the item carries, as a fragment of HTML; for many feeds only a teaser. */
  readonly html?: string
  /** The same as plain text, where the feed says that it is. */
  readonly text?: string
}

export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json'
  readonly title?: string
  /** Address from which an Atom feed's relative ones count (xml:base); it may be relative itself. */
  readonly base?: string
  /** In the feed's order; items without any field of theirs are left out. */
  readonly entries: readonly FeedEntry[]
}

/**
 * The items of an RSS, Atom, RDF or JSON feed. Entities that a document type declares are never expanded.
 * @throws InputError when the text is no feed, or is broken off
 */
export function parseFeed(text: string): Feed {
  refuseEntities(text)
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(text)
  } catch (error) {
    const { name, cause } = error as Error
    if (name === 'DetectError') throw new InputError('not an RSS, Atom, RDF or JSON feed')
    throw new InputError(`not a sound feed${cause instanceof Error ? `: ${cause.message}` : ''}`)
  }
  const { format } = parsed
  if (parsed.format === 'atom')
    return {
      format,
      ...plainTitle(parsed.feed.title?.value),
      ...(parsed.feed.xml?.base === undefined ? {} : { base: parsed.feed.xml.base }),
      entries: (parsed.feed.entries ?? []).map(ofAtom),
    }
  if (parsed.format === 'json')
    return { format, ...plainTitle(parsed.feed.title), entries: (parsed.feed.items ?? []).map(ofJson) }
  if (parsed.format === 'rdf')
    return { format, ...plainTitle(parsed.feed.title), entries: (parsed.feed.items ?? []).map(ofRdf) }
  return { format, ...plainTitle(parsed.feed.title), entries: (parsed.feed.items ?? []).map(ofRss) }
}

type Parsed = ReturnType<typeof parse>
type Item<F extends Parsed['format'], K extends string> = Extract<Parsed, { format: F }>['feed'] extends infer Feed
  ? K extends keyof Feed
    ? NonNullable<Feed[K]> extends readonly (infer One)[]
      ? One
      : never
    : never
  : never

const ofRss = (item: Item<'rss', 'items'>): FeedEntry =>
  entry({
    id: item.guid?.value,
    url: item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
    title: plain(item.title),
    author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
    published: item.pubDate ?? item.dc?.dates?.[0],
    html: item.content?.encoded ?? item.description,
  })

const ofRdf = (item: Item<'rdf', 'items'>): FeedEntry =>
  entry({
    id: item.rdf?.about,
    url: item.link ?? webAddress(item.rdf?.about),
    title: plain(item.title),
    author: item.dc?.creators?.[0],
    published: item.dc?.dates?.[0],
    html: item.content?.encoded ?? item.description,
  })

function ofAtom(item: Item<'atom', 'entries'>): FeedEntry {
  const { id, links, title, authors, published, updated } = item
  const content = item.content?.value === undefined ? item.summary : item.content
  const isText = content?.type === undefined || /^text(?:\/plain)?$/i.test(content.type)
  return entry({
    id,
    url: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? webAddress(id),
    title: title?.type === undefined || title.type === 'text' ? title?.value : plain(title.value),
    author: authors?.[0]?.name,
    published,
    modified: updated,
    [isText ? 'text' : 'html']: content?.value,
  })
}

const ofJson = (item: Item<'json', 'items'>): FeedEntry =>
  entry({
    id: item.id,
    url: item.url,
    title: item.title,
    author: item.authors?.[0]?.name,
    published: item.date_published,
    modified: item.date_modified,
    html: item.content_html,
    text: item.content_text,
  })

const webAddress = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined

/** Without the fields that the item does not have. */
const entry = (fields: { readonly [K in keyof FeedEntry]: unknown }): FeedEntry =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string' && value.trim() !== ''))

const plainTitle = (value: string | undefined): Pick<Feed, 'title'> => {
  const title = plain(value)
  return title ? { title } : {}
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A title as people read it: many feeds put HTML into it, escaped once more than XML wants. */
function plain(value: string | undefined): string | undefined {
  return value
    ?.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&(?:#(\d{2,6})|#x([\da-f]{2,5})|(amp|lt|gt|quot|apos|nbsp));/gi, (_, decimal, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? '') : codePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/\s+/g, ' ')
    .trim()
}

const codePoint = (value: number): string => (value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value))
