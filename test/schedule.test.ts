import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { askedFor } from '../src/cli/main.ts'
import { lengthOf } from '../src/run/length.ts'
import { schedule } from '../src/run/schedule.ts'
import { scratch } from './cli/folder.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'pipelines/schedule')
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const at = scratch()

/** The command lines of errata in some shell words, each up to where the shell takes over. */
const commandsIn = (text: string): string[][] =>
  [...text.matchAll(/\berrata(?:\.js)? ((?:[^\s"'|&;<>]+|"[^"]*"|'[^']*'| )+)/g)].map(([, words = '']) =>
    [...words.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(match => match[1] ?? match[2] ?? match[0]),
  )

/** Every command is one that errata takes, over files that are there. */
async function checkCommands(text: string, expected: number): Promise<void> {
  const commands = commandsIn(text)
  expect(commands).toHaveLength(expected)
  for (const words of commands) {
    const { spec, given, options } = (await askedFor(words)) ?? {}
    expect(['run', 'status']).toContain(spec?.name)
    for (const input of given ?? []) expect(existsSync(join(ROOT, input)), input).toBe(true)
    if (options?.['maxAge'] !== undefined) expect(lengthOf(String(options['maxAge']))).toBeGreaterThan(0)
  }
}

describe('the files for schedulers', () => {
  it('are understood: cron', async () => {
    const jobs = read('crontab')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#') && !/^[A-Z]+=/.test(line))
    expect(jobs).toHaveLength(2)
    for (const job of jobs) {
      const [, moments = '', command = ''] = /^((?:\S+ ){4}\S+) (.+)$/.exec(job) ?? []
      expect(schedule(moments).next(Date.now())).toBeGreaterThan(Date.now())
      // In a crontab a percent sign ends the command.
      expect(command).not.toContain('%')
      await checkCommands(command, 1)
    }
  })

  it('are understood: GitHub Actions', async () => {
    const { on, jobs } = parse(read('github-actions.yml')) as {
      on: { schedule: { cron: string }[] }
      jobs: Record<string, { steps: { run?: string; uses?: string }[] }>
    }
    expect(on.schedule.length).toBeGreaterThan(0)
    for (const { cron } of on.schedule) expect(schedule(cron).atOnce).toBe(false)
    const steps = jobs['nightly']?.steps ?? []
    for (const { run, uses } of steps) expect(run ?? uses).toMatch(uses ? /^actions\/[a-z-/]+@v\d+$/ : /./)
    await checkCommands(steps.map(({ run }) => run ?? '').join('\n'), 2)
  })

  it('are understood: systemd', async ({ skip }) => {
    const service = read('errata.service')
    const [, command = ''] = /^ExecStart=(.+)$/m.exec(service) ?? []
    await checkCommands(command, 1)
    skip(spawnSync('systemd-analyze', ['--version']).error !== undefined, 'there is no systemd-analyze on this machine')
    // systemd wants the program, the user and the folder to be there.
    writeFileSync(
      at('errata.service'),
      service.replace('/usr/bin/node', process.execPath).replace('User=errata', 'User=root'),
    )
    writeFileSync(at('errata.timer'), read('errata.timer'))
    const verified = spawnSync('systemd-analyze', ['verify', at('errata.service'), at('errata.timer')], {
      encoding: 'utf8',
    })
    expect(
      verified.stderr.split('\n').filter(line => line.includes(at()) || /errata\.(?:service|timer)/.test(line)),
    ).toEqual([])
    expect(verified.status).toBe(0)
    const [, calendar = ''] = /^OnCalendar=(.+)$/m.exec(read('errata.timer')) ?? []
    expect(spawnSync('systemd-analyze', ['calendar', calendar]).status).toBe(0)
  })

  it('start errata itself, so that a signal reaches it and not a shell', async () => {
    for (const name of ['crontab', 'errata.service', 'github-actions.yml'])
      expect(read(name).replaceAll(/^ *#.*$/gm, '')).not.toContain('npx')
    const [, command = ''] = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(read('errata.service')) ?? []
    mkdirSync(at('node_modules'))
    symlinkSync(ROOT, at('node_modules', 'errata'), 'dir')
    writeFileSync(at('a.txt'), 'Nothing happened at the bank on Monday.\n')
    mkdirSync(at('pipelines'))
    writeFileSync(at('pipelines', 'nightly.yaml'), 'load: [a.txt]\nreport: [jsonl]\n')
    const child = spawn(process.execPath, [...command.split(' '), '--every', '1h'], { cwd: at(), stdio: 'pipe' })
    let log = ''
    let told = false
    const ended = new Promise(resolve => child.on('close', (...how) => resolve(how)))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      // The second time: the first run is over.
      if (told || log.split('next run at').length < 3) return
      told = true
      child.kill('SIGTERM')
    })
    expect(await ended, log).toEqual([0, null])
  })

  it('are those that docs/schedule.md tells of, with commands that errata takes', async () => {
    const text = readFileSync(join(ROOT, 'docs/schedule.md'), 'utf8')
    const links = [...text.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, name = '']) => name)
    expect(links).toContain('pipelines/schedule/crontab')
    for (const name of links) expect(existsSync(join(ROOT, name)), name).toBe(true)
    const [status] = commandsIn(text.slice(text.indexOf('`errata status')).split('`')[1] ?? '')
    expect((await askedFor(status ?? []))?.options).toMatchObject({ check: true, maxAge: '26h' })
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? []
    const { pipelineSchema } = await import('../src/run/pipeline-schema.ts')
    expect(pipelineSchema.parse({ load: ['a'], ...(parse(yaml) as object) }).notify).toHaveLength(3)
  })

  it('do not accept what errata does not', async () => {
    await expect(checkCommands('errata run --no-such-option', 1)).rejects.toThrow(/unknown option/)
    await expect(checkCommands('errata sleep', 1)).rejects.toThrow(/unknown command/)
  })
})
