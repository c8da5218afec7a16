import type { Listing, Remembered } from '../../model/fetched.ts'
import { parseFeed } from '../feed.ts'
import { readSitemap } from '../sitemap.ts'
import { listText, refuseBadXml, unpackedList } from '../xml-text.ts'

/** A feed or sitemap as it was received. Plain data: it crosses threads. */
export interface ListBytes {
  readonly kind: 'feed' | 'sitemap'
  readonly bytes: Uint8Array
  /** As the transport declared it. */
  readonly charset?: string
  /** The address that it came from, after redirects: relative ones count from there. */
  readonly final: string
  /** Most bytes when unpacked. */
  readonly limit: number
}

/** What it lists. */
export type Contents = NonNullable<Remembered['listing']>

/** Reads a feed or sitemap where it may take its time. @throws InputError */
export type ReadList = (list: ListBytes) => Promise<Contents>

/** The entries of a feed or sitemap with their addresses made absolute. @throws InputError when it is none */
export const contentsOf = (list: ListBytes): Contents => (list.kind === 'feed' ? ofFeed(list) : ofSitemap(list))

function ofFeed({ bytes, charset, final, limit }: ListBytes): Contents {
  const text = listText(unpackedList(bytes, limit), charset)
  refuseBadXml(text)
  const feed = parseFeed(text)
  const base = URL.canParse(feed.base ?? '', final) ? new URL(feed.base ?? '', final).href : final
  const entries = feed.entries.map(({ url, title, author, published }) => ({
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  }))
  return { items: absolute(entries, 'feed', base), sitemaps: [] }
}

function ofSitemap({ bytes, charset, final, limit }: ListBytes): Contents {
  const { pages, sitemaps } = readSitemap(bytes, limit, charset)
  return {
    items: absolute(pages, 'sitemap', final),
    sitemaps: sitemaps.flatMap(child => (URL.canParse(child, final) ? new URL(child, final).href : [])),
  }
}

/** Entries with their addresses made absolute; those that have none keep an empty one. */
function absolute(
  entries: readonly (Omit<Listing, 'url' | 'from'> & { readonly url?: string })[],
  from: Listing['from'],
  base: string,
): Listing[] {
  return entries.map(entry => {
    const url = entry.url?.trim() ?? ''
    return { ...entry, from, url: url !== '' && URL.canParse(url, base) ? new URL(url, base).href : '' }
  })
}
