import type { Chunks } from './expand.ts'
import { documentSource, firstOfEach, withoutMark } from './json-document.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { type From, type Open, openHere, type Packet } from './packet.ts'
import type { Item } from './source.ts'

const NEWLINE = 10

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
  const once = firstOfEach('line')
  let any = false
  for await (const { number, bytes } of lines(chunks)) {
    const path = `${from.path}#${number}`
    any = true
    if (bytes === undefined) {
      yield { path, reason: `the line is larger than ${MAX_BYTES_WORDS}` }
      continue
    }
    for await (const item of open({ format: 'line', bytes, from: { ...from, path } })) yield once(item, number)
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
  return first ? withoutMark(bytes) : bytes
}

/** The document that a line is. */
export function* lineItems({ bytes, from: { path, hints } }: Packet): Generator<Item> {
  yield documentSource(bytes, path, hints)
}
