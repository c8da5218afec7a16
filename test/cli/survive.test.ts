import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { ERRATA, errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

// Processes that wait for processes: a busy machine makes them slow, not wrong.
vi.setConfig({ testTimeout: 300_000 })

const at = scratch()
const document = (n: number): string =>
  `${JSON.stringify({ doc: `d${n}`, text: `Hackers of APT38 robbed ${n} banks in Chile on 3 October 2017.` })}\n`
const all = Array.from({ length: 300 }, (_, n) => document(n))
writeFileSync(at('all.jsonl'), all.join(''))
const args = (input: string, db: string, ...more: string[]) => [
  ...['run', input, '--db', db, '--out', at('out'), '--format', 'jsonl', '--threads', '0'],
  ...more,
]

/** A run that reads documents from a pipe that stays open: it holds the database until it is stopped. */
function held(db: string, given: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [ERRATA, ...args('-', db)], { stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin?.write(given.join(''))
  return child
}

const ended = (child: ChildProcess): Promise<number | string | null> =>
  new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)))

/** Waits until so many documents are stored, as another program sees it. */
async function stored(db: string, count: number): Promise<void> {
  for (;;) {
    await setTimeout(50)
    if (existsSync(db) && countIn(db) >= count) return
  }
}

function countIn(file: string): number {
  const db = new DatabaseSync(file)
  try {
    const { n } = db.prepare('SELECT count(*) AS n FROM document').get() as { n: number }
    return n
  } catch {
    // Not made yet, or locked at this very moment.
    return 0
  } finally {
    db.close()
  }
}

const exported = (db: string): string =>
  ['documents', 'mentions', 'claims', 'flags'].map(what => errata('export', what, '--db', db).stdout).join('')

describe('a run that is stopped', () => {
  it('by SIGTERM keeps what it stored, exits 130, and the next goes on from there', async () => {
    const db = at('term.sqlite')
    const child = held(db, all.slice(0, 250))
    await stored(db, 200)
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(130)
    expect(errata('status', '--db', db).stdout).toContain('interrupted')
    expect(errata('status', '--check', '--db', db).status).toBe(3)
    const kept = countIn(db)
    const again = errata(...args(at('all.jsonl'), db))
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining(`${300 - kept} read, ${kept} unchanged`)])
    expect(errata('status', '--check', '--db', db).status).toBe(0)
    expect(errata(...args(at('all.jsonl'), at('fresh.sqlite'))).status).toBe(0)
    expect(exported(db)).toBe(exported(at('fresh.sqlite')))
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('by kill -9 loses and doubles nothing, and does not lock others out', async () => {
    const db = at('kill.sqlite')
    const child = held(db, all.slice(0, 250))
    await stored(db, 100)
    const other = errata(...args(at('all.jsonl'), db))
    expect([other.status, other.stderr]).toEqual([75, expect.stringContaining('another run holds the database')])
    child.kill('SIGKILL')
    expect(await ended(child)).toBe('SIGKILL')
    expect(errata('status', '--check', '--db', db)).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^not complete: run 1 of .*: not finished/),
    })
    const again = errata(...args(at('all.jsonl'), db))
    expect([again.status, again.stderr]).toEqual([0, expect.stringMatching(/300 inputs/)])
    expect(lines(errata('status', '--json', '--db', db).stdout)).toHaveLength(300)
    expect(exported(db)).toBe(exported(at('fresh.sqlite')))
  })

  it('by a full disk says so with 74, and completes afterwards', () => {
    const db = at('full.sqlite')
    const command = `ulimit -f 400; exec "$0" "$@"`
    const run = spawnSync('bash', ['-c', command, process.execPath, ERRATA, ...args(at('all.jsonl'), db)], {
      encoding: 'utf8',
    })
    expect([run.status, run.stderr]).toEqual([74, expect.stringContaining(db)])
    expect(errata(...args(at('all.jsonl'), db)).status).toBe(0)
    expect(exported(db)).toBe(exported(at('fresh.sqlite')))
    expect(errata('verify', '--db', db).status).toBe(0)
  })
})

describe('standard output', () => {
  it('that nobody reads any more ends the command quietly', () => {
    // The pipe's own status is that of `head`; bash keeps the first one's.
    const pipe = `"$0" "$@" | head -n 1 > /dev/null; exit "\${PIPESTATUS[0]}"`
    const command = [process.execPath, ERRATA, 'export', 'documents', '--db', at('fresh.sqlite')]
    const { status, stderr } = spawnSync('bash', ['-c', pipe, ...command], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it.skipIf(!existsSync('/dev/full'))('that cannot be written exits 74', () => {
    const full = spawnSync('bash', ['-c', '"$0" "$@" > /dev/full', process.execPath, ERRATA, 'lint', '--help'], {
      encoding: 'utf8',
    })
    expect([full.status, full.stderr]).toEqual([74, expect.stringContaining('standard output')])
  })
})

it('reports carry no data of a run', () => {
  expect(readFileSync(at('out', 'flags.jsonl'), 'utf8')).not.toMatch(/20\d\d-\d\d-\d\dT/)
})
