import { openHere, type Packet } from '../load/packet.ts'
import { failure } from './failure.ts'
import type { Work } from './work.ts'

/** Everything that a packet holds; the reason when errata fails on it. */
export async function opened(packet: Packet): Promise<Work<'open'>> {
  try {
    return { made: await Array.fromAsync(openHere(packet)) }
  } catch (error) {
    return { reason: failure(error) }
  }
}
