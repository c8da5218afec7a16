import { InputError } from '../model/errors.ts'

/** First bytes of formats that are not text, whatever the file is called. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or Office document'],
  ['\x1f\x8b', 'gzip data'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['{\\rtf', 'a Rich Text document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'a SQLite database'],
]

/** Text files hold no control characters but these: tab, newline, vertical tab, form feed, return, escape. */
const isControl = (byte: number): boolean => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27

/** Share of control characters beyond which bytes are not text; a stray one happens. */
const MAX_CONTROL_SHARE = 0.01

/** @throws InputError when bytes are not text in any encoding of one byte or more a character */
export function refuseBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1')
  const signature = SIGNATURES.find(([start]) => head.startsWith(start))
  if (signature) throw new InputError(`binary file: it is ${signature[1]}`)
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw new InputError(`binary file: a NUL byte at ${zero}`)
  let controls = 0
  for (let at = 0; at < bytes.length; at++) if (isControl(bytes[at] ?? 0)) controls++
  if (controls > bytes.length * MAX_CONTROL_SHARE + 1)
    throw new InputError(`binary file: ${controls} of its ${bytes.length} bytes are control characters`)
}
