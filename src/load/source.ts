import type { Skipped, Source } from '../model/document.ts'
import { sha256 } from '../model/sha256.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'

/** Everything about a source but its bytes and what follows from them. */
export type About = Omit<Source, 'id' | 'bytes' | 'doc'> & { readonly doc?: string }

/** A source of these bytes; `doc` is its path unless it has one of its own. */
export function sourceOf(bytes: Uint8Array, { path, doc = path, ...about }: About): Source {
  return { id: sha256(bytes), doc, path, ...about, bytes }
}

/** All bytes of a stream, in memory of their own. @throws RangeError when they are more than the limit */
export async function whole(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MAX_BYTES) throw new RangeError(`larger than ${MAX_BYTES_WORDS}`)
    parts.push(chunk)
  }
  return new Uint8Array(Buffer.concat(parts))
}

export type Item = Source | Skipped
