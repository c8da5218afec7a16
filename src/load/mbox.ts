import { InputError } from '../model/errors.ts'
import type { Chunks } from './expand.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { type From, type Open, openHere } from './packet.ts'
import type { Item } from './source.ts'

/** The line that stands before each message: "From jo@e.org Thu Jan  1 00:00:00 1970". */
const FROM_LINE = /^From [^\r\n]{0,300}?\d{1,2}:\d\d[^\r\n]{0,60}(?:\r?\n|$)/

/** Bytes in which such a line must end. */
const LONGEST = 400

/**
 * The messages of a mailbox (mboxo, mboxrd), `path#number`, with what is attached to them as `path#number#number`. A
 * message's raw source is its bytes in the file, without the "From " line. Memory: one message. Linear.
 */
export async function* mbox(chunks: Chunks, from: From, open: Open = openHere): AsyncGenerator<Item> {
  let number = 0
  for await (const bytes of messages(chunks)) {
    number++
    const path = `${from.path}#${number}`
    if (bytes === undefined) yield { path, reason: `the message is larger than ${MAX_BYTES_WORDS}` }
    else yield* open({ format: 'message', bytes, from: { ...from, path } })
  }
  if (number === 0) throw new InputError('no messages: an empty mailbox')
}

/** Each message's bytes, undefined when they are too many. @throws InputError when the first line is no "From " line */
async function* messages(chunks: Chunks): AsyncGenerator<Uint8Array | undefined> {
  let parts: Buffer[] = []
  let size = 0
  let begun = false
  const take = (part: Buffer): void => {
    size += part.length
    if (size > MAX_BYTES) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (): Uint8Array | undefined => {
    const bytes = size > MAX_BYTES ? undefined : new Uint8Array(Buffer.concat(parts))
    parts = []
    size = 0
    return bytes
  }
  for await (const { bytes, blankBefore } of blocks(chunks)) {
    let start = 0
    for (const { at, length } of fromLines(bytes, blankBefore)) {
      take(bytes.subarray(start, at))
      if (begun) yield finish()
      else if (size > 0) break
      begun = true
      start = at + length
    }
    if (!begun) throw new InputError('not a mailbox: its first line is no "From " line')
    take(bytes.subarray(start))
  }
  if (begun) yield finish()
}

/** Where messages begin in a block: after an empty line, or at the very start. */
function* fromLines(bytes: Buffer, blankBefore: boolean): Generator<{ at: number; length: number }> {
  for (let at = 0; at < bytes.length; ) {
    const before = bytes.toString('latin1', Math.max(0, at - 4), at)
    const blank = at === 0 ? blankBefore : /(?:^|\n)\r?\n$/.test(before)
    const line = blank ? FROM_LINE.exec(bytes.toString('latin1', at, at + LONGEST))?.[0] : undefined
    if (line !== undefined) yield { at, length: line.length }
    const newline = bytes.indexOf('\nFrom ', at)
    if (newline < 0) return
    at = newline + 1
  }
}

/** A line longer than this has no end that matters: it is passed on in pieces. */
const HELD = 65_536

/**
 * The stream in blocks that begin at the start of a line (but for the rest of a very long one) and end at the end of one.
 * Copies, because a stream may use a chunk's memory again.
 */
async function* blocks(chunks: Chunks): AsyncGenerator<{ bytes: Buffer; blankBefore: boolean }> {
  let held: Uint8Array[] = []
  let size = 0
  let blankBefore = true
  const join = (last: Uint8Array) => {
    const bytes = Buffer.concat([...held, last])
    held = []
    size = 0
    const block = { bytes, blankBefore }
    blankBefore = /(?:^|\n)\r?\n$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 4)))
    return block
  }
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1
    if (end > 0) yield join(chunk.subarray(0, end))
    if (end < chunk.length) {
      held.push(chunk.slice(end))
      size += chunk.length - end
    }
    if (size > HELD) yield join(new Uint8Array())
  }
  if (size > 0) yield join(new Uint8Array())
}
