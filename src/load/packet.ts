import type { Hints, Stated } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Item } from './source.ts'
import { reasonOf } from './unpack.ts'

/** What is known of bytes that are about to be taken apart. */
export interface From {
  /** As `errata status` names them; what is inside is `path#number`. */
  readonly path: string
  readonly hints?: Hints
  /** What the container around them says of them. */
  readonly stated?: Stated
  /** The charset that the transport claimed. */
  readonly charset?: string
  /** Containers around these bytes. */
  readonly depth?: number
}

/** Bytes in memory that must be parsed to know which documents they hold. Plain data: it crosses threads. */
export interface Packet {
  readonly format: keyof typeof INSIDE
  readonly bytes: Uint8Array
  readonly from: From
  /** Of a record of a web archive: its header fields, names in lower case. */
  readonly headers?: ReadonlyMap<string, string>
}

/** What a packet holds, or why it holds nothing; never throws for what is wrong with the bytes. */
export type Open = (packet: Packet) => AsyncIterable<Item>

/** What takes each format apart, loaded when the first such packet appears. @throws InputError, or what `reasonOf` puts into words */
type Inside = (packet: Packet) => AsyncIterable<Item> | Iterable<Item>

const INSIDE = {
  json: async () => (await import('./json-file.ts')).jsonItems,
  line: async () => (await import('./jsonl.ts')).lineItems,
  feed: async () => (await import('./feed-file.ts')).feedItems,
  mail: async () => (await import('./mail-file.ts')).mailItems,
  message: async () => (await import('./mail-file.ts')).mailItems,
  record: async () => (await import('./warc.ts')).recordItems,
} satisfies Readonly<Record<string, () => Promise<Inside>>>

const loaded = new Map<Packet['format'], Inside>()

/** Opens a packet in this thread: its time and memory are its own matter (`run/packets.ts` limits both). */
export async function* openHere(packet: Packet): AsyncGenerator<Item> {
  try {
    const load: () => Promise<Inside> = INSIDE[packet.format]
    // Asked for anew it would cost each line of a .jsonl file some microseconds.
    const inside = loaded.get(packet.format) ?? (await load())
    loaded.set(packet.format, inside)
    yield* inside(packet)
  } catch (error) {
    yield { path: packet.from.path, reason: error instanceof InputError ? error.message : reasonOf(error) }
  }
}
