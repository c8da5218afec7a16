import { createGunzip, gunzipSync } from 'node:zlib'
import { MAX_BYTES, MAX_BYTES_WORDS, MAX_RATIO, SMALL } from './limits.ts'

const BOMB = `unpacks to more than ${MAX_RATIO} times its size`

/** Unpacks a .gz, several members in a row included. @throws RangeError beyond the limits, an error of zlib when it is broken */
export function unpack(bytes: Uint8Array): Uint8Array {
  const raw = gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  if (raw.length > SMALL && raw.length > bytes.length * MAX_RATIO) throw new RangeError(BOMB)
  return new Uint8Array(raw)
}

/** Unpacks a stream; ends with a RangeError when it grows beyond every honest ratio. */
export async function* unpacked(packed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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
    if (out > MAX_BYTES && out > size * MAX_RATIO) throw new RangeError(BOMB)
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
    return `larger than ${MAX_BYTES_WORDS} when unpacked`
  if (error instanceof RangeError) return error.message
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  if (code.startsWith('Z_')) return `not a whole .gz file: ${(error as Error).message}`
  return `cannot be read: ${SYSTEM[code] ?? code}`
}
