import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { errata, lines } from './errata.ts'

const root = mkdtempSync(join(tmpdir(), 'errata-run-'))
afterAll(() => rmSync(root, { recursive: true }))
const folder = join(root, 'articles')
const db = join(root, 'store', 'x.sqlite')
const out = join(root, 'out')
const run = (...more: string[]) => errata('run', folder, '--db', db, '--out', out, '--threads', '0', ...more)
const statuses = () => lines(errata('status', '--json', '--db', db).stdout)

describe('errata run', () => {
  it('stores a folder once, and a changed article as a new revision', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), 'North Korean hackers of APT38 robbed a bank in Chile.\n')
    writeFileSync(join(folder, 'b.txt'), 'Iranian hackers of APT33 robbed nobody.\n')
    writeFileSync(join(folder, 'c.xyz'), 'not for us')
    expect(run().status).toBe(3)
    expect(statuses()).toEqual([
      { path: 'a.txt', status: 'parsed' },
      { path: 'b.txt', status: 'parsed' },
      { path: 'c.xyz', status: 'skipped', reason: expect.any(String) },
    ])
    expect(run().status).toBe(3)
    expect(statuses().map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'skipped'])
    writeFileSync(join(folder, 'b.txt'), 'Iranian hackers of APT33 robbed somebody.\n')
    run()
    expect(statuses().map(({ status }) => status)).toEqual(['unchanged', 'parsed', 'skipped'])
    const texts = lines(errata('export', 'documents', '--db', db).stdout).map(({ text }) => text)
    expect(texts).toEqual([expect.stringContaining('Chile'), expect.stringContaining('somebody')])
    const verified = errata('verify', '--db', db)
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/^sound: 3 documents/)])
  })
})
