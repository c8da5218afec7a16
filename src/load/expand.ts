import { InputError } from '../model/errors.ts'
import { MAX_DEPTH, MAX_USELESS } from './limits.ts'
import type { Container, Kind } from './media-type.ts'
import { type From, type Open, openHere, type Packet } from './packet.ts'
import { type Item, sourceOf, whole } from './source.ts'
import { reasonOf, unpacked } from './unpack.ts'

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Takes a container apart: a source for each document in it, or why there is none. What must be parsed goes through `open`. */
export type Expand = (chunks: Chunks, from: From, open: Open) => AsyncIterable<Item>

/** A container that is parsed as a whole. */
const parsed = (format: Packet['format']): Expand =>
  async function* (chunks, from, open) {
    yield* open({ format, bytes: await whole(chunks), from })
  }

/** Loaders of containers; those that read a stream piece by piece are loaded when the first such file appears. */
const EXPAND: Readonly<Record<Container, () => Promise<Expand>>> = {
  jsonl: async () => (await import('./jsonl.ts')).jsonLines,
  json: async () => parsed('json'),
  feed: async () => parsed('feed'),
  mail: async () => parsed('mail'),
  mbox: async () => (await import('./mbox.ts')).mbox,
  warc: async () => (await import('./warc.ts')).warc,
}

/**
 * The documents in a stream of bytes, whatever it is: one, those of a container, or why there is none. What was read
 * before a stream broke off counts; the rest is told once.
 */
export async function* expand(chunks: Chunks, kind: Kind, from: From, open: Open = openHere): AsyncGenerator<Item> {
  const { path, hints, stated, charset, depth = 0 } = from
  if ('reason' in kind) {
    yield { path, reason: kind.reason }
    return
  }
  try {
    const plain = kind.gzip ? unpacked(chunks) : chunks
    if ('container' in kind) {
      if (depth >= MAX_DEPTH) throw new InputError(`more than ${MAX_DEPTH} archives, mails or feeds within each other`)
      const take = await EXPAND[kind.container]()
      const items = take(plain, { ...from, depth: depth + 1 }, open)
      yield* kind.container === 'warc' ? items : useful(items)
    } else {
      const bytes = await whole(plain)
      if (bytes.length === 0) throw new InputError(kind.gzip ? 'empty file inside the .gz' : 'empty file')
      const known = { ...(hints && { hints }), ...(stated && { stated }), ...(charset && { charset }) }
      yield sourceOf(bytes, { path, mediaType: kind.mediaType, ...known })
    }
  } catch (error) {
    yield { path, reason: error instanceof InputError ? error.message : reasonOf(error) }
  }
}

/**
 * A container's items, as long as it looks like one: each line and element that is no document is named in `status` and in
 * the report, and a megabyte can hold a million. Web archives honestly hold more answers without a page than pages.
 * @throws InputError
 */
async function* useful(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let documents = 0
  let useless = 0
  for await (const item of items) {
    yield item
    if (!('reason' in item)) documents++
    else if (++useless > MAX_USELESS && useless > documents)
      throw new InputError(
        `more than ${MAX_USELESS} pieces of it are no documents; what comes after ${item.path} is not read`,
      )
  }
}
