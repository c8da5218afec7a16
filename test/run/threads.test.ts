import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model/document.ts'
import { limitsOf } from '../../src/model/limits.ts'
import { carefulAnalyst } from '../../src/run/analyst.ts'
import { startThreads } from '../../src/run/cpu.ts'
import { findPlugin } from '../../src/run/plugin-find.ts'
import { scratch } from '../cli/folder.ts'
import { install } from '../plugin/place.ts'
import { pdfFile } from '../read/pdf-file.ts'

const at = scratch()
const options = { job: 'read', checks: {}, knowledge: [], corrections: [], plugins: [], limits: limitsOf() } as const
const source = (doc: string, bytes: Uint8Array, mediaType: string): Source => ({
  id: doc,
  doc,
  path: doc,
  mediaType,
  bytes: new Uint8Array(bytes),
})
const text = (doc: string): Source => source(doc, Buffer.from('Hackers robbed a bank in Chile.'), 'text/plain')

/** Options with a plugin of this code. */
function withPlugin(name: string, code: string) {
  install(at(), name, code)
  return { ...options, plugins: [findPlugin(name, [at()])] }
}

describe('threads', () => {
  it('that ended while they had nothing to do are replaced', async () => {
    const given = withPlugin(
      'p-dies',
      `import { isMainThread } from 'node:worker_threads'
      const read = ({ doc, id }) => {
        if (!isMainThread) setTimeout(() => process.exit(7), 50)
        return { id: doc, source: id, text: 'x' }
      }
      export const plugin = { readers: [{ id: 'p-reader', mediaTypes: ['text/x-dies'], read }] }`,
    )
    const threads = startThreads(1, given)
    expect(await threads.run(source('dies', Buffer.from('x'), 'text/x-dies'))).toMatchObject({ made: { id: 'dies' } })
    await setTimeout(1000)
    expect(await threads.run(text('a.txt'))).toMatchObject({ made: { id: 'a.txt' } })
    await threads.close()
  })

  it('that end before they are ready fail whoever waits for them', async () => {
    const given = withPlugin(
      'p-exits',
      `import { isMainThread } from 'node:worker_threads'
      if (!isMainThread) process.exit(3)
      export const plugin = {}`,
    )
    const threads = startThreads(1, given)
    await expect(threads.run(text('a.txt'))).rejects.toThrow('its thread ended by itself (3)')
    await threads.close()
  })

  it('that are closed fail what waits for them, and no other thread begins', async () => {
    const threads = startThreads(1, options)
    const works = Promise.allSettled(['a', 'b', 'c'].map(doc => threads.run(text(doc))))
    await threads.close()
    const [first, ...rest] = await works
    expect(first?.status).toBe('rejected')
    for (const work of rest) expect(work).toMatchObject({ reason: new Error('the threads are closed') })
    await expect(threads.run(text('d'))).rejects.toThrow('the threads are closed')
  })
})

describe('the analyst of single documents', () => {
  it('has small PDFs in a thread, where their time is limited', async () => {
    const lines = Array.from({ length: 60_000 }, () => ({ text: 'a', y: 700 }))
    const pdf = pdfFile([lines])
    expect(pdf.length).toBeLessThan(100_000)
    const analyst = carefulAnalyst({ ...options, limits: limitsOf({ seconds: 0.02 }) })
    const { result } = await analyst.start(source('a.pdf', pdf, 'application/pdf'))
    expect(await result).toEqual({ reason: 'too large: more than 0.02 seconds of processor time (limits.seconds)' })
    await analyst.close()
  })
})
