import type { IncomingMessage } from 'node:http'
import { pipeline, type Transform } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { InputError } from '../../model/errors.ts'
import { MAX_RATIO } from '../limits.ts'

/** Unpacked bytes below which the ratio to the packed ones says nothing. */
const RATIO_FROM = 1_000_000

/** RFC 9659: content coding zstd has windows of at most 8 MB. */
const ZSTD_WINDOW = { params: { [constants.ZSTD_d_windowLogMax]: 23 } }

/** What happens to the rest of a body that is longer than the limit. */
export interface BodyLimit {
  readonly bytes: number
  /** Takes the beginning instead of refusing it all: a robots.txt counts up to its limit. */
  readonly cut?: boolean
}

/**
 * The body of an answer, its content coding taken off.
 * @throws InputError when it is larger than the limit, unpacks beyond every honest ratio, or has a coding nobody asked for
 * @throws the stream's or zlib's own error when it breaks off
 */
export async function bodyOf(answer: IncomingMessage, limit: BodyLimit): Promise<Uint8Array> {
  const packed = { size: 0 }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of await unpacked(answer, packed)) {
    size += chunk.length
    if (size > RATIO_FROM && size > packed.size * MAX_RATIO)
      throw new InputError(`its body unpacks to more than ${MAX_RATIO} times its size`)
    if (size > limit.bytes && !limit.cut) throw new InputError(`larger than ${words(limit.bytes)}`)
    if (size >= limit.bytes && limit.cut) {
      parts.push(chunk.subarray(0, chunk.length - (size - limit.bytes)))
      size = limit.bytes
      break
    }
    parts.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const words = (bytes: number): string => (bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes} bytes`)

/** The body's chunks; `packed.size` grows with what has come over the wire. */
async function unpacked(answer: IncomingMessage, packed: { size: number }): Promise<AsyncIterable<Uint8Array>> {
  const chunks = (answer as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  const first = await chunks.next()
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for (let next = first; !next.done; next = await chunks.next()) {
        packed.size += next.value.length
        yield next.value
      }
    } finally {
      answer.destroy()
    }
  }
  const coding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (first.done || coding === '' || coding === 'identity') return counted()
  // The callback is there because pipeline wants one; a failure shows where the bytes are read.
  return pipeline(counted, decoder(coding, first.value), () => undefined)
}

function decoder(coding: string, first: Uint8Array): Transform {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'br') return createBrotliDecompress()
  if (coding === 'zstd') return createZstdDecompress(ZSTD_WINDOW)
  // "deflate" is zlib by RFC 9110, and bare deflate by some servers: the first byte tells (RFC 1950: method 8).
  if (coding === 'deflate') return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  throw new InputError(`a content coding that was not asked for: ${coding.slice(0, 40)}`)
}
