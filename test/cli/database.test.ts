import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const sound = at('sound.sqlite')
writeFileSync(at('a.txt'), 'North Korean hackers of APT38 robbed a bank in Chile in 2017.\n')
const run = (db: string) => errata('run', at('a.txt'), '--db', db, '--out', at('out'), '--threads', '0')

/** A database made with SQLite itself. */
function foreign(name: string, ...statements: string[]): string {
  const db = new DatabaseSync(at(name))
  for (const statement of statements) db.exec(statement)
  db.close()
  return at(name)
}

/** A copy of the sound database, changed by its bytes. */
function altered(name: string, change: (bytes: Buffer) => void): string {
  const bytes = readFileSync(sound)
  change(bytes)
  writeFileSync(at(name), bytes)
  return at(name)
}

describe('a database that errata must not write to', () => {
  it('is refused with 78 and left as it is, whatever the command', () => {
    expect(run(sound).status).toBe(0)
    copyFileSync(sound, at('cut.sqlite'))
    truncateSync(at('cut.sqlite'), readFileSync(sound).length / 2)
    writeFileSync(at('notes.txt'), 'These are my notes, not a database.\n'.repeat(10))
    const cases = [
      foreign('foreign.sqlite', 'CREATE TABLE mine (a)'),
      foreign('wal.sqlite', 'PRAGMA journal_mode = WAL', 'CREATE TABLE mine (a)'),
      at('cut.sqlite'),
      at('notes.txt'),
      altered('newer.sqlite', bytes => bytes.writeUInt32BE(99, 60)),
      altered('damaged.sqlite', bytes => {
        for (let page = 4096; page < bytes.length; page += 4096) bytes.fill(0xff, page, page + 8)
      }),
    ]
    for (const file of cases) {
      const before = readFileSync(file)
      const { status, stderr } = run(file)
      expect([file, status, stderr.split('\n').length]).toEqual([file, 78, 2])
      expect(stderr).toContain(file)
      expect(errata('export', 'flags', '--db', file).status).toBe(78)
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(existsSync(`${file}-wal`)).toBe(false)
    }
  })

  it('still gives the verdicts that can be read in it', () => {
    const flagged =
      'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole $100 million. North Korea denied it.'
    writeFileSync(at('flagged.txt'), flagged)
    const file = at('verdict.sqlite')
    expect(errata('run', at('flagged.txt'), '--db', file, '--out', at('out'), '--threads', '0').status).toBe(0)
    const [flag] = lines(errata('export', 'flags', '--db', file).stdout)
    expect(errata('decide', String(flag?.['fingerprint']), 'confirmed', '--db', file).status).toBe(0)
    const db = new DatabaseSync(file)
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
    const root = Number(db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'flag'").get()?.['rootpage'])
    db.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, (root - 1) * 4096, root * 4096)
    writeFileSync(file, bytes)
    const again = errata('run', at('flagged.txt'), '--db', file, '--out', at('out'), '--threads', '0')
    expect([again.status, again.stderr]).toEqual([
      78,
      expect.stringMatching(/is damaged.*errata export decisions.*decide import/),
    ])
    const { status, stdout, stderr } = errata('export', 'decisions', '--db', file)
    expect([status, stderr]).toEqual([0, expect.stringContaining('without the words of their flags')])
    expect(lines(stdout)).toMatchObject([{ fingerprint: flag?.['fingerprint'], verdict: 'confirmed' }])
    writeFileSync(at('rescued.jsonl'), stdout)
    expect(errata('decide', 'import', at('rescued.jsonl'), '--db', sound).status).toBe(0)
  })

  it('is a new one when it has no bytes or no tables', () => {
    writeFileSync(at('zero.sqlite'), '')
    for (const file of [at('zero.sqlite'), foreign('bare.sqlite', 'PRAGMA user_version = 7')]) {
      const before = readFileSync(file)
      expect(errata('status', '--json', '--db', file)).toMatchObject({ status: 0, stdout: '' })
      expect(errata('status', '--check', '--db', file).status).toBe(3)
      expect(errata('verify', '--db', file).status).toBe(0)
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(run(file).status).toBe(0)
    }
  })
})

describe('errata verify', () => {
  it('finds a changed byte in raw bytes, texts, mentions and claims', () => {
    const changes = [
      "UPDATE source SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Chile', 'Chili') AS BLOB)",
      "UPDATE revision SET text = replace(text, '2017', '2018')",
      "UPDATE mention SET value = replace(value, 'CL', 'CN')",
      'UPDATE mention SET "start" = "start" + 1 WHERE n = 0',
      'DELETE FROM link WHERE mention = 0',
      "UPDATE revision SET body = replace(body, 'utf-8', 'utf-16le')",
    ]
    for (const [index, change] of changes.entries()) {
      const file = at(`changed-${index}.sqlite`)
      copyFileSync(sound, file)
      foreign(`changed-${index}.sqlite`, change)
      const { status, stdout } = errata('verify', '--db', file)
      expect([change, status]).toEqual([change, 78])
      expect(stdout).toContain('a.txt: ')
    }
  })

  it('finds every broken link on the way from a flag to its document', () => {
    const flagged = at('flagged.txt')
    writeFileSync(
      flagged,
      'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole $100 million in 2016, FireEye said. North Korea denied it.\n',
    )
    const whole = at('whole.sqlite')
    expect(errata('run', flagged, '--db', whole, '--out', at('out'), '--threads', '0').status).toBe(0)
    expect(errata('verify', '--db', whole)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 flag') })
    const tables = ['flag', 'evidence', 'background', 'claim', 'link', 'mention', 'revision', 'document', 'source']
    const changes = [
      ...tables.map(table => `DELETE FROM ${table}`),
      'UPDATE flag SET "end" = "end" + 1',
      "UPDATE flag SET fingerprint = 'f'",
      'UPDATE flag SET revision = 99',
      'UPDATE evidence SET "start" = "start" - 1',
      'UPDATE evidence SET flag = 99',
      "UPDATE background SET fact = 'APT33 is Chilean'",
      'UPDATE claim SET "start" = "start" + 1',
      "UPDATE claim SET object = replace(object, '100', '101')",
      'UPDATE link SET mention = 99 WHERE mention = 0',
      'UPDATE mention SET revision = 99',
      'UPDATE document SET revision = 99',
      "UPDATE revision SET source = 'f'",
      "UPDATE revision SET doc = 'b.txt'",
    ]
    for (const [index, change] of changes.entries()) {
      const name = `broken-${index}.sqlite`
      copyFileSync(whole, at(name))
      foreign(name, 'PRAGMA foreign_keys = OFF', change)
      expect([change, errata('verify', '--db', at(name)).status]).toEqual([change, 78])
    }
  })
})
