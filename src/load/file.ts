import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import type { Hints } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { expand } from './expand.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { kindOf } from './media-type.ts'
import type { Open } from './packet.ts'
import { type Item, sourceOf } from './source.ts'
import { reasonOf, unpack } from './unpack.ts'

/** A regular file to load: where it is (bytes, since names need not be UTF-8) and what `doc` and status call it. */
export interface FileEntry {
  readonly file: Buffer
  readonly doc: string
}

/**
 * The source in a file, the documents of a container (`.jsonl`, a mailbox, an archive), or why it cannot be taken. Reads
 * nothing that no reader takes.
 */
export async function* loadFile({ file, doc: path }: FileEntry, hints?: Hints, open?: Open): AsyncGenerator<Item> {
  const kind = kindOf(path)
  const from = { path, ...(hints && { hints }) }
  if ('container' in kind)
    yield* expand(createReadStream(file, { flags: 'r', highWaterMark: 1 << 20 }), kind, from, open)
  else if ('reason' in kind) yield { path, reason: kind.reason }
  else {
    try {
      const bytes = readWhole(file)
      if (bytes.length === 0) throw new InputError('empty file')
      const raw = kind.gzip ? unpack(bytes) : bytes
      if (raw.length === 0) throw new InputError('empty file inside the .gz')
      yield sourceOf(raw, { ...from, mediaType: kind.mediaType })
    } catch (error) {
      yield { path, reason: error instanceof InputError ? error.message : reasonOf(error) }
    }
  }
}

/** All bytes of a regular file in memory of their own. @throws InputError when it is none, or too large */
function readWhole(file: Buffer): Uint8Array {
  // Non-blocking: should the file have become a FIFO since it was listed, opening it must not wait for a writer.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw new InputError('not a regular file')
    if (stat.size > MAX_BYTES) throw new InputError(`larger than ${MAX_BYTES_WORDS}`)
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
