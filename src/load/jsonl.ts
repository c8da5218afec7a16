import type { Hints } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Chunks } from './expand.ts'
import { guardJson } from './json-slices.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { type From, type Open, openHere, type Packet } from './packet.ts'
import { type Item, sourceOf } from './source.ts'

const NEWLINE = 10
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A line with its number, counted from 1; undefined bytes when it was longer than the limit. */
interface Line {
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

/**
 * The documents of a `.jsonl` file, one a line; a line that is no document, or whose `doc` an earlier line has, is
 * skipped with its number. Blank lines are nothing. Memory: one line, and the ids seen.
 */
export async function* jsonLines(chunks: Chunks, from: From, open: Open = openHere): AsyncGenerator<Item> {
  const seen = new Map<string, number>()
  let any = false
  for await (const { number, bytes } of lines(chunks)) {
    const path = `${from.path}#${number}`
    any = true
    if (bytes === undefined) {
      yield { path, reason: `the line is larger than ${MAX_BYTES_WORDS}` }
      continue
    }
    for await (const source of open({ format: 'line', bytes, from: { ...from, path } })) {
      const first = 'doc' in source ? seen.get(source.doc) : undefined
      if (first === undefined && 'doc' in source) seen.set(source.doc, number)
      yield first === undefined ? source : { path, reason: `line ${first} has the same "doc"` }
    }
  }
  if (!any) yield { path: from.path, reason: 'no documents: no line with text' }
}

/** Lines that are not blank, without their newline, each in bytes of its own. Linear, however long the lines. */
async function* lines(chunks: Chunks): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const finish = (): Line | undefined => {
    const line = { number, bytes: size > MAX_BYTES ? undefined : join(parts, size, number === 1) }
    parts = []
    size = 0
    number++
    return line.bytes?.every(byte => byte <= 32) ? undefined : line
  }
  const add = (part: Uint8Array): void => {
    size += part.length
    if (size > MAX_BYTES) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      // Without the work of a line: a packed file of a kilobyte may hold a million of these.
      if (end === start && size === 0) number++
      else {
        add(chunk.subarray(start, end))
        const line = finish()
        if (line) yield line
      }
      start = end + 1
    }
    // A copy, because a stream may use the chunk's memory again.
    if (start < chunk.length) add(chunk.slice(start))
  }
  const last = size > 0 ? finish() : undefined
  if (last) yield last
}

/** Copies the parts of a line into memory of its own, so that it crosses a thread without its neighbours. */
function join(parts: readonly Uint8Array[], size: number, first: boolean): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  const bom = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bom ? bytes.slice(3) : bytes
}

/** The document that a line is. */
export function* lineItems({ bytes, from: { path, hints } }: Packet): Generator<Item> {
  yield documentSource(bytes, path, hints)
}

/** The document that bytes of JSON are, told by its `doc`; or why they are none. */
export function documentSource(bytes: Uint8Array, path: string, hints: Hints | undefined): Item {
  let value: unknown
  try {
    guardJson(bytes)
    value = JSON.parse(utf8.decode(bytes))
  } catch (error) {
    if (error instanceof InputError) return { path, reason: error.message }
    const reason = error instanceof SyntaxError ? `not JSON: ${error.message}` : 'not UTF-8'
    return { path, reason }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path, reason: 'not a JSON object with "doc" and "text"' }
  const doc = Object.hasOwn(value, 'doc') ? (value as { doc: unknown }).doc : undefined
  if (typeof doc !== 'string' || doc === '') return { path, reason: '"doc" is missing or not a string' }
  const mediaType = 'application/x-errata-document+json'
  return sourceOf(bytes, { doc: doc.toWellFormed(), path, mediaType, ...(hints && { hints }) })
}
