import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ERRATA, errataIn, lines } from './errata.ts'
import { startErrata } from './errata-async.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => errataIn(at(), ...args)
writeFileSync(
  at('a.txt'),
  'North Korean hackers, dubbed APT38, robbed a bank for Pyongyang. APT33 stole much. North Korea denied it.\n',
)
const DB = "the editors' store/mine.sqlite"
writeFileSync(at('p.yaml'), `load: [a.txt]\nstore: "sqlite:${DB}"\nreport: [txt, html]\n`)

/** A command line as a shell reads it that knows errata. */
const typed = (line: string) => {
  const shell = `errata() { "${process.execPath}" "${ERRATA}" "$@"; }\n${line}`
  return spawnSync('bash', ['-c', shell], { cwd: at(), encoding: 'utf8' })
}

const commandIn = (text: string): string => /errata decide [0-9a-f]{32} confirmed[^\n<]*/.exec(text)?.[0] ?? ''
const unescaped = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const status = () => lines(errata('export', 'flags', '--db', DB, '--status', 'all').stdout)[0]?.['status']

describe('a pipeline with a store of its own', () => {
  it('gives reports whose commands work as they are printed', () => {
    expect(errata('run', 'p.yaml', '--threads', '0')).toMatchObject({ status: 0 })
    const [text, html] = ['report.txt', 'report.html'].map(name => readFileSync(at('output', name), 'utf8'))
    const page = readFileSync(at('output', 'documents', readdirSync(at('output', 'documents'))[0] ?? ''), 'utf8')
    const command = commandIn(text ?? '')
    expect(command).toContain("--db 'the editors'\\''store/mine.sqlite'".replace("''store", "'' store"))
    for (const other of [html ?? '', page]) expect(unescaped(commandIn(other))).toBe(command)
    expect(typed(command)).toMatchObject({ status: 0, stderr: expect.stringContaining('confirmed: ') })
    expect(status()).toBe('confirmed')
    const undo = typed(command.replace(' confirmed', ' undo'))
    expect([undo.status, status()]).toEqual([0, 'open'])
    expect(errata('report', '--db', DB, '--format', 'txt', '--out', 'again').status).toBe(0)
    expect(commandIn(readFileSync(at('again', 'report.txt'), 'utf8'))).toBe(command)
  })

  it('gives a review page with the same command', async () => {
    const { child, ended } = startErrata(at(), 'review', '--db', DB, '--port', '0')
    const address = await new Promise<string>(resolve => child.stdout?.on('data', text => resolve(String(text).trim())))
    const page = await (await fetch(address)).text()
    child.kill('SIGTERM')
    await ended
    expect(typed(unescaped(commandIn(page)))).toMatchObject({ status: 0 })
    expect(status()).toBe('confirmed')
  })

  it('is named when a flag is looked for elsewhere', () => {
    writeFileSync(at('b.txt'), 'Nothing happened at the bank on Monday.\n')
    expect(errata('run', 'b.txt', '--threads', '0').status).toBe(0)
    const usual = errata('decide', 'abcdef', 'confirmed')
    expect(usual).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('abcdef: no flag in output/errata.sqlite has this fingerprint'),
    })
    expect(usual.stderr).toContain('"errata export flags" shows its flags, --db names another database')
    const own = errata('explain', 'abcdef', '--db', DB)
    expect(own).toMatchObject({ status: 2, stderr: expect.stringContaining(`no flag in ${DB} has this fingerprint`) })
    const shows = /"(errata export flags [^"]+)" shows/.exec(own.stderr)?.[1] ?? ''
    expect(lines(typed(`${shows} --status all`).stdout)).toHaveLength(1)
    expect(readFileSync(at('output', 'report.html'), 'utf8')).not.toContain('--db')
  })
})
