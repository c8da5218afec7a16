import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { InputError } from '../model/errors.ts'
import { MAX_BYTES } from './limits.ts'

/** An HTTP response as an archive keeps it. */
export interface HttpMessage {
  readonly status: number
  /** Names in lower case; of several with one name, the first. */
  readonly headers: ReadonlyMap<string, string>
  /** Transfer and content encodings taken off. */
  readonly body: Uint8Array
}

/** Bytes in which a message's headers must end. */
const MAX_HEAD = 262_144

/**
 * Reads a response: status line, headers, and the body that a browser would show.
 * @throws InputError when it is no response, or its body cannot be unpacked within the limit
 */
export function httpMessage(bytes: Uint8Array): HttpMessage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = buffer.toString('latin1', 0, Math.min(bytes.length, MAX_HEAD))
  const end = /\r?\n\r?\n/.exec(head)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?:\s|$)/.exec(head)?.[1]
  if (status === undefined || !end) throw new InputError('not an HTTP response')
  const headers = headersIn(head.slice(0, end.index))
  const sent = buffer.subarray(end.index + end[0].length)
  const whole = /(?:^|,)\s{0,5}chunked\s{0,5}$/i.test(headers.get('transfer-encoding') ?? '') ? joined(sent) : sent
  return {
    status: Number(status),
    headers,
    body: new Uint8Array(decoded(whole, headers.get('content-encoding') ?? '')),
  }
}

/** Header fields of an HTTP message or a WARC record; lines that begin with blanks go on from the one before. */
export function headersIn(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  const lines = head.split(/\r?\n/)
  let name = ''
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) {
      if (name !== '') headers.set(name, `${headers.get(name)} ${line.trim()}`)
    } else if (colon > 0) {
      const key = line.slice(0, colon).trim().toLowerCase()
      name = headers.has(key) ? '' : key
      if (name !== '') headers.set(name, line.slice(colon + 1).trim())
    }
  }
  return headers
}

/** The chunks of a chunked body, put together; archives also hold bodies that only say that they are chunked. */
function joined(sent: Buffer): Buffer {
  const chunks: Buffer[] = []
  let at = 0
  while (at < sent.length) {
    const size = /^([\da-fA-F]{1,8})[ \t]{0,10}(?:;[^\r\n]{0,200})?\r?\n/.exec(sent.toString('latin1', at, at + 240))
    if (!size) {
      if (chunks.length === 0) return sent
      throw new InputError('a chunk of its body is broken')
    }
    const start = at + size[0].length
    const length = Number.parseInt(size[1] ?? '', 16)
    if (length === 0) break
    if (start + length > sent.length) throw new InputError('its body breaks off within a chunk')
    chunks.push(sent.subarray(start, start + length))
    at = start + length
    if (sent[at] === 13) at++
    if (sent[at] === 10) at++
  }
  return Buffer.concat(chunks)
}

const LIMIT = { maxOutputLength: MAX_BYTES }

/** Decoders by the name of a content coding. */
const CODINGS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: bytes => gunzipSync(bytes, LIMIT),
  'x-gzip': bytes => gunzipSync(bytes, LIMIT),
  // Servers send both forms under this name.
  deflate: bytes => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, LIMIT) : inflateRawSync(bytes, LIMIT)),
  br: bytes => brotliDecompressSync(bytes, LIMIT),
  zstd: bytes => zstdDecompressSync(bytes, LIMIT),
  identity: bytes => bytes,
}

/** A body without its content codings; archives also hold bodies that were unpacked already. */
function decoded(body: Buffer, codings: string): Buffer {
  const names = codings
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  if (names.length > 3) throw new InputError('its body is encoded more than three times')
  return names.reduceRight((bytes, name) => {
    const decode = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined
    if (!decode) throw new InputError(`its body has the unknown encoding ${JSON.stringify(name.slice(0, 40))}`)
    if (/gzip/.test(name) && !(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes
    try {
      return decode(bytes)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error
      throw new InputError(`its body cannot be unpacked: ${(error as Error).message}`, { cause: error })
    }
  }, body)
}
