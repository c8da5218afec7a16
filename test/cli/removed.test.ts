import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { queueOf } from '../../src/review/queue.ts'
import { openExisting } from '../../src/store/open.ts'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('x.sqlite')
const run = (input = at('in'), ...more: string[]) =>
  errata('run', input, '--db', db, '--out', at('out'), '--threads', '0', '--format', 'jsonl,md', ...more)
const text = (bank: string): string =>
  `North Korean hackers, dubbed APT38, robbed ${bank} for Pyongyang. APT33 stole much from ${bank}. North Korea denied it.\n`
mkdirSync(at('in', 'sub'), { recursive: true })
writeFileSync(at('in', 'a.txt'), text('a bank'))
writeFileSync(at('in', 'b.txt'), text('two banks'))
writeFileSync(at('in', 'sub', 'c.txt'), text('three banks'))
writeFileSync(at('in', 'd.jsonl'), '{"doc":"one","text":"Nothing much happened."}\n{"doc":"two","text":"Nor here."}\n')
const flags = () =>
  lines(errata('export', 'flags', '--db', db, '--status', 'all').stdout).map(({ doc, status }) => `${doc} ${status}`)
const documents = () => lines(errata('export', 'documents', '--db', db).stdout).map(({ doc }) => doc)

describe('a document that is no longer there', () => {
  it('is told of, and its flags are fixed, in a review that goes on too', async () => {
    expect(run().status).toBe(0)
    const store = openExisting(db)
    const queue = queueOf(store)
    const queued = async () => [...(await queue()).items.values()].map(({ doc }) => doc).sort()
    expect(await queued()).toEqual(['a.txt', 'b.txt', 'sub/c.txt'])
    rmSync(at('in', 'a.txt'))
    writeFileSync(at('in', 'd.jsonl'), '{"doc":"two","text":"Nor here."}\n')
    const { status, stderr } = run()
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('2 documents no longer there, with flags closed: a.txt, one'),
    ])
    expect(flags()).toEqual(['a.txt fixed', 'b.txt open', 'sub/c.txt open'])
    expect(documents()).toEqual(['b.txt', 'sub/c.txt', 'two'])
    expect(await queued()).toEqual(['b.txt', 'sub/c.txt'])
    await store.close()
    expect(errata('status', '--db', db).stdout).toContain('2 documents no longer there')
    expect(errata('search', '--db', db, '--', 'a bank')).toMatchObject({
      status: 0,
      stdout: expect.not.stringContaining('a.txt'),
    })
    expect(readFileSync(at('out', 'report.md'), 'utf8')).toContain('no longer there')
    expect(lines(readFileSync(at('out', 'flags.jsonl'), 'utf8')).map(({ doc }) => doc)).toEqual(['b.txt', 'sub/c.txt'])
    expect(errata('verify', '--db', db).status).toBe(0)
    expect(run()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('no longer there') })
  })

  it('stands in every format of a report that asks for it', () => {
    const formats = ['html', 'md', 'jsonl', 'csv', 'sarif', 'stix', 'webannotation']
    const report = ['report', '--db', db, '--out', at('all'), '--format', formats.join(',')]
    const { status, stderr } = errata(...report, '--status', 'all', '--since', '1')
    expect([status, stderr]).toEqual([0, expect.stringContaining('report.html')])
    expect(readFileSync(at('all', 'flags.jsonl'), 'utf8')).toContain('"doc":"a.txt"')
  })

  it('is new again when it comes back', () => {
    writeFileSync(at('in', 'a.txt'), text('a bank'))
    expect(run().stderr).toMatch(/ 1 read, 3 unchanged/)
    expect(flags()).toEqual(['a.txt open', 'b.txt open', 'sub/c.txt open'])
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('is not one of another folder, of a folder that is empty now, or what could not be read', () => {
    mkdirSync(at('other'))
    writeFileSync(at('other', 'o.txt'), 'Elsewhere nothing happened.\n')
    for (const input of [at('other'), at('in', 'b.txt')])
      expect(run(input)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('no longer there') })
    cpSync(at('in'), at('kept'), { recursive: true })
    for (const name of ['a.txt', 'b.txt', 'd.jsonl', 'sub']) rmSync(at('in', name), { recursive: true })
    expect(run()).toMatchObject({ status: 3, stderr: expect.not.stringContaining('no longer there') })
    cpSync(at('kept'), at('in'), { recursive: true })
    // A file in the place of the folder: what was in it cannot be told.
    renameSync(at('in', 'sub'), at('sub'))
    writeFileSync(at('in', 'sub'), 'x')
    writeFileSync(at('in', 'd.jsonl'), '')
    expect(run()).toMatchObject({ status: 3, stderr: expect.not.stringContaining('no longer there') })
    expect(documents()).toEqual(['a.txt', 'b.txt', 'o.txt', 'sub/c.txt', 'two'])
  })
})
