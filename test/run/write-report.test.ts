import { existsSync, globSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeReport } from '../../src/run/write-report.ts'
import { openStore } from '../../src/store/open.ts'
import { scratch } from '../cli/folder.ts'
import { sample } from '../store/store-contract.ts'

const at = scratch()

describe('a report in a folder', () => {
  const store = openStore(':memory:')
  const write = () =>
    writeReport(store, ['html', 'jsonl'], at('out'), { notes: false, status: 'open', checks: {}, knowledge: [] })
  const written = () => statSync(at('out', 'report.html')).mtimeMs

  it('is not written again while nothing has changed, but when one of its files has', async () => {
    const run = await store.begin({ pipeline: 'test', version: '1', knowledge: '1' })
    await store.put(run.id, 'analyse', [sample('a', 'Now APT33 stole it.'), sample('b', 'Then APT34 rested.')])
    await store.finish(run.id, 'done', {})
    expect(await write()).toEqual([at('out', 'report.html'), at('out', 'flags.jsonl')])
    expect(readdirSync(at('out', 'documents'))).toHaveLength(2)
    const before = written()
    await write()
    expect(written()).toBe(before)
    utimesSync(at('out', 'report.html'), new Date(0), new Date(0))
    await write()
    expect(written()).toBeGreaterThanOrEqual(before)
  })

  it('loses pages that it no longer has, and no file of anybody else', async () => {
    writeFileSync(at('out', 'documents', 'own.html'), 'mine')
    await store.correct({ kind: 'document', doc: 'b', reviewer: 'R', at: '2026-01-01T00:00:00Z' })
    await write()
    expect(readdirSync(at('out', 'documents')).sort()).toEqual([
      expect.stringMatching(/^a-[0-9a-f]{8}\.html$/),
      'own.html',
    ])
  })

  it('clears away what killed runs left half written, not what others are writing', async () => {
    // No process has so high a number.
    writeFileSync(at('out', 'report.html.999999999.tmp'), 'half')
    writeFileSync(at('out', 'documents', 'a.html.999999999.tmp'), 'half')
    writeFileSync(at('out', `report.md.${process.pid}.tmp`), 'half')
    await write()
    expect(globSync('**/*.tmp', { cwd: at('out') })).toEqual([`report.md.${process.pid}.tmp`])
    expect(existsSync(at('out', 'report.html'))).toBe(true)
  })
})
