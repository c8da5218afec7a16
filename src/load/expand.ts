import type { Hints, Stated } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { MAX_DEPTH } from './limits.ts'
import type { Container, Kind } from './media-type.ts'
import { type Item, sourceOf, whole } from './source.ts'
import { reasonOf, unpacked } from './unpack.ts'

/** What is known of bytes that are about to be taken apart. */
export interface From {
  /** As `errata status` names them; what is inside is `path#number`. */
  readonly path: string
  readonly hints?: Hints
  /** What the container around them says of them. */
  readonly stated?: Stated
  /** The charset that the transport claimed. */
  readonly charset?: string
  /** Containers around these bytes. */
  readonly depth?: number
}

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Takes a container apart: a source for each document in it, or why there is none. */
export type Expand = (chunks: Chunks, from: From) => AsyncIterable<Item>

/** Loaders of containers, each loaded when the first such file appears. */
const EXPAND: Readonly<Record<Container, () => Promise<Expand>>> = {
  jsonl: async () => (await import('./jsonl.ts')).jsonLines,
  json: async () => (await import('./json-file.ts')).jsonFile,
  feed: async () => (await import('./feed-file.ts')).feedFile,
  mail: async () => (await import('./mail-file.ts')).mailFile,
  mbox: async () => (await import('./mbox.ts')).mbox,
  warc: async () => (await import('./warc.ts')).warc,
}

/**
 * The documents in a stream of bytes, whatever it is: one, those of a container, or why there is none. What was read
 * before a stream broke off counts; the rest is told once.
 */
export async function* expand(chunks: Chunks, kind: Kind, from: From): AsyncGenerator<Item> {
  const { path, hints, stated, charset, depth = 0 } = from
  if ('reason' in kind) {
    yield { path, reason: kind.reason }
    return
  }
  try {
    const plain = kind.gzip ? unpacked(chunks) : chunks
    if ('container' in kind) {
      if (depth >= MAX_DEPTH) throw new InputError(`more than ${MAX_DEPTH} archives, mails or feeds within each other`)
      yield* (await EXPAND[kind.container]())(plain, { ...from, depth: depth + 1 })
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
