import { gunzipSync } from 'node:zlib'
import { InputError } from '../model/errors.ts'

/** A list's bytes, unpacked when they are a .gz file. @param limit most bytes unpacked @throws InputError */
export function unpackedList(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit }))
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new InputError(
      tooLarge ? `larger than ${limit} bytes when unpacked` : `not a whole .gz file: ${(error as Error).message}`,
    )
  }
}

/**
 * Bytes of XML or JSON as text, by byte order mark, the transport's charset, the XML declaration, UTF-8, else windows-1252.
 */
export function listText(bytes: Uint8Array, charset?: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^<\?xml\s[^>]{0,150}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})/.exec(head)?.[1]
  const marked = head.startsWith('þÿ') ? 'utf-16be' : head.startsWith('ÿþ') ? 'utf-16le' : undefined
  const utf8 = head.startsWith('ï»¿') ? 'utf-8' : undefined
  for (const label of [marked, utf8, charset, declared, 'utf-8']) {
    if (label === undefined) continue
    try {
      return new TextDecoder(label.trim(), { fatal: true }).decode(bytes)
    } catch {
      // An unknown label, or bytes that refute it: the next one may fit.
    }
  }
  // A stray byte in one title must not cost all entries; every byte is a character of windows-1252.
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Where a document type must begin, and how far its declarations are looked at, in UTF-16 units. */
const HEAD = 100_000

/**
 * Refuses XML whose document type declares entities, which no feed needs and bombs and file thieves do. An article that only
 * writes of them, in its text or CDATA, is none of those.
 * @throws InputError
 */
export function refuseEntities(text: string): void {
  const root = text.search(/<[A-Za-z]/)
  const at = text.slice(0, HEAD).search(/<!DOCTYPE\s/i)
  const heads = [root < 0 ? text : text.slice(0, root), at < 0 ? '' : text.slice(at, at + HEAD)]
  if (heads.some(head => /<!ENTITY\b/i.test(head)))
    throw new InputError('it declares entities of its own, which errata never expands')
}

/**
 * Refuses XML that declares entities, and XML that breaks off: parsers take what is there for all there is.
 * @throws InputError
 */
export function refuseBadXml(text: string): void {
  const start = text.trimStart()
  if (!start.startsWith('<')) return
  refuseEntities(text)
  const root = /<([A-Za-z][\w.-]{0,50}(?::[\w.-]{1,50})?)[\s/>]/.exec(start.replace(/^<\?xml[^>]{0,300}>/, ''))?.[1]
  const end = text
    .slice(-2000)
    .replace(/<!--.{0,1900}?-->/gs, '')
    .trimEnd()
  if (root !== undefined && !end.endsWith('>')) throw new InputError('it breaks off in the middle')
  if (root !== undefined && !new RegExp(`(?:</${root}\\s{0,20}>|/>)$`).test(end))
    throw new InputError(`it breaks off: <${root}> is not closed`)
}
