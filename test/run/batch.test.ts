import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { batches } from '../../src/run/batch.ts'

const quiet = new AbortController().signal

async function sizes(items: AsyncIterable<number>): Promise<number[]> {
  const found: number[] = []
  for await (const batch of batches(items, quiet)) found.push(batch.length)
  return found
}

describe('batches', () => {
  it('hold a hundred, and the rest', async () => {
    async function* many() {
      for (let n = 0; n < 250; n++) yield n
    }
    expect(await sizes(many())).toEqual([100, 100, 50])
  })

  it('do not wait for the next item when it is slow', async () => {
    const stored: number[][] = []
    async function* slow() {
      yield 1
      yield 2
      await sleep(1500)
      expect(stored).toEqual([[1, 2]])
      yield 3
    }
    for await (const batch of batches(slow(), quiet)) stored.push(batch)
    expect(stored).toEqual([[1, 2], [3]])
  })

  it('do not wait long for work that never waits itself', async () => {
    let now = 1000
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
    async function* busy() {
      for (let n = 0; n < 5; n++) {
        now += 400
        yield n
      }
    }
    expect(await sizes(busy())).toEqual([4, 1])
    clock.mockRestore()
  })

  it('pass a failure on, however busy the one who stores is', async () => {
    async function* failing() {
      yield 1
      throw new Error('no more')
    }
    const read = async () => {
      for await (const _ of batches(failing(), AbortSignal.abort())) await sleep(50)
    }
    await expect(read()).rejects.toThrow('no more')
  })

  it('end what they read from when they are left', async () => {
    let ended = false
    async function* endless() {
      try {
        for (let n = 0; ; n++) yield n
      } finally {
        ended = true
      }
    }
    for await (const batch of batches(endless(), quiet)) {
      expect(batch).toHaveLength(100)
      break
    }
    await vi.waitFor(() => expect(ended).toBe(true))
  })
})
