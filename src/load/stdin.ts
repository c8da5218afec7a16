import type { Hints } from '../model/document.ts'
import { expand } from './expand.ts'
import { sniff } from './media-type.ts'
import type { Open } from './packet.ts'
import type { Item } from './source.ts'
import { reasonOf, unpacked } from './unpack.ts'

/** What `doc` and status call standard input. */
const NAME = '-'

/** Standard input: any format that files have, told by how it begins; packed or not. */
export async function* loadStdin(
  hints?: Hints,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
  open?: Open,
): AsyncGenerator<Item> {
  try {
    const packed = await headed(stdin)
    const { head, chunks } = isGzip(packed.head) ? await headed(unpacked(packed.chunks)) : packed
    yield* expand(chunks, { ...sniff(head), gzip: false }, { path: NAME, ...(hints && { hints }) }, open)
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
