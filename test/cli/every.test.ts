import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { ERRATA, errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
mkdirSync(at('in'))
writeFileSync(at('in', 'a.txt'), 'Hackers of APT38 robbed a bank in Chile.\n')
const PIPELINE = `load: [${at('in')}]\nstore: ${at('x.sqlite')}\nreport: [jsonl]\nmetrics: ${at('errata.prom')}\n`
writeFileSync(at('p.yaml'), PIPELINE)
const RUN = ['run', at('p.yaml'), '--out', at('out'), '--log-format', 'json']

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A command that goes on, the lines of its log so far, and how it ends. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [ERRATA, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(child)
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  const ended = new Promise<number | string | null>(resolve =>
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal)
    }),
  )
  const log = () => lines(text.slice(0, text.lastIndexOf('\n') + 1))
  const until = async (wanted: (log: Record<string, unknown>[]) => boolean) => {
    while (!wanted(log()) && running.has(child)) await setTimeout(20)
    expect(wanted(log()), text).toBe(true)
  }
  return { child, ended, log, until }
}

const codes = (log: Record<string, unknown>[]) =>
  log.filter(({ stage }) => stage === 'schedule').flatMap(({ exitCode }) => exitCode ?? [])

describe('run --every', () => {
  it('runs again and again, tells a failed run and goes on, and a signal between two runs ends it with 0', async () => {
    const { child, ended, log, until } = start(...RUN, '--threads', '0', '--every', '1s')
    await until(log => codes(log).length >= 2)
    writeFileSync(at('p.yaml'), PIPELINE.replace(at('in'), at('nowhere')))
    await until(log => codes(log).includes(2))
    writeFileSync(at('p.yaml'), PIPELINE)
    await until(log => codes(log).at(-1) === 0 && codes(log).includes(2))
    child.kill('SIGTERM')
    expect(await ended).toBeOneOf([0, 130])
    const errors = log().filter(({ level }) => level === 'error')
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(/p\.yaml:1:8: load\.0: .*nowhere: no such file/) })
    const starts = log().filter(({ message }) => String(message).startsWith('next run at'))
    expect(starts.length).toBeGreaterThanOrEqual(codes(log()).length)
    expect(errata('verify', '--db', at('x.sqlite')).status).toBe(0)
  })

  it('ends with 0 while it waits, and with 130 when the signal stops a run', async () => {
    const waiting = start(...RUN, '--every', '0 0 1 1 *')
    await waiting.until(log => log.length === 1)
    waiting.child.kill('SIGTERM')
    expect(await waiting.ended).toBe(0)
    const text = 'Hackers of APT38 robbed banks in Chile on 3 October 2017. '.repeat(20)
    const many = Array.from({ length: 3000 }, (_, n) => JSON.stringify({ doc: `d${n}`, text: `${n} ${text}` }))
    writeFileSync(at('many.jsonl'), many.join('\n'))
    for (const threads of ['0', '2']) {
      const db = at(`many${threads}.sqlite`)
      const how = ['--db', db, '--out', at('many'), '--log-format', 'json', '--threads', threads, '--every', '1h']
      const busy = start('run', at('many.jsonl'), ...how)
      await busy.until(log => log.some(({ document }) => document === 'many.jsonl#1'))
      busy.child.kill('SIGINT')
      expect(await busy.ended).toBe(130)
      expect(errata('status', '--db', db, '--check').status).toBe(3)
      const kept = lines(errata('export', 'documents', '--db', db).stdout).length
      expect(kept).toBe(lines(errata('status', '--db', db, '--json').stdout).length)
      expect(kept).toBeLessThan(3000)
      expect(errata('verify', '--db', db).status).toBe(0)
    }
  })

  it('refuses what is no schedule, standard input and a dry run', () => {
    expect(errata(...RUN, '--every', 'often')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--every often'),
    })
    expect(errata('run', '-', '--every', '1h')).toMatchObject({ status: 2 })
    expect(errata(...RUN, '--every', '1h', '--dry-run')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('do not go together'),
    })
  })
})

describe('the log as JSON', () => {
  it('has time, level, run, stage, document and message on every line, the error included', () => {
    rmSync(at('x.sqlite'))
    writeFileSync(at('in', 'b.xyz'), 'not for us')
    const { status, stderr } = errata(...RUN)
    expect(status).toBe(3)
    const keys = ['time', 'level', 'run', 'stage', 'document', 'message']
    for (const line of lines(stderr)) expect(Object.keys(line).slice(0, 6)).toEqual(keys)
    expect(lines(stderr).slice(0, 3)).toMatchObject([
      { level: 'info', run: 1, stage: 'analyse', document: 'a.txt', message: 'read a.txt' },
      { level: 'warn', run: 1, stage: 'analyse', document: 'b.xyz', message: expect.stringContaining('skipped b.xyz') },
      { level: 'info', run: 1, document: null, summary: { documents: { parsed: 1, skipped: 1 } } },
    ])
    const broken = errata('run', at('nowhere'), '--log-format', 'json', '--quiet')
    expect(lines(broken.stderr)).toMatchObject([{ level: 'error', message: expect.stringContaining('no such file') }])
  })
})

describe('what tells of a run', () => {
  const prom = () => readFileSync(at('errata.prom'), 'utf8')

  it('is the file of metrics, that a failed run writes too', () => {
    expect(prom()).toContain('errata_documents{pipeline="p",status="skipped"} 1\n')
    expect(prom()).toContain('errata_run_exit_code{pipeline="p"} 3\n')
    const success = /errata_last_success.*\} (.*)/.exec(prom())?.[1]
    writeFileSync(at('no-database'), 'x'.repeat(5000))
    expect(errata(...RUN, '--db', at('no-database')).status).toBe(78)
    expect(prom()).toContain('errata_run_success{pipeline="p"} 0\n')
    expect(prom()).toContain('errata_run_exit_code{pipeline="p"} 78\n')
    expect(/errata_last_success.*\} (.*)/.exec(prom())?.[1]).toBe(success)
    expect(errata(...RUN, '--metrics', at('made', 'folder', 'x.prom')).status).toBe(3)
    expect(readFileSync(at('made', 'folder', 'x.prom'), 'utf8')).toContain('errata_run_success{pipeline="p"} 1\n')
    const elsewhere = errata(...RUN, '--metrics', at('no-database', 'x.prom'))
    expect([elsewhere.status, elsewhere.stderr]).toEqual([74, expect.stringContaining('x.prom: cannot be written')])
  })

  it('are the notifications of the pipeline, whose failure changes no exit code', () => {
    const save = `require('fs').writeFileSync(process.argv[1], require('fs').readFileSync(0))`
    const hook = (name: string, when: string) =>
      `  - command: ${JSON.stringify([process.execPath, '-e', save, at(name)])}\n    when: ${when}\n`
    const hooks = `${hook('new', 'new-flags')}${hook('failure', 'failure')}  - command: [${at('no-program')}]\n`
    writeFileSync(at('p.yaml'), `${PIPELINE}notify:\n${hooks}`)
    const said = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as Record<string, unknown>
    const text =
      'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole much. North Korea denied it.\n'
    writeFileSync(at('in', 'c.txt'), text)
    const found = errata(...RUN)
    expect([found.status, found.stderr]).toEqual([3, expect.stringMatching(/"warn".*notify\.2 .*cannot be started/)])
    expect(said('new')).toMatchObject({
      pipeline: 'p',
      state: 'done',
      exitCode: 3,
      summary: { documents: { parsed: 1, unchanged: 1, skipped: 1 } },
      newFlags: [{ check: 'name-drift', severity: 'error', count: 1 }],
    })
    expect(prom()).toContain('errata_new_flags{pipeline="p",check="name-drift",severity="error"} 1\n')
    rmSync(at('new'))
    expect(errata(...RUN).status).toBe(3)
    expect(() => said('new')).toThrow(/ENOENT/)
    expect(prom()).toContain('errata_open_flags{pipeline="p",check="name-drift",severity="error"} 1\n')
    expect(prom()).toContain('errata_new_flag_count{pipeline="p"} 0\n')
    expect(() => said('failure')).toThrow(/ENOENT/)
    expect(errata(...RUN, '--db', at('no-database')).status).toBe(78)
    expect(said('failure')).toMatchObject({ state: 'failed', exitCode: 78, error: expect.stringContaining('database') })
  })
})

describe('status --max-age', () => {
  it('exits 3 when no run came to its end for so long', async () => {
    const status = (...args: string[]) => errata('status', '--db', at('x.sqlite'), ...args)
    expect(status('--check', '--max-age', '1h').status).toBe(0)
    await setTimeout(1100)
    expect(status('--max-age', '1s')).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/no run has come to its end for more than 1s: the last, run \d+, ended 20/),
    })
    expect(status('--max-age', 'long').status).toBe(2)
    writeFileSync(at('empty.sqlite'), '')
    expect(errata('status', '--db', at('empty.sqlite'), '--max-age', '1h').status).toBe(3)
  })
})
