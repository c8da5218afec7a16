import type { Hints, Skipped, Source } from '../model/document.ts'
import { reasonOf, toSource, unpacked } from './file.ts'
import { jsonLines } from './jsonl.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { sniff } from './media-type.ts'

/** What `doc` and status call standard input. */
const NAME = '-'

/** Standard input: documents as JSONL, a page, or plain text, told by how it begins; packed or not. */
export async function* loadStdin(
  hints?: Hints,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<Source | Skipped> {
  try {
    const packed = await headed(stdin)
    const { head, chunks } = isGzip(packed.head) ? await headed(unpacked(packed.chunks)) : packed
    const kind = sniff(head)
    if ('jsonLines' in kind) yield* jsonLines(chunks, { path: NAME, ...(hints ? { hints } : {}) })
    else if ('mediaType' in kind) yield toSource(await whole(chunks), NAME, { ...kind, gzip: false }, hints)
  } catch (error) {
    yield { path: NAME, reason: reasonOf(error) }
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** At least the first 512 bytes of a stream (fewer when it is shorter), and the whole stream from its start. */
async function headed(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < 512) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  }
  return { head: Buffer.concat(first), chunks: again() }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MAX_BYTES) return `larger than ${MAX_BYTES_WORDS}`
    parts.push(chunk)
  }
  return new Uint8Array(Buffer.concat(parts))
}
