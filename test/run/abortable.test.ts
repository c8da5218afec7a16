import { describe, expect, it } from 'vitest'
import { abortable } from '../../src/run/abortable.ts'

describe('items until a signal', () => {
  it('end while the next one is awaited, and let go of where they come from', async () => {
    const stop = new AbortController()
    let returned = 0
    const items: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => {
        let n = 0
        return {
          next: () => (n++ === 0 ? Promise.resolve({ done: false, value: 1 }) : new Promise<never>(() => undefined)),
          return: async () => {
            returned++
            return { done: true, value: undefined }
          },
        }
      },
    }
    const found: number[] = []
    for await (const item of abortable(items, stop.signal)) {
      found.push(item)
      setImmediate(() => stop.abort())
    }
    expect([found, returned]).toEqual([[1], 1])
  })

  it('are none when it came before', async () => {
    async function* endless() {
      for (;;) {
        await new Promise(resolve => setImmediate(resolve))
        yield 1
      }
    }
    expect(await Array.fromAsync(abortable(endless(), AbortSignal.abort()))).toEqual([])
  })

  it('pass a failure on', async () => {
    async function* failing() {
      yield 1
      throw new Error('no more')
    }
    await expect(Array.fromAsync(abortable(failing(), new AbortController().signal))).rejects.toThrow('no more')
  })
})
