import { XMLParser } from 'fast-xml-parser'
import { InputError } from '../model/errors.ts'
import type { Listing } from '../model/fetched.ts'
import { listText, refuseBadXml, unpackedList } from './xml-text.ts'

/** A sitemap's pages, or the sitemaps that an index names. */
export interface Sitemap {
  readonly pages: readonly Omit<Listing, 'from'>[]
  readonly sitemaps: readonly string[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own entities and character references; nothing else means anything in a sitemap. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const parser = new XMLParser({
  processEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
  isArray: name => name === 'url' || name === 'sitemap',
})

type Fields = Readonly<Record<string, unknown>>
const field = (of: unknown, name: string): string | undefined => {
  const value = typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Fields)[name] : undefined
  return typeof value === 'string' && value.trim() !== '' ? unescaped(value.trim()).slice(0, 2000) : undefined
}
const list = (of: unknown, name: string): readonly unknown[] => {
  const value = typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Fields)[name] : undefined
  return Array.isArray(value) ? value : []
}

/**
 * What a sitemap or an index of sitemaps lists (https://www.sitemaps.org/protocol.html), packed or not; in a news sitemap
 * with title and date. A text file of addresses counts as one, too.
 * @param limit most bytes when unpacked
 * @throws InputError when it is neither, breaks off, or declares entities
 */
export function readSitemap(bytes: Uint8Array, limit: number, charset?: string): Sitemap {
  const text = listText(unpackedList(bytes, limit), charset)
  if (!text.trimStart().startsWith('<')) return { pages: plainList(text), sitemaps: [] }
  refuseBadXml(text)
  let root: unknown
  try {
    root = parser.parse(text)
  } catch (error) {
    throw new InputError(`not a well-formed sitemap: ${(error as Error).message.slice(0, 200)}`, { cause: error })
  }
  const { urlset, sitemapindex } = root as Fields
  if (urlset === undefined && sitemapindex === undefined)
    throw new InputError('not a sitemap: neither <urlset> nor <sitemapindex>')
  return {
    pages: list(urlset, 'url').flatMap(page => {
      const url = field(page, 'loc')
      if (url === undefined) return []
      const news = (page as Fields)['news']
      const [title, published, modified] = [
        field(news, 'title'),
        field(news, 'publication_date'),
        field(page, 'lastmod'),
      ]
      return [
        { url, ...(title ? { title } : {}), ...(published ? { published } : {}), ...(modified ? { modified } : {}) },
      ]
    }),
    sitemaps: list(sitemapindex, 'sitemap').flatMap(child => field(child, 'loc') ?? []),
  }
}

function plainList(text: string): { readonly url: string }[] {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  if (lines.length === 0 || lines.some(line => !URL.canParse(line.trim())))
    throw new InputError('not a sitemap: neither XML nor one address a line')
  return lines.map(line => ({ url: line.trim() }))
}
