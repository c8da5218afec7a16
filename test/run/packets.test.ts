import { describe, expect, it } from 'vitest'
import type { Packet } from '../../src/load/packet.ts'
import { limitsOf } from '../../src/model/limits.ts'
import { type PacketMemory, packets } from '../../src/run/packets.ts'

const line = (value: unknown): Packet => ({
  format: 'line',
  bytes: new Uint8Array(Buffer.from(JSON.stringify(value))),
  from: { path: 'f#1' },
})
const long = { doc: 'd', text: 'a '.repeat(10_000) }
/** Objects with shapes of their own cost memory. */
const wide = { ...long, x: Array.from({ length: 200_000 }, (_, n) => ({ [`k${n}`]: 0.5 })) }
const MEMORY = 'too large: more than 30 MB of memory (limits.memory)'
const limits = limitsOf({ memory: 30 })

describe('packets', () => {
  it('are held to a limit of memory; one that breaks it takes no other with it', async () => {
    const { open, close } = packets(limits)
    const found = await Promise.all([long, wide, long].map(value => Array.fromAsync(open(line(value)))))
    expect(found).toMatchObject([[{ doc: 'd', path: 'f#1' }], [{ path: 'f#1', reason: MEMORY }], [{ doc: 'd' }]])
    await close()
  })

  it('that broke a limit are told to the ledger, and not tried when it knows them', async () => {
    const failed = new Map<string, string>()
    const memory: PacketMemory = {
      inputOf: ({ bytes, from }) => `${from.path} ${bytes.length}`,
      failed: async (path, input) => failed.get(`${path} ${input}`),
    }
    const { open, close } = packets(limits, memory)
    const [item] = await Array.fromAsync(open(line(wide)))
    const input = `f#1 ${line(wide).bytes.length}`
    expect(item).toEqual({ path: 'f#1', reason: MEMORY, input })
    failed.set(`f#1 ${input}`, 'known')
    expect(await Array.fromAsync(open(line(wide)))).toEqual([{ path: 'f#1', reason: 'known' }])
    // Small ones, which are opened in place, are nobody's business.
    expect(await Array.fromAsync(open(line({ doc: 'd', text: 'a' })))).toMatchObject([{ doc: 'd' }])
    await close()
  })

  it('are opened in place only when they are small and nothing in them is packed', async () => {
    const { open, close } = packets(limits)
    await close()
    const message = (text: string): Packet => ({
      format: 'message',
      bytes: new Uint8Array(Buffer.from(`Subject: s\nFrom: a@b.example\n\n${text}\n`, 'latin1')),
      from: { path: 'm#1' },
    })
    expect(await Array.fromAsync(open(message('Two words.')))).toMatchObject([{ doc: 'm#1' }])
    for (const text of ['BASE64', '=1F=8B', '\u001f\u008b', 'Content-Encoding: br'])
      await expect(Array.fromAsync(open(message(text))), text).rejects.toThrow('the thread is closed')
  })

  it('are not opened any more once they were closed', async () => {
    const { open, close } = packets(limits)
    const waiting = Array.fromAsync(open(line(long)))
    await close()
    await expect(Promise.all([waiting, Array.fromAsync(open(line(long)))])).rejects.toThrow()
    await expect(Array.fromAsync(open(line(long)))).rejects.toThrow('the thread is closed')
  })
})
