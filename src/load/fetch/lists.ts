import { readFile } from 'node:fs/promises'
import type { Skipped } from '../../model/document.ts'
import { InputError, TransientError } from '../../model/errors.ts'
import type { Listing } from '../../model/fetched.ts'
import { systemReason } from '../../model/system-error.ts'
import { hasSecrets, withoutSecrets } from '../../normalise/web-address.ts'
import { readUrlList } from '../url-list.ts'
import { type Contents, contentsOf, type ListBytes } from './contents.ts'
import { get } from './get.ts'
import { keyOf } from './key.ts'
import type { Fetching } from './page.ts'
import { charsetOf, retrievalOf, validators } from './received.ts'

/** One entry of a pipeline's `load` that needs the network. */
export type RemoteEntry =
  | { readonly feed: string }
  | { readonly sitemap: string }
  | { readonly url: string }
  /** A file of addresses. */
  | { readonly urls: string }

/** Sitemaps below one entry: an index may name 50,000, and may name itself. */
const SITEMAPS = 200

/** Longer listings are not remembered: such a list is read anew in each run. */
const REMEMBERED = 5000

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

/** Everything that an entry lists, in its order; and what of it cannot be used. */
export async function* listings(entry: RemoteEntry, fetching: Fetching): AsyncGenerator<Listing | Skipped> {
  if ('url' in entry) yield { url: entry.url, from: 'list' }
  else if ('urls' in entry) yield* listed(entry.urls)
  else if ('feed' in entry) yield* withReason(entry.feed, fromFeed(entry.feed, fetching))
  else yield* fromSitemaps(entry.sitemap, fetching)
}

async function* listed(file: string): AsyncGenerator<Listing | Skipped> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    yield { path: file, reason: `cannot be read: ${systemReason(error)}` }
    return
  }
  yield* readUrlList(text, file)
}

/** What a list gives, or that it cannot be had. */
async function* withReason(
  address: string,
  items: AsyncIterable<Listing | Skipped>,
): AsyncGenerator<Listing | Skipped> {
  try {
    yield* items
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof TransientError)) throw error
    yield { path: withoutSecrets(address), reason: error.message }
  }
}

async function* fromFeed(address: string, fetching: Fetching): AsyncGenerator<Listing | Skipped> {
  const { items } = await fetchList(address, 'feed', fetching)
  yield* usable(items, address, 'an empty feed')
}

async function* fromSitemaps(first: string, fetching: Fetching): AsyncGenerator<Listing | Skipped> {
  const queue = [first]
  const seen = new Set(queue)
  for (const [index, address] of queue.entries()) {
    if (index >= SITEMAPS) {
      yield { path: withoutSecrets(first), reason: `more than ${SITEMAPS} sitemaps below it: the others are left out` }
      return
    }
    yield* withReason(address, fromSitemap(address, fetching, queue, seen))
  }
}

async function* fromSitemap(
  address: string,
  fetching: Fetching,
  queue: string[],
  seen: Set<string>,
): AsyncGenerator<Listing | Skipped> {
  const { items, sitemaps } = await fetchList(address, 'sitemap', fetching)
  for (const child of sitemaps) {
    if (seen.has(child)) continue
    seen.add(child)
    queue.push(child)
  }
  if (sitemaps.length === 0) yield* usable(items, address, 'an empty sitemap')
  else yield* usable(items, address)
}

function* usable(items: readonly Listing[], address: string, empty?: string): Generator<Listing | Skipped> {
  const shown = withoutSecrets(address)
  if (items.length === 0 && empty !== undefined) yield { path: shown, reason: empty }
  for (const [index, item] of items.entries())
    if (/^https?:/.test(item.url)) yield item
    else yield { path: `${shown}#${index + 1}`, reason: 'an entry without an http(s) address' }
}

/**
 * What a feed or sitemap lists: anew, or as remembered when it has not changed.
 * @throws InputError, TransientError when it cannot be had
 */
async function fetchList(
  address: string,
  kind: ListBytes['kind'],
  { client, robots, memory, readList = async list => contentsOf(list) }: Fetching,
): Promise<Contents> {
  const key = keyOf(address)
  const before = await memory.recall(key)
  const known = before?.listing
  const got = await get(address, client, {
    accept: ACCEPT,
    headers: hop => (known && before.finalKey === keyOf(hop.href) ? validators(before.retrieval) : {}),
    permit: hop => robots.permit(hop),
    wanted: () => undefined,
  })
  const checkedAt = new Date().toISOString()
  if (got.status === 304 && known) {
    await memory.remember(withoutSecrets(address), { ...before, checkedAt })
    return known
  }
  if (got.status !== 200 || !got.body) throw new InputError(`the host answered ${got.status}`)
  if (got.body.length === 0) throw new TransientError('an empty body')
  const charset = charsetOf(got)
  const contents = await readList({
    kind,
    bytes: got.body,
    ...(charset === undefined ? {} : { charset }),
    final: got.final.href,
    limit: client.settings.maxBytes,
  })
  await memory.remember(withoutSecrets(address), {
    key,
    checkedAt,
    ...(isPlain(contents)
      ? { listing: contents, finalKey: keyOf(got.final.href), retrieval: retrievalOf(address, got) }
      : {}),
  })
  return contents
}

/** Whether a listing may be kept: short, and without secrets in its addresses. */
const isPlain = ({ items, sitemaps }: Contents): boolean =>
  items.length + sitemaps.length <= REMEMBERED &&
  !items.some(({ url }) => hasSecrets(url)) &&
  !sitemaps.some(hasSecrets)
