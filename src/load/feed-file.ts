import { InputError } from '../model/errors.ts'
import { withoutSecrets } from '../normalise/web-address.ts'
import { type FeedEntry, parseFeed } from './feed.ts'
import { feedSlices } from './feed-slices.ts'
import type { Packet } from './packet.ts'
import { type Item, sourceOf } from './source.ts'
import { refuseEntities } from './xml-text.ts'

/**
 * The items of an RSS, Atom or RDF feed in a file; other XML is told by its root element. An item's raw source is its
 * element as it stands in the file. Each is parsed by itself, so a broken one costs no other.
 */
export function* feedItems({ bytes, from }: Packet): Generator<Item> {
  const { path, hints } = from
  const { xml, width, charset } = unitsOf(bytes, from.charset)
  refuseEntities(xml)
  const slices = feedSlices(xml)
  if ('notFeed' in slices) {
    const what = slices.notFeed === undefined ? 'no element' : `<${slices.notFeed}>`
    throw new InputError(`XML that is no feed: it begins with ${what}, not with <rss>, <feed> or <rdf:RDF>`)
  }
  const { root, rootTag, items, head, broken } = slices
  const text = new TextDecoder(charset)
  const read = (start: number, end: number): string => text.decode(bytes.subarray(start * width, end * width))
  const before = read(rootTag.start, rootTag.end)
  const [open, close] = /^rss$/i.test(root) ? ['<channel>', `</channel></${root}>`] : ['', `</${root}>`]
  const source = titleOf(read(rootTag.start, head), root)
  for (const [index, { start, end }] of items.slice(0, MAX_ITEMS).entries()) {
    const item = `${path}#${index + 1}`
    try {
      const [entry] = parseFeed(`${before}${open}${read(start, end)}${close}`).entries
      if (!entry) throw new InputError('an item without title or content')
      yield sourceOf(bytes.slice(start * width, end * width), {
        path: item,
        mediaType: 'application/x-errata-feed-item+xml',
        charset,
        ...(hints && { hints }),
        stated: { from: 'feed', fields: { ...fieldsOf(entry), ...(source && { source }) } },
      })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      yield { path: item, reason: error.message }
    }
  }
  // One reason: status has one line a path.
  const reasons = [
    ...(items.length > MAX_ITEMS ? [`too large: ${items.length} items; those after ${MAX_ITEMS} are not read`] : []),
    ...(broken ? [`the feed breaks off after item ${items.length}: </${root}> is missing`] : []),
    ...(items.length === 0 && !broken ? ['a feed without items'] : []),
  ]
  if (reasons.length > 0) yield { path, reason: reasons.join('; ') }
}

/** Items of one feed; those in the wild have some hundreds, the archives of some blogs a few thousand. */
const MAX_ITEMS = 10_000

const fieldsOf = ({ title, published, modified, author, url }: FeedEntry) => ({
  ...(title && { title }),
  ...(published && { date: published }),
  ...(modified && { modified }),
  ...(author && { author }),
  ...(url && /^https?:/i.test(url) && { url: withoutSecrets(url) }),
})

/** The feed's own title, from what stands before its first item. */
function titleOf(head: string, root: string): string | undefined {
  const closed = /<\/channel\s*>\s*$/i.test(head)
  try {
    return parseFeed(`${head}${/^rss$/i.test(root) && !closed ? '</channel>' : ''}</${root}>`).title
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/**
 * A string in which markup can be looked for, whose units stand for `width` bytes each: in every encoding of XML in use
 * the marks of markup are those of ASCII or of UTF-16.
 */
function unitsOf(bytes: Uint8Array, declared: string | undefined) {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString('hex')
  const wide = mark.startsWith('fffe') ? 'utf-16le' : mark.startsWith('feff') ? 'utf-16be' : undefined
  if (wide) return { xml: new TextDecoder(wide, { ignoreBOM: true }).decode(bytes), width: 2, charset: wide }
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const named = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})/.exec(xml)?.[1]
  return { xml, width: 1, charset: known(mark === 'efbbbf' ? 'utf-8' : (declared ?? named)) }
}

/** The Encoding Standard's name of a label; UTF-8 for none, an unknown one, and UTF-16, which these bytes are not. */
function known(label: string | undefined): string {
  try {
    const { encoding } = new TextDecoder(label?.trim() ?? 'utf-8')
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return 'utf-8'
  }
}
