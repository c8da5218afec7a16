import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ERRATA, errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

// Processes that wait for processes: a busy machine makes them slow, not wrong.
vi.setConfig({ testTimeout: 300_000 })

const at = scratch()
const SENTENCE = 'Hackers of APT38 robbed 3 banks in Chile on 3 October 2017.'
const FROM = 'From jo@e.org Thu Jan  1 00:00:00 1970\n'
const mail = (subject: string): string => `Subject: ${subject}\nFrom: a@b.example\n\n${SENTENCE}\n\n`
/** A message of nearly as many lines as one may have: its parser takes three seconds of processor time. */
const SLOW_MAIL = `Subject: Slow\nFrom: a@b.example\n\n${SENTENCE}\n${`${'a'.repeat(32)}\n`.repeat(290_000)}\n`
const mailbox = (...messages: string[]): string => messages.map(message => FROM + message).join('')
/** Runs a pipeline over a folder with limits; its exit code, and what status says of each input. */
function run(folder: string, limits: Record<string, number>, ...more: string[]) {
  const db = at(`${folder}.sqlite`)
  writeFileSync(at('p.yaml'), JSON.stringify({ load: [at(folder)], report: ['jsonl'], limits }))
  const { status, stderr } = errata('run', at('p.yaml'), '--db', db, '--out', at('out'), ...more)
  const seen = lines(errata('status', '--json', '--db', db).stdout).map(
    ({ path, status, reason }) => `${path} ${reason ?? status}`,
  )
  return { status, stderr, seen }
}

describe('a container that takes too long or too much', () => {
  const TIME = 'too large: more than 1 seconds of processor time (limits.seconds)'

  it('costs its own piece, with the limit named; what is around it is read, and --retry-skipped takes it up', () => {
    mkdirSync(at('in'))
    writeFileSync(at('in', 'a.mbox'), mailbox(mail('One'), SLOW_MAIL, mail('Three')))
    writeFileSync(at('in', 'b.txt'), SENTENCE)
    const first = run('in', { seconds: 1 })
    expect(first.status).toBe(3)
    const skipped = `a.mbox#2 ${TIME}`
    expect(first.seen).toEqual(['a.mbox#1 parsed', skipped, 'a.mbox#3 parsed', 'b.txt parsed'])
    // Known without being tried: with these limits it would be read.
    const unchanged = ['a.mbox#1 unchanged', skipped, 'a.mbox#3 unchanged', 'b.txt unchanged']
    expect(run('in', { seconds: 600 })).toMatchObject({ status: 3, seen: unchanged })
    const dry = errata('run', at('p.yaml'), '--db', at('in.sqlite'), '--out', at('out'), '--dry-run')
    expect(dry.stdout).toBe(`would skip ${skipped.replace(' ', ': ')}\n`)
    const again = run('in', { seconds: 600 }, '--retry-skipped')
    expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining('1 read, 3 unchanged, 0 skipped') })
    expect(errata('verify', '--db', at('in.sqlite')).status).toBe(0)
  })
})

describe('a container of a million pieces that are no documents', () => {
  it.each([
    ['list.json', `[${Array(30_000).fill('0').join()}]`, 'list.json#10001'],
    ['list.jsonl', '0\n'.repeat(30_000), 'list.jsonl#10001'],
  ])('is left after the first ten thousand: %s', (name, content, last) => {
    writeFileSync(at(name), content)
    const { status, stdout, stderr } = errata('lint', at(name))
    const told = stderr.trimEnd().split('\n')
    expect([status, stdout, told.length]).toEqual([3, '', 10_002])
    expect(told.at(-1)).toBe(
      `skipped ${name}: more than 10000 pieces of it are no documents; what comes after ${last} is not read`,
    )
  })
})

describe('a run that is stopped while it takes a container apart', () => {
  const running = new Set<ChildProcess>()
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL')
  })
  mkdirSync(at('slow'))
  writeFileSync(at('slow', 'a.txt'), SENTENCE)
  const SLOW = 12
  writeFileSync(at('slow', 'b.mbox'), mailbox(...Array(SLOW).fill(SLOW_MAIL)))
  const args = (db: string) => ['run', at('slow'), '--db', db, '--out', at('out'), '--format', 'jsonl']

  /** Starts a run; resolves once its first document is stored, which is while the mailbox is taken apart. */
  async function started(db: string) {
    const child = spawn(process.execPath, [ERRATA, ...args(db)], { stdio: 'ignore' })
    running.add(child)
    const ended = new Promise<number | string | null>(resolve =>
      child.on('exit', (code, signal) => {
        running.delete(child)
        resolve(code ?? signal)
      }),
    )
    const seen = () => (existsSync(db) ? lines(errata('status', '--json', '--db', db).stdout) : [])
    while (seen().length === 0) await setTimeout(50)
    return { child, ended, seen }
  }

  it.each([
    ['SIGTERM', 130],
    ['SIGKILL', 'SIGKILL'],
  ] as const)('by %s ends at once, and holds whole documents only', async (signal, code) => {
    const db = at(`${signal}.sqlite`)
    const { child, ended, seen } = await started(db)
    await setTimeout(500)
    child.kill(signal)
    expect(await ended).toBe(code)
    // At its end it would have seen them all.
    expect(seen().length).toBeLessThan(SLOW)
    expect(errata('status', '--check', '--db', db).status).toBe(3)
    expect(lines(errata('export', 'documents', '--db', db).stdout)).toHaveLength(
      seen().filter(({ status }) => status === 'parsed').length,
    )
    expect(errata('verify', '--db', db).status).toBe(0)
    // The lock is free.
    writeFileSync(at('slow', 'a.txt'), `${SENTENCE} ${signal}`)
    expect(errata('run', at('slow', 'a.txt'), '--db', db, '--out', at('out'), '--format', 'jsonl').status).toBe(0)
  })
})
