import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('store', 'x.sqlite')
const run = (...more: string[]) => errata('run', at('in'), '--db', db, '--out', at('out'), '--threads', '0', ...more)
const statuses = () => lines(errata('status', '--json', '--db', db).stdout)
const verdicts = () => lines(errata('export', 'flags', '--db', db, '--status', 'all').stdout)

/** An article with a slip: a group of a country that it never names, one digit from its own. */
const slip = (figure: string): string =>
  `North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole ${figure}. North Korea denied it.\n`

describe('errata run', () => {
  it('stores a folder once, says what it skipped, and writes the report', () => {
    mkdirSync(at('in'))
    writeFileSync(at('in', 'a.txt'), slip('$100 million'))
    writeFileSync(at('in', 'b.txt'), 'Nothing happened at the bank on Monday.\n')
    writeFileSync(at('in', 'c.xyz'), 'not for us')
    const { status, stdout, stderr } = run()
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/3 inputs in .*: 2 read, 0 unchanged, 1 skipped/)
    expect(statuses()).toEqual([
      { path: 'a.txt', status: 'parsed' },
      { path: 'b.txt', status: 'parsed' },
      { path: 'c.xyz', status: 'skipped', reason: expect.any(String) },
    ])
    expect(verdicts()).toMatchObject([{ doc: 'a.txt', kind: 'name-drift', text: 'APT33', status: 'open' }])
    expect(lines(readFileSync(at('out', 'flags.jsonl'), 'utf8'))).toMatchObject([{ doc: 'a.txt', text: 'APT33' }])
  })

  it('does nothing a second time, the report included', () => {
    const before = statSync(at('out', 'report.html')).mtimeMs
    expect(run().stderr).toMatch(/0 read, 2 unchanged, 1 skipped/)
    expect(statuses().map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'skipped'])
    expect(statSync(at('out', 'report.html')).mtimeMs).toBe(before)
    const dry = run('--dry-run')
    expect(dry.stdout).toBe('would skip c.xyz: no reader takes .xyz files\n')
    expect(dry.stderr).toMatch(/would read 0, skip 1; 2 unchanged/)
  })

  it('exits 1 for findings, until a reviewer dismisses them', () => {
    expect(run('--fail-on', 'error').status).toBe(1)
    const [flag] = verdicts()
    const print = String(flag?.['fingerprint'])
    const decided = errata(
      'decide',
      print.slice(0, 8),
      'dismissed',
      '--note',
      'meant so',
      '--reviewer',
      'R',
      '--db',
      db,
    )
    expect(decided.status).toBe(0)
    expect(run('--fail-on', 'error').status).toBe(3)
    expect(errata('explain', print, '--db', db).stdout).toMatch(/dismissed by R .*: meant so/)
    expect(lines(readFileSync(at('out', 'flags.jsonl'), 'utf8'))).toEqual([])
  })

  it('keeps what a changed article said, and its verdicts', () => {
    writeFileSync(at('in', 'a.txt'), slip('$200 million').replace('APT33 stole', 'Nobody stole'))
    run()
    expect(statuses().map(({ status }) => status)).toEqual(['parsed', 'unchanged', 'skipped'])
    expect(verdicts().map(({ status }) => status)).toEqual(['fixed'])
    const texts = lines(errata('export', 'documents', '--db', db).stdout).map(({ text }) => text)
    expect(texts).toEqual([expect.stringContaining('$200 million'), expect.stringContaining('Monday')])
    writeFileSync(at('in', 'a.txt'), slip('$100 million'))
    run()
    expect(verdicts().map(({ status }) => status)).toEqual(['dismissed'])
    const verified = errata('verify', '--db', db)
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/^sound: 4 documents/)])
  })

  it('finds stored articles by their words, whatever stands in them', () => {
    expect(errata('search', '--db', db, '--', 'APT33', 'pyongyang').stdout).toMatch(/^a\.txt\n {2}.*\[APT33\]/)
    expect(errata('search', '--db', db, '--', '"AND (NEAR*')).toMatchObject({
      status: 0,
      stderr: 'no stored article has all these words\n',
    })
  })

  it('gives the same bytes with threads and without, and in a new store', () => {
    const other = at('other.sqlite')
    const threads = ['run', at('in'), '--db', other, '--out', at('out2'), '--threads', '2']
    expect(errata(...threads).status).toBe(3)
    for (const what of ['documents', 'mentions', 'claims', 'facts']) {
      const exported = errata('export', what, '--db', other)
      expect(exported).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\{/) })
      expect(errata('export', what, '--db', db)).toEqual(exported)
    }
  })
})
