import { createHash } from 'node:crypto'
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { createGunzip, gunzipSync } from 'node:zlib'
import type { Hints, Skipped, Source } from '../model/document.ts'
import { jsonLines } from './jsonl.ts'
import { MAX_BYTES, MAX_BYTES_WORDS, MAX_RATIO } from './limits.ts'
import { type Kind, kindOf } from './media-type.ts'

const TOO_LARGE = `larger than ${MAX_BYTES_WORDS}`
const TOO_LARGE_UNPACKED = `larger than ${MAX_BYTES_WORDS} when unpacked`

/** A regular file to load: where it is (bytes, since names need not be UTF-8) and what `doc` and status call it. */
export interface FileEntry {
  readonly file: Buffer
  readonly doc: string
}

/**
 * The source in a file, the documents of a `.jsonl` file, or why it cannot be taken. Reads nothing that no reader
 * takes.
 */
export async function* loadFile({ file, doc }: FileEntry, hints?: Hints): AsyncGenerator<Source | Skipped> {
  const kind = kindOf(doc)
  if ('reason' in kind) yield { path: doc, reason: kind.reason }
  else if ('jsonLines' in kind) yield* linesOf(file, doc, kind.gzip, hints)
  else {
    try {
      yield toSource(readWhole(file), doc, kind, hints)
    } catch (error) {
      yield { path: doc, reason: reasonOf(error) }
    }
  }
}

/** One source of bytes already read. `kind` must not be that of a `.jsonl` file. */
export function toSource(
  bytes: Uint8Array | string,
  doc: string,
  kind: Exclude<Kind, { reason: string } | { jsonLines: true }>,
  hints?: Hints,
): Source | Skipped {
  if (typeof bytes === 'string') return { path: doc, reason: bytes }
  if (bytes.length === 0) return { path: doc, reason: 'empty file' }
  const raw = kind.gzip ? unpack(bytes) : bytes
  if (raw.length === 0) return { path: doc, reason: 'empty file inside the .gz' }
  const id = createHash('sha256').update(raw).digest('hex')
  return { id, doc, path: doc, mediaType: kind.mediaType, bytes: raw, ...(hints ? { hints } : {}) }
}

/** All bytes of a regular file in memory of their own, or the reason why not. */
function readWhole(file: Buffer): Uint8Array | string {
  // Non-blocking: should the file have become a FIFO since it was listed, opening it must not wait for a writer.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) return 'not a regular file'
    if (stat.size > MAX_BYTES) return TOO_LARGE
    const bytes = new Uint8Array(stat.size)
    let length = 0
    while (length < bytes.length) {
      const count = readSync(handle, bytes, length, bytes.length - length, null)
      if (count === 0) break
      length += count
    }
    return length === bytes.length ? bytes : bytes.slice(0, length)
  } finally {
    closeSync(handle)
  }
}

function unpack(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gunzipSync(bytes, { maxOutputLength: MAX_BYTES }))
}

async function* linesOf(file: Buffer, path: string, gzip: boolean, hints?: Hints): AsyncGenerator<Source | Skipped> {
  const from = { path, ...(hints ? { hints } : {}) }
  try {
    const packed = createReadStream(file, { flags: 'r', highWaterMark: 1 << 20 })
    yield* jsonLines(gzip ? unpacked(packed) : packed, from)
  } catch (error) {
    yield { path, reason: reasonOf(error) }
  }
}

/** Unpacks a stream; ends with a RangeError when it grows beyond every honest ratio. */
export async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  let size = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      size += chunk.length
      yield chunk
    }
  }
  const { Readable, pipeline } = await import('node:stream')
  let failure: Error | undefined
  pipeline(Readable.from(counted(), { objectMode: false }), gunzip, error => {
    failure = error ?? undefined
  })
  let out = 0
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    out += chunk.length
    if (out > MAX_BYTES && out > size * MAX_RATIO)
      throw new RangeError(`unpacks to more than ${MAX_RATIO} times its size`)
    yield chunk
  }
  if (failure) throw failure
}

const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder',
  ENOENT: 'it disappeared while errata was running',
  ELOOP: 'a link that leads to itself',
  EIO: 'the disk reports an error',
  ENXIO: 'not a regular file',
}

/** Plain words for an error of the system or of unpacking. @throws the error itself when it is neither. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
    return TOO_LARGE_UNPACKED
  if (error instanceof RangeError) return error.message
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  if (code.startsWith('Z_')) return `not a whole .gz file: ${(error as Error).message}`
  return `cannot be read: ${SYSTEM[code] ?? code}`
}
