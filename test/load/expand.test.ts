import { describe, expect, it } from 'vitest'
import { type Chunks, expand } from '../../src/load/expand.ts'
import type { Item } from '../../src/load/source.ts'

/** What a file of these bytes gives: `doc` of documents, `path: reason` of the rest. */
async function items(name: 'jsonl' | 'json', content: string): Promise<string[]> {
  const chunks: Chunks = [Buffer.from(content)]
  const found: Item[] = await Array.fromAsync(expand(chunks, { gzip: false, container: name }, { path: 'f' }))
  return found.map(item => ('doc' in item ? item.doc : `${item.path}: ${item.reason}`))
}
const document = (n: number): string => JSON.stringify({ doc: `d${n}`, text: 'a' })

describe('a container with pieces that are no documents', () => {
  it('is read to its end when it holds as many documents', async () => {
    const mixed = Array.from({ length: 24_000 }, (_, n) => (n % 2 === 0 ? document(n) : '0'))
    const found = await items('jsonl', mixed.join('\n'))
    expect([found.length, found.at(-1)]).toEqual([24_000, 'f#24000: not a JSON object with "doc" and "text"'])
  })

  it('numbers its lines with the blank ones, which are nothing', async () => {
    const lines = ['', '', document(1), '', ' \t', '0', '\r', document(2), '', '']
    const found = await Array.fromAsync(
      expand([Buffer.from(lines.join('\n'))], { gzip: false, container: 'jsonl' }, { path: 'f' }),
    )
    expect(found.map(({ path }) => path)).toEqual(['f#3', 'f#6', 'f#8'])
    // However the stream is cut.
    const bytes = Buffer.from(lines.join('\n'))
    const single = Array.from(bytes, byte => Uint8Array.of(byte))
    expect(await Array.fromAsync(expand(single, { gzip: false, container: 'jsonl' }, { path: 'f' }))).toEqual(found)
  })

  it('is read to its end when they are few', async () => {
    expect(await items('jsonl', '0\n'.repeat(9_999) + document(1))).toHaveLength(10_000)
  })
})

describe('JSON', () => {
  const nested = (depth: number): string => `{"doc":"d","text":"a","x":${'['.repeat(depth)}${']'.repeat(depth)}}`

  it.each(['json', 'jsonl'] as const)(
    'that is too deep is refused before it is parsed, within strings not (%s)',
    async name => {
      expect(await items(name, nested(199))).toEqual(['d'])
      const reason = 'too large: more than 200 lists and objects within each other'
      expect(await items(name, nested(200))).toEqual([`${name === 'json' ? 'f' : 'f#1'}: ${reason}`])
      expect(await items(name, JSON.stringify({ doc: 'd', text: '[{'.repeat(300) }))).toEqual(['d'])
      // What breaks off is no JSON, whatever its depth.
      expect(await items(name, '['.repeat(50))).toEqual([expect.stringMatching(/^f(?:#1)?: not JSON/)])
    },
  )

  it.each(['json', 'jsonl'] as const)('of too many values is refused before it is parsed (%s)', async name => {
    const values = (count: number) => `{"doc":"d","text":"a","x":[0${',0'.repeat(count)}]}`
    // Two commas and two brackets beside them.
    expect(await items(name, values(2_000_000 - 4))).toEqual(['d'])
    expect(await items(name, values(2_000_000 - 3))).toEqual([
      expect.stringMatching(/too large: more than 2000000 values in one piece of JSON/),
    ])
  })

  it('lists no more than a hundred thousand documents', async () => {
    const found = await items('json', `[${Array.from({ length: 100_001 }, (_, n) => document(n)).join()}]`)
    expect([found.length, found.at(-1)]).toEqual([
      100_001,
      'f: too large: a list of more than 100000; a .jsonl file may hold any number of documents',
    ])
  })
})
