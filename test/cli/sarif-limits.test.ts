import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Log } from '../../src/cli/log.ts'
import { warnOfLimits } from '../../src/cli/sarif-limits.ts'
import { scratch } from './folder.ts'

const at = scratch()

it('a SARIF file that GitHub does not take is named, by its compressed size', async () => {
  const said: string[] = []
  const log = { warn: (text: string) => said.push(text) } as unknown as Log
  const warned = async (name: string, content: string): Promise<number> => {
    said.length = 0
    writeFileSync(at(name), content)
    await warnOfLimits(at(name), log, 10_000)
    return said.length
  }
  expect(await warned('small.sarif', 'x'.repeat(9000))).toBe(0)
  expect(await warned('compressible.sarif', 'x'.repeat(90_000))).toBe(0)
  expect(await warned('large.jsonl', randomBytes(20_000).toString('hex'))).toBe(0)
  expect(await warned('large.sarif', randomBytes(20_000).toString('hex'))).toBe(1)
  expect(said[0]).toMatch(/large\.sarif: 0\.0 MB compressed; GitHub takes 0\.01 MB/)
})
