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

/** Bytes of a packet that is opened in place: at worst it takes a twentieth of a second. */
const SMALL = 10_000

/**
 * Opens small packets in place and others in a thread. One that breaks a limit gives a single
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
    open: packet => (packet.bytes.length <= SMALL ? openHere(packet) : each(() => inThread(packet))),
    close: () => thread.close(),
  }
}

async function* each(items: () => Promise<readonly (Source | Skipped)[]>): AsyncGenerator<Source | Skipped> {
  yield* await items()
}
