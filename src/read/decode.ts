import { isAscii, isUtf8 } from 'node:buffer'
import type { Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, limit } from '../model/limits.ts'
import { refuseBinary } from './binary.ts'
import { guessEncoding } from './guess.ts'

/** A source's bytes as a string; raw offsets count its UTF-16 units, a byte order mark included. */
export interface Decoded {
  readonly raw: string
  /** Where the text begins: 1 after a byte order mark, else 0. */
  readonly start: number
  /**
   * Its name in the Encoding Standard, as `new TextDecoder(encoding, { ignoreBOM: true })` takes it to give `raw`
   * again.
   */
  readonly encoding: string
  /** A guessed or wrongly declared encoding, characters that could not be read. */
  readonly notes: readonly string[]
}

/** What decides how bytes are read; `mediaType` alone does not say it. */
type Encoded = Pick<Source, 'bytes' | 'charset' | 'mediaType'>

/**
 * Decodes a source by, in this order: byte order mark, bytes that are UTF-8 beyond ASCII, the charset that the
 * transport declared, the one that the page declares, UTF-8, a guess that is noted as one. A declaration that the bytes
 * refute is noted.
 * @throws InputError for binary data, and for more characters than the limit
 */
export function decode(source: Encoded, limits = LIMITS): Decoded {
  const decoded = decodeWhole(source)
  limit('characters', decoded.raw.length, limits)
  return decoded
}

function decodeWhole(source: Encoded): Decoded {
  const { bytes } = source
  const marked = byMark(bytes)
  if (marked !== undefined) return finish(bytes, marked, [])
  const declared =
    labelled(source.charset) ?? labelled(source.mediaType.includes('html') ? declaredInPage(bytes) : undefined)
  const wide = declared?.startsWith('utf-16') ? declared : guessUtf16(bytes)
  if (wide !== undefined && fits(bytes, wide))
    return finish(bytes, wide, wide === declared ? [] : [`encoding guessed: ${wide}`])
  refuseBinary(bytes)
  if (declared !== undefined) {
    const utf8 = isUtf8(bytes) && !isAscii(bytes)
    if (utf8 || declared === 'utf-8') return utf8OrWorse(bytes, declared)
    if (fits(bytes, declared)) return finish(bytes, declared, [])
    const read = utf8OrWorse(bytes, 'utf-8')
    return { ...read, notes: [`declared as ${declared}, which it is not`, ...read.notes] }
  }
  return utf8OrWorse(bytes, 'utf-8')
}

/** UTF-8, damaged UTF-8, or a guess. */
function utf8OrWorse(bytes: Uint8Array, declared: string): Decoded {
  const notes = declared === 'utf-8' ? [] : [`declared as ${declared}, but the bytes are UTF-8`]
  if (isUtf8(bytes)) return finish(bytes, 'utf-8', notes)
  const damage = lostInUtf8(bytes)
  if (damage !== undefined) return finish(bytes, 'utf-8', [`damaged UTF-8: ${damage} read as U+FFFD`])
  const guessed = guessEncoding(bytes)
  if (guessed === undefined) throw new InputError('no encoding fits its bytes')
  return finish(bytes, guessed, [`encoding guessed: ${guessed}`])
}

function finish(bytes: Uint8Array, encoding: string, notes: readonly string[]): Decoded {
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (raw.includes('\0')) throw new InputError('binary data: it holds NUL characters')
  return { raw, start: raw.startsWith('\uFEFF') ? 1 : 0, encoding, notes }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** The Encoding Standard's name for a label; undefined for none, an unknown one, and those it refuses to decode. */
function labelled(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

/** Bytes of a page in which a `meta` that declares the charset must stand, by the HTML standard. */
const PRESCAN = 1024

/**
 * The charset that a page's `meta` (or XML declaration) names; one that names UTF-16 was read as ASCII to be found, so
 * it is UTF-8.
 */
function declaredInPage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1')
  const label =
    /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /^<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})/.exec(head)?.[1]
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    return !new TextDecoder(encoding, { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}

/** Bytes looked at to see whether they are UTF-16 without a mark. */
const SAMPLE = 4096

/** Text in Latin letters as UTF-16 has a zero in nearly every second byte, always on the same side. */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE)
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even === 0 && odd > length / 4) return 'utf-16le'
  return odd === 0 && even > length / 4 ? 'utf-16be' : undefined
}

/** Sequences of several bytes that must be sound for each that is not, to call bytes damaged UTF-8 and nothing else. */
const SOUND_PER_BROKEN = 10

/** How many places of damaged UTF-8 are lost ("2 places"); undefined when the bytes are rather something else. */
function lostInUtf8(bytes: Uint8Array): string | undefined {
  const read = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let sound = 0
  for (let at = 0; at < read.length; at++) {
    const unit = read.charCodeAt(at)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) sound++
  }
  if (sound < broken * SOUND_PER_BROKEN) return undefined
  return broken === 1 ? '1 place' : `${broken} places`
}
