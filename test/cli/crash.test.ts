import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { runPipeline } from '../../src/run/run.ts'
import { verify } from '../../src/run/verify.ts'
import { writeReport } from '../../src/run/write-report.ts'
import { openExisting, openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { ERRATA } from './errata.ts'
import { scratch } from './folder.ts'

// Processes that wait for processes: a busy machine makes them slow, not wrong.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const at = scratch()
const DOCUMENTS = 120
const input = at('all.jsonl')
const document = (n: number) => ({
  doc: `d${n}`,
  text: `North Korean hackers, dubbed APT38, robbed ${n} banks for Pyongyang. APT33 stole $${n} million. North Korea denied it. ${'It was so. '.repeat(n)}`,
})
writeFileSync(input, Array.from({ length: DOCUMENTS }, (_, n) => `${JSON.stringify(document(n))}\n`).join(''))
const args = (db: string) => ['run', input, '--db', db, '--out', `${db}-out`, '--format', 'jsonl,md', '--threads', '0']

/** A run in this process, which nothing stops. */
async function complete(db: string): Promise<void> {
  const store = openStore(db, `${db}-backup`)
  const { load } = { load: [input] }
  const checks = { notes: false, status: 'open', checks: {}, knowledge: [], plugins: [] } as const
  const report = (stored: Store) => writeReport(stored, ['md', 'jsonl'], `${db}-out`, checks)
  const signal = new AbortController().signal
  const how = { threads: 0, full: false, retrySkipped: true, signal, onInput: () => undefined, report }
  try {
    const { state, summary } = await runPipeline({ ...DEFAULTS, load }, store, how)
    expect([state, summary.documents.skipped]).toEqual(['done', 0])
  } finally {
    await store.close()
  }
}

/** Everything that a store holds of documents, and what the last run saw; faults, of which there should be none. */
async function contents(db: string) {
  const store = openExisting(db)
  try {
    const [facts, flags, inputs]: [unknown[], string[], string[]] = [[], [], []]
    for await (const fact of store.facts()) facts.push(fact)
    for await (const { flag, status } of store.flags()) flags.push(`${flag.at.doc} ${flag.fingerprint} ${status}`)
    const run = await store.lastRun()
    if (run) for await (const { path, status } of store.inputs(run.id)) inputs.push(`${path} ${status === 'skipped'}`)
    const faults: unknown[] = []
    await verify(store, fault => faults.push(fault))
    return { facts, flags, inputs, faults }
  } finally {
    await store.close()
  }
}

const reports = (db: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(`${db}-out`)
      .sort()
      .map(name => [
        name,
        statSync(`${db}-out/${name}`).isFile() ? readFileSync(`${db}-out/${name}`, 'utf8') : 'folder',
      ]),
  )

let expected: Awaited<ReturnType<typeof contents>>
let expectedReports: Record<string, string>
/** Milliseconds of a whole run as a process of its own, now, on this machine. */
let whole = 0
beforeAll(async () => {
  const db = at('fresh.sqlite')
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [ERRATA, ...args(db)])
  whole = performance.now() - start
  expect(status).toBe(0)
  expected = await contents(db)
  expectedReports = reports(db)
  expect([expected.facts.length, expected.flags.length, expected.faults]).toEqual([DOCUMENTS, DOCUMENTS, []])
})

/** Starts a run and kills it after a while. @returns whether it was still alive */
async function killedAfter(db: string, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [ERRATA, ...args(db)], { stdio: 'ignore' })
  const ended = new Promise<string | null>(resolve => child.on('exit', (_, signal) => resolve(signal)))
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  return (await ended) === 'SIGKILL'
}

describe('kill -9', () => {
  /** Kills of runs that were alive, over all databases; each is killed so often, two at a time. */
  const [KILLS, EACH] = [100, 6]

  it('a hundred times at any moment loses and doubles nothing', async () => {
    let kills = 0
    let unfinished = 0
    const live = async (life: number): Promise<void> => {
      const db = at(`life-${life}.sqlite`)
      for (let kill = 0; kill < EACH; kill++) {
        // From before the database is made to the report; in steps that spread over the whole, whatever the machine does.
        const moment = whole * (0.15 + 0.6 * ((life * 0.618 + kill * 0.382) % 1))
        if (await killedAfter(db, moment)) kills++
      }
      if (existsSync(db) && (await contents(db)).facts.length < DOCUMENTS) unfinished++
      await complete(db)
      expect(await contents(db)).toEqual(expected)
      expect(reports(db)).toEqual(expectedReports)
      rmSync(db)
    }
    for (let life = 0; kills < KILLS; life += 2) await Promise.all([live(life), live(life + 1)])
    expect(unfinished).toBeGreaterThan(0)
  })
})

describe('two runs at once', () => {
  it('store everything once; one of them may have to wait', async () => {
    const db = at('two.sqlite')
    const codes = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise(resolve =>
            spawn(process.execPath, [ERRATA, ...args(db)], { stdio: 'ignore' }).on('exit', resolve),
          ),
      ),
    )
    expect(codes).toContain(0)
    expect(codes.every(code => code === 0 || code === 75)).toBe(true)
    await complete(db)
    expect(await contents(db)).toEqual(expected)
  })
})

describe('a disk that is full', () => {
  it('at any of twenty sizes ends with 74 and a clear line, and completes afterwards', async () => {
    const size = Math.ceil(statSync(at('fresh.sqlite')).size / 1024)
    const codes = new Set<number | null>()
    for (let step = 0; step < 20; step++) {
      const db = at(`disk-${step}.sqlite`)
      const blocks = Math.ceil((size * (step + 0.5)) / 20)
      const limited = ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ERRATA, ...args(db)]
      const { status, stderr } = spawnSync('bash', limited, { encoding: 'utf8' })
      codes.add(status)
      expect([blocks, status === 74 || status === 0]).toEqual([blocks, true])
      if (status === 74) {
        const said = stderr.split('\n').filter(line => line.startsWith('errata: '))
        expect(said).toEqual([expect.stringMatching(/(?:disk|write|written|I\/O)/i)])
      }
      await complete(db)
      expect(await contents(db)).toEqual(expected)
    }
    expect(codes).toContain(74)
  })
})
