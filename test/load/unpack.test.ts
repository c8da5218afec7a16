import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.ts'
import { scratch } from '../cli/folder.ts'
import { gather } from './gather.ts'

const at = scratch()

describe('a .gz that unpacks beyond every honest ratio', () => {
  it('is told of, however small what is in it', async () => {
    const packed = gzipSync('a'.repeat(2_000_000))
    expect(packed.length * 500).toBeLessThan(2_000_000)
    expect(await gather('a.txt.gz', packed)).toEqual({
      docs: [],
      skipped: ['a.txt.gz: unpacks to more than 500 times its size'],
    })
  })

  it('ends a stream of documents, of which those before it stay', async () => {
    const packed = gzipSync(`{"doc":"one","text":"Told."}\n${`${' '.repeat(999_999)}\n`.repeat(60)}`)
    const { docs, skipped } = await gather('a.jsonl.gz', packed)
    expect(docs.map(({ id }) => id)).toEqual(['one'])
    expect(skipped).toEqual(['a.jsonl.gz: unpacks to more than 500 times its size'])
  })
})

describe('a folder that is given beside one that holds it', () => {
  it('names its files as the outer one does, whichever comes first', async () => {
    mkdirSync(at('in', 'sub'), { recursive: true })
    writeFileSync(at('in', 'sub', 'c.txt'), 'Told.')
    for (const inputs of [
      [at('in', 'sub'), at('in')],
      [at('in'), at('in', 'sub')],
    ]) {
      const items = await Array.fromAsync(load(inputs))
      expect(items.map(item => 'doc' in item && item.doc)).toEqual(['sub/c.txt'])
    }
  })
})
