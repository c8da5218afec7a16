import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../src/store/header.ts'
import { NEWEST } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { errata, lines } from '../cli/errata.ts'
import { startErrata } from '../cli/errata-async.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
const migration = (name: string): string =>
  readFileSync(new URL(`../../src/store/migrations/${name}.sql`, import.meta.url), 'utf8')

/** A database as the first release left it, with one decision. */
function old(name: string): string {
  const db = new DatabaseSync(at(name))
  db.exec(migration('001'))
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

  it('counts what its articles gave as if they had been stored now', async () => {
    mkdirSync(at('in', 'wire'), { recursive: true })
    writeFileSync(
      at('in', 'a.txt'),
      'Title: Theft\nSource: Harbour Gazette\n\nAPT38 stole $5 million in Chile in 2018.\n',
    )
    writeFileSync(at('in', 'wire', 'b.txt'), 'APT38 stole $7 million.\n')
    writeFileSync(at('in', 'wire', 'c.jsonl'), '{"doc":"c","text":"Nothing was lost in Chile."}\n')
    const run = () => errata('run', at('in'), '--db', at('now.sqlite'), '--out', at('out3'), '--threads', '0').status
    expect(run()).toBe(0)
    writeFileSync(
      at('in', 'wire', 'b.txt'),
      'APT38, also known as Lazarus, stole $7 million in Peru, $8 million in all.\n',
    )
    expect(run()).toBe(0)
    const db = new DatabaseSync(at('then.sqlite'))
    for (const name of ['001', '002', '003', '004']) db.exec(migration(name))
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 4`)
    db.prepare('ATTACH ? AS now').run(at('now.sqlite'))
    for (const table of ['source', 'run', 'revision', 'document', 'mention', 'claim']) {
      const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}', 'main')`).all()
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      db.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM now.${table}`)
    }
    db.close()
    const [now, then] = [openStore(at('now.sqlite'), at('none')), openStore(at('then.sqlite'), at('backups'))]
    const counted = await now.production(10)
    expect(await then.production(10)).toEqual(counted)
    expect(counted.map(({ source, documents }) => [source, documents]).sort()).toEqual([
      ['Harbour Gazette', 1],
      ['wire/', 2],
    ])
    const mentions = lines(errata('export', 'mentions', '--db', at('now.sqlite')).stdout)
    const all = mentions.flatMap(line => line['mentions'])
    expect(counted.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(all.length)
    await Promise.all([now.close(), then.close()])
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

  it('is not copied when errata was killed while it made it', async () => {
    writeFileSync(at('k.txt'), 'Nothing happened at the bank on Monday.\n')
    const held = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
    for (const name of ['k1.sqlite', 'k2.sqlite', 'k3.sqlite']) {
      const args = ['run', at('k.txt'), '--db', at(name), '--out', at('out-k'), '--threads', '0']
      const { child, ended } = startErrata(at(), ...args)
      // The moment of the first commit: nothing else of this process may be waited for.
      while (!held(at(name)));
      child.kill('SIGKILL')
      await ended
      expect(errata(...args).status).toBe(0)
      expect(existsSync(at('out-k', 'backup'))).toBe(false)
    }
  })

  it('is made anew from a first commit that was cut off', () => {
    const file = at('cut.sqlite')
    const db = new DatabaseSync(file)
    db.exec(migration('001'))
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${NEWEST}`)
    db.close()
    // The first page is written, the others are not; the journal says that there was no page before
    // (https://sqlite.org/fileformat.html#the_rollback_journal: magic, records, nonce, pages, sector, page size).
    truncateSync(file, 4096)
    const journal = Buffer.alloc(512)
    journal.write('d9d505f920a163d7', 0, 'hex')
    for (const [index, value] of [0, 1, 0, 512, 4096].entries()) journal.writeUInt32BE(value, 8 + 4 * index)
    writeFileSync(`${file}-journal`, journal)
    writeFileSync(at('cut.txt'), 'Nothing happened at the bank on Monday.\n')
    expect(errata('run', at('cut.txt'), '--db', file, '--out', at('out-cut'), '--threads', '0')).toMatchObject({
      status: 0,
    })
    expect(lines(errata('export', 'documents', '--db', file).stdout)).toHaveLength(1)
    expect(existsSync(at('out-cut', 'backup'))).toBe(false)
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
