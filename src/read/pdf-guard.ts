import { inflateSync } from 'node:zlib'
import { InputError } from '../model/errors.ts'

/** Bytes that one stream may unpack to: text, fonts, tables; pictures, which may be raw bitmaps, are allowed more. */
const MAX_STREAM = 50_000_000
const MAX_PICTURE = 200_000_000

/** Deflate's ceiling is 1032 to 1: a stream of fewer bytes cannot break the limit. */
const RATIO = 1032

/** Bytes of a stream in one of the old codings (LZW, run length, hexadecimal), whose sizes are not looked at. */
const MAX_OLD = 1_000_000

/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 2_000

const STREAM = Buffer.from('stream')

/**
 * Looks at a PDF before a library unpacks it: the library has no limit of its own.
 * @throws InputError for an encrypted one, and for a stream that unpacks to more than any page needs
 */
export function guardPdf(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.subarray(0, 1024).indexOf('%PDF-') < 0) throw new InputError('not a PDF: it does not begin as one')
  if (encrypted(buffer)) throw new InputError('an encrypted PDF: its publisher does not want it copied')
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue
    const start = at + STREAM.length + (buffer[at + STREAM.length] === 13 ? 2 : 1)
    const found = buffer.indexOf('endstream', start)
    const end = found < 0 ? buffer.length : found
    guardStream(buffer.subarray(start, end), dictionaryBefore(buffer, at))
    at = end
  }
}

const encrypted = (buffer: Buffer): boolean => {
  for (let at = buffer.indexOf('/Encrypt'); at >= 0; at = buffer.indexOf('/Encrypt', at + 8))
    if (/^\/Encrypt\s{0,20}(?:\d{1,10}\s{1,20}\d{1,5}\s{1,20}R|<<)/.test(buffer.toString('latin1', at, at + 100)))
      return true
  return false
}

/** The dictionary of a stream, names without their escapes ("/Fl#61teDecode"). */
function dictionaryBefore(buffer: Buffer, at: number): string {
  const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at)
  const object = before.lastIndexOf(' obj')
  const text = object < 0 ? before : before.slice(object)
  return text.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function guardStream(stream: Buffer, dictionary: string): void {
  const limit = /\/Subtype\s{0,20}\/Image\b/.test(dictionary) ? MAX_PICTURE : MAX_STREAM
  const old = /\/(?:LZW|LZWDecode|RL|RunLengthDecode|AHx|ASCIIHexDecode|A85|ASCII85Decode)\b/.test(dictionary)
  if (old && stream.length > MAX_OLD)
    throw new InputError(`too large: a stream of more than ${MAX_OLD} bytes in an old coding`)
  const layers = dictionary.match(/\/(?:Fl|FlateDecode)\b/g)?.length ?? 0
  // The filters may stand in an object of their own: then any stream may be packed many times over.
  const unknown = /\/(?:F|Filter)\s{1,20}\d/.test(dictionary)
  if (stream.length * RATIO ** Math.max(1, layers) < limit && !unknown) return
  let packed: Buffer = stream
  for (let layer = 0; layer < Math.max(layers, unknown ? MAX_LAYERS : 0); layer++) {
    if (layer >= MAX_LAYERS) throw new InputError(`too large: a stream packed more than ${MAX_LAYERS} times`)
    try {
      packed = inflateSync(packed, { maxOutputLength: limit })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new InputError(`too large: a stream unpacks to more than ${limit} bytes`, { cause: error })
      // Not deflate, or broken: the library takes what there is, and no more than was looked at here.
      return
    }
  }
}

const MAX_LAYERS = 3
