import { isUtf8 } from 'node:buffer'
import type { Span } from '../model/span.ts'

/**
 * Where a span of the decoded raw source stands in its bytes, for provenance beyond the decoded string. Characters are
 * not divided: a span that begins or ends inside a surrogate pair is widened to it.
 * @param bytes the source
 * @param encoding `Document.encoding`
 * @param span in UTF-16 units of the decoded source, a byte order mark included
 * @throws RangeError when the source is shorter than the span
 */
export function byteSpan(bytes: Uint8Array, encoding: string, { start, end }: Span): Span {
  if (encoding === 'utf-8' && isUtf8(bytes)) {
    const from = utf8Offset(bytes, start, 0, 0, false)
    const to = utf8Offset(bytes, end, from.byte, from.unit, true)
    return { start: from.byte, end: to.byte }
  }
  return { start: stepped(bytes, encoding, start, false), end: stepped(bytes, encoding, end, true) }
}

/**
 * Byte offset of a unit in sound UTF-8, counting from a known place: only the first byte of a character says how many
 * units it has.
 */
function utf8Offset(bytes: Uint8Array, unit: number, byteFrom: number, unitFrom: number, after: boolean) {
  let byte = byteFrom
  let units = unitFrom
  while (units < unit) {
    const lead = bytes[byte]
    if (lead === undefined) throw new RangeError(`the source ends before unit ${unit}`)
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const size = length === 4 ? 2 : 1
    if (!after && units + size > unit) break
    byte += length
    units += size
  }
  return { byte, unit: units }
}

/** Byte offset of a unit in any other encoding: decodes byte by byte and notes where each character began. */
function stepped(bytes: Uint8Array, encoding: string, unit: number, after: boolean): number {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let units = 0
  let began = 0
  for (let at = 0; at < bytes.length && units < unit; at++) {
    const size = decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length
    if (size === 0) continue
    if (!after && units + size > unit) return began
    units += size
    began = at + 1
  }
  if (units >= unit) return began
  if (units + decoder.decode().length >= unit) return bytes.length
  throw new RangeError(`the source ends before unit ${unit}`)
}
