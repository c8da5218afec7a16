import { type Open, openHere, type Packet } from '../load/packet.ts'
import type { Skipped, Source } from '../model/document.ts'
import type { Limits } from '../model/limits.ts'
import { oneThread } from './one-thread.ts'

/** Takes packets apart where a limit of time and memory holds. */
export interface Packets {
  readonly open: Open
  /** Ends what is in hand; nothing can be opened afterwards. */
  close(): Promise<void>
}

/** What earlier runs know of a packet. */
export interface PacketMemory {
  /** Names the work on it. */
  inputOf(packet: Packet): string
  /** Why that work gave nothing, when trying again is not asked for. */
  failed(path: string, input: string): Promise<string | undefined>
}

/** Bytes of a packet that is opened in place: at worst it takes a twentieth of a second, unless something in it is packed. */
const SMALL = 10_000

/** How a mail or a record of an archive carries packed bytes beside as they are: then a kilobyte may hold a megabyte. */
const CODED = /base64|=1f|content-encoding/i

/** The first byte of gzip's sign (RFC 1952, 2.3.1); no text has it. */
const GZIP = 0x1f

const isLight = ({ bytes }: Packet): boolean =>
  bytes.length <= SMALL && !bytes.includes(GZIP) && !CODED.test(new TextDecoder('latin1').decode(bytes))

/**
 * Opens small packets in which nothing is packed in place, and others in a thread. One that breaks a limit gives a single
 * skipped item with the packet's path and the limit named; what is around it is not concerned.
 * @param memory keeps such a packet from costing its limit again in each run
 */
export function packets(limits: Limits, memory?: PacketMemory): Packets {
  const thread = oneThread({ job: 'open', limits })
  const inThread = async (packet: Packet): Promise<readonly (Source | Skipped)[]> => {
    const { path } = packet.from
    const input = memory?.inputOf(packet)
    const before = input === undefined ? undefined : await memory?.failed(path, input)
    if (before !== undefined) return [{ path, reason: before }]
    const work = await thread.run(packet)
    return 'made' in work ? work.made : [{ path, reason: work.reason, ...(input !== undefined && { input }) }]
  }
  return {
    open: packet => (isLight(packet) ? openHere(packet) : each(() => inThread(packet))),
    close: () => thread.close(),
  }
}

async function* each(items: () => Promise<readonly (Source | Skipped)[]>): AsyncGenerator<Source | Skipped> {
  yield* await items()
}
