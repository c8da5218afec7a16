import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errata, lines } from '../cli/errata.ts'
import { scratch } from '../cli/folder.ts'
import { gather } from './gather.ts'

const at = scratch()

const article = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../corpus/articles/${name}`, import.meta.url)))

const FILES: readonly (readonly [string, Buffer])[] = [
  ['a.eml', article('finance/pension-transfers.eml')],
  ['a.mbox', article('advisories/desk.mbox')],
  ['a.xml', article('advisories/registry-notices.xml')],
  ['a.json', article('finance/mint-notes.json')],
  ['a.warc', gunzipSync(article('advisories/bridge-signs.warc.gz'))],
  ['a.warc.gz', article('advisories/bridge-signs.warc.gz')],
]

/** Bytes that mean something in one of the formats. */
const TELLING = [
  '<',
  '>',
  '"',
  '\\',
  '{',
  '[',
  ']',
  '}',
  '\0',
  '\r\n',
  '\n\n',
  '--',
  '=',
  '(',
  ')',
  '/',
  '<<',
  'endobj',
  'stream',
  'From ',
  'WARC/1.0',
  ']]>',
  '&',
  '\ud83d\ude00',
  '9'.repeat(20),
]

const change = fc.oneof(
  fc.record({ how: fc.constant('cut' as const), at: fc.nat(), text: fc.constant('') }),
  fc.record({
    how: fc.constantFrom('insert' as const, 'overwrite' as const),
    at: fc.nat(),
    text: fc.constantFrom(...TELLING),
  }),
  fc.record({
    how: fc.constantFrom('remove' as const, 'repeat' as const),
    at: fc.nat(),
    text: fc.string({ maxLength: 40 }),
  }),
)

function changed(bytes: Buffer, changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[]): Buffer {
  return changes.reduce((now, { how, at, text }) => {
    const from = now.length === 0 ? 0 : at % now.length
    const size = Buffer.byteLength(text)
    if (how === 'cut') return now.subarray(0, from)
    const [head, tail] = [now.subarray(0, from), now.subarray(from)]
    if (how === 'insert') return Buffer.concat([head, Buffer.from(text), tail])
    if (how === 'overwrite') return Buffer.concat([head, Buffer.from(text), tail.subarray(size)])
    if (how === 'remove') return Buffer.concat([head, tail.subarray(size)])
    return Buffer.concat([head, tail.subarray(0, size), tail])
  }, bytes)
}

describe('a damaged file', () => {
  beforeEach(() => {
    for (const way of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, way)
  })
  afterEach(() => vi.restoreAllMocks())

  it.each(FILES)('%s gives documents or reasons, never an error or a word on the terminal', async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const { docs, skipped } = await gather(name, changed(bytes, changes))
        expect(docs.length + skipped.length).toBeGreaterThan(0)
        for (const line of skipped) expect(line).toMatch(/^a\.[^:]{2,30}: \S/)
      }),
      { numRuns: 60 },
    )
    for (const way of ['log', 'info', 'warn', 'error'] as const) expect(vi.mocked(console[way]).mock.calls).toEqual([])
  })

  // In a process of its own: the library forgets promises, and an unhandled rejection would end it.
  it('a PDF gives documents or reasons in a real process, and nothing beside them', () => {
    mkdirSync(at('pdf'))
    const bytes = article('threats/lighthouse-report.pdf')
    const files = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), { numRuns: 150, seed: 7 })
    for (const [n, changes] of files.entries()) {
      const damaged = changed(bytes, changes)
      writeFileSync(at('pdf', `${n}.pdf`), damaged.length === 0 ? bytes : damaged)
    }
    const { status, stdout, stderr } = errata('read', at('pdf'))
    expect([0, 3]).toContain(status)
    const told = stderr.split('\n').filter(Boolean)
    expect(told.filter(line => !/^skipped \d+\.pdf: \S/.test(line))).toEqual([])
    expect(lines(stdout).length + told.length).toBe(150)
  })
})
