import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../src/store/header.ts'
import { NEWEST } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { errata, lines } from '../cli/errata.ts'
import { startErrata } from '../cli/errata-async.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
const first = readFileSync(new URL('../../src/store/migrations/001.sql', import.meta.url), 'utf8')

/** A database as the first release left it, with one decision. */
function old(name: string): string {
  const db = new DatabaseSync(at(name))
  db.exec(first)
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`)
  db.exec(
    "INSERT INTO decision (fingerprint, verdict, reviewer, at) VALUES ('f', 'unsure', 'R', '2026-01-01T00:00:00Z')",
  )
  db.close()
  return at(name)
}

const version = (file: string): unknown => {
  const db = new DatabaseSync(file)
  const row = db.prepare('PRAGMA user_version').get()
  db.close()
  return row?.['user_version']
}

describe('a database of an older errata', () => {
  it('is copied to --out/backup before its schema changes, and keeps its decisions', async () => {
    const file = old('old.sqlite')
    expect(errata('report', '--db', file, '--out', at('out'), '--format', 'jsonl').status).toBe(0)
    expect(readdirSync(at('out', 'backup'))).toEqual(['old.sqlite-schema-1.sqlite'])
    expect(version(at('out', 'backup', 'old.sqlite-schema-1.sqlite'))).toBe(1)
    expect(version(file)).toBe(NEWEST)
    const store = openStore(file, at('none'))
    expect(await store.decisions()).toEqual([
      { fingerprint: 'f', verdict: 'unsure', reviewer: 'R', at: '2026-01-01T00:00:00Z' },
    ])
    await store.close()
    expect(existsSync(at('none'))).toBe(false)
    expect(() => {
      const db = new DatabaseSync(file)
      db.exec("UPDATE decision SET verdict = 'confirmed'")
    }).toThrow('append-only')
  })

  it('is left as it is when no copy can be made', () => {
    const file = old('stuck.sqlite')
    writeFileSync(at('in-the-way'), '')
    expect(() => openStore(file, at('in-the-way'))).toThrow('cannot be written')
    expect(version(file)).toBe(1)
  })

  it('is not copied when it is new', () => {
    writeFileSync(at('a.txt'), 'Nothing happened at the bank on Monday.\n')
    expect(errata('run', at('a.txt'), '--db', at('new.sqlite'), '--out', at('out2'), '--threads', '0').status).toBe(0)
    expect(existsSync(at('out2', 'backup'))).toBe(false)
    expect(lines(errata('export', 'documents', '--db', at('new.sqlite')).stdout)).toHaveLength(1)
  })

  it('loses nothing when errata is killed while it migrates, and the next one completes', async () => {
    const file = old('killed.sqlite')
    const db = new DatabaseSync(file)
    db.exec(
      `INSERT INTO decision (fingerprint, verdict, reviewer, at, note)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
       SELECT i, 'dismissed', 'R', '2026-01-01T00:00:00Z', hex(randomblob(200)) FROM n`,
    )
    db.close()
    const decisions = (of: string): unknown => {
      const opened = new DatabaseSync(of)
      const row = opened.prepare('SELECT count(*) AS n, max(length(note)) AS longest FROM decision').get()
      opened.close()
      return { ...row }
    }
    const before = decisions(file)
    const seen = new Set<unknown>()
    // Start-up takes 100 to 300 ms, the copy and the migrations as much again.
    for (let after = 60; version(file) !== NEWEST; after += 20) {
      const { child, ended } = startErrata(at(), 'export', 'decisions', '--db', file)
      const timer = setTimeout(() => child.kill('SIGKILL'), after)
      await ended
      clearTimeout(timer)
      seen.add(version(file))
      expect(decisions(file)).toEqual(before)
    }
    expect(seen.size).toBeGreaterThan(1)
    const backup = at('output', 'backup', 'killed.sqlite-schema-1.sqlite')
    expect([version(backup), decisions(backup)]).toEqual([1, before])
    expect(errata('verify', '--db', file).status).toBe(0)
  })
})
