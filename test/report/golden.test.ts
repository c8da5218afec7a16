import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writers } from '../../src/builtin.ts'
import { filesOf, sampleReport, withoutStyle } from './sample.ts'

const golden = (path: string): string => readFileSync(new URL(`../golden/${path}`, import.meta.url), 'utf8')

describe('the formats, byte for byte', () => {
  it.each(writers.map(writer => [writer.id, writer] as const))('%s', async (_, writer) => {
    const files = await filesOf(await writer.load(), sampleReport())
    for (const [path, text] of files) expect(withoutStyle(text), path).toBe(golden(path))
  })

  it.each(writers.map(writer => [writer.id, writer] as const))('%s gives the same bytes twice', async (_, writer) => {
    expect(await filesOf(await writer.load(), sampleReport())).toEqual(
      await filesOf(await writer.load(), sampleReport()),
    )
  })
})
