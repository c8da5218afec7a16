import { InputError } from '../model/errors.ts'
import type { Chunks } from './expand.ts'
import { headersIn } from './http-message.ts'
import { MAX_BYTES } from './limits.ts'

/** A record of a WARC file (ISO 28500). */
export interface WarcRecord {
  /** Counted from 1. */
  readonly number: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** Undefined when it is larger than the limit, or nobody asked for it. */
  readonly block: Uint8Array | undefined
}

/** Bytes in which a record's headers must end. */
const MAX_HEAD = 65_536

/** Bytes looked at first: most headers are shorter. */
const WINDOW = 1024

/** A stream that is read piece by piece. */
class Bytes {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  #at = 0

  constructor(chunks: Chunks) {
    this.#chunks = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  }

  /** Takes in more; false at the end. */
  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#held = Buffer.concat([this.#held.subarray(this.#at), next.value])
    this.#at = 0
    return true
  }

  /** The bytes up to and including a mark that the next `limit` bytes hold; undefined when they hold none. */
  async until(mark: RegExp, limit: number): Promise<string | undefined> {
    for (let window = WINDOW; ; ) {
      const text = this.#held.toString('latin1', this.#at, Math.min(this.#held.length, this.#at + window))
      const found = mark.exec(text)
      if (found) {
        const end = found.index + found[0].length
        this.#at += end
        return text.slice(0, end)
      }
      if (window >= limit) return undefined
      if (text.length === window) window = Math.min(limit, window * 4)
      else if (!(await this.#more())) return undefined
    }
  }

  /** Passes over bytes with these values. @returns whether anything follows */
  async skip(values: readonly number[]): Promise<boolean> {
    for (;;) {
      while (this.#at < this.#held.length && values.includes(this.#held[this.#at] ?? -1)) this.#at++
      if (this.#at < this.#held.length) return true
      if (!(await this.#more())) return false
    }
  }

  /** So many bytes, in pieces to `take`; false when the stream ends before. */
  async pass(size: number, take: (piece: Buffer) => void): Promise<boolean> {
    for (let left = size; ; ) {
      const piece = this.#held.subarray(this.#at, this.#at + left)
      this.#at += piece.length
      left -= piece.length
      take(piece)
      if (left === 0) return true
      if (!(await this.#more())) return false
    }
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}

/**
 * The records of a WARC file in their order. Only the block of the record in hand is in memory. Linear.
 * @param wants whether a record's block is of use, by its headers
 * @throws InputError where the stream is no WARC, or breaks off; the records before it have been given
 */
export async function* warcRecords(
  chunks: Chunks,
  wants: (headers: ReadonlyMap<string, string>) => boolean,
): AsyncGenerator<WarcRecord> {
  const stream = new Bytes(chunks)
  let number = 0
  try {
    while (await stream.skip([10, 13])) {
      const after = number === 0 ? '' : ` after record ${number}`
      const head = await stream.until(/\r?\n\r?\n/, MAX_HEAD)
      if (head === undefined || !/^WARC\/\d\.\d\r?\n/.test(head))
        throw new InputError(`not a whole WARC file: no record begins${after === '' ? ' in it' : after}`)
      number++
      const headers = headersIn(head)
      const length = headers.get('content-length') ?? ''
      if (!/^\d{1,15}$/.test(length))
        throw new InputError(`not a whole WARC file: record ${number} does not say how long it is`)
      const size = Number(length)
      const keep = size <= MAX_BYTES && wants(headers)
      const pieces: Buffer[] = []
      const whole = await stream.pass(size, piece => {
        // A copy, because a stream may use a chunk's memory again.
        if (keep) pieces.push(Buffer.from(piece))
      })
      if (!whole) throw new InputError(`not a whole WARC file: it breaks off within record ${number}`)
      yield { number, headers, block: keep ? new Uint8Array(Buffer.concat(pieces)) : undefined }
    }
    if (number === 0) throw new InputError('no records: an empty archive')
  } finally {
    await stream.close()
  }
}
