import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errata, errataIn, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('x.sqlite')
const run = (...args: string[]) => errata('run', ...args, '--db', db, '--out', at('out'), '--threads', '0')

describe('bad input', () => {
  it('is skipped with one clear line each, and the rest is read', () => {
    mkdirSync(at('in', 'empty folder'), { recursive: true })
    const file = (name: string, bytes: string | Uint8Array): void => writeFileSync(at('in', name), bytes)
    file(
      'binary.txt',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251),
    )
    file('broken.html', '<p>Hackers <b>robbed a bank</i> in Chile')
    file('deep.html', `${'<div>'.repeat(5000)}Hackers robbed a bank.${'</div>'.repeat(5000)}`)
    file('dots.txt', '... !!! ...')
    file('empty.txt', '')
    file('esc\u001b[31m.xyz', 'red')
    file('invalid.txt', Buffer.from('Hackers robbed a caf\xe9 in Chile.', 'latin1'))
    file('large.txt', Buffer.alloc(60 << 20, 'a'))
    file('lines.jsonl', '{"doc":"one","text":"Hackers robbed a bank."}\n{"doc":\n{"doc":"two","text":7}\n')
    file('same-a.txt', 'Two files with the same content.')
    copyFileSync(at('in', 'same-a.txt'), at('in', 'same-b.txt'))
    symlinkSync(at(), at('in', 'outside'))
    const { status, stderr } = run(at('in'))
    expect(status).toBe(3)
    const seen = lines(errata('status', '--json', '--db', db).stdout)
    const reasons = new Map(seen.map(({ path, status, reason }) => [path, reason ?? status]))
    expect(Object.fromEntries(reasons)).toEqual({
      'binary.txt': expect.stringContaining('binary'),
      'broken.html': 'parsed',
      'deep.html': expect.stringContaining('nested'),
      'dots.txt': expect.stringContaining('no text'),
      'empty folder': expect.stringContaining('empty'),
      'empty.txt': expect.stringContaining('empty'),
      'esc\u001b[31m.xyz': expect.any(String),
      'invalid.txt': 'parsed',
      'large.txt': expect.stringContaining('larger'),
      'lines.jsonl#1': 'parsed',
      'lines.jsonl#2': expect.stringContaining('JSON'),
      'lines.jsonl#3': expect.stringContaining('text'),
      outside: expect.stringContaining('outside'),
      'same-a.txt': 'parsed',
      'same-b.txt': 'parsed',
    })
    const skips = stderr.split('\n').filter(line => line.startsWith('skipped '))
    expect(skips).toHaveLength(seen.filter(({ status }) => status === 'skipped').length)
    expect(stderr).toContain('skipped esc\\u001b[31m.xyz: ')
    expect(stderr).not.toContain('\u001b')
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('that was skipped is not tried again unless asked, and stays in the status', () => {
    expect(run(at('in')).stderr).toMatch(/ 0 read, 5 unchanged, 10 skipped/)
    expect(run(at('in'), '--retry-skipped').stderr).toMatch(/ 0 read, 5 unchanged, 10 skipped/)
  })

  it('makes the stateless commands exit 3 and go on', () => {
    const { status, stdout, stderr } = errata('read', at('in', 'empty.txt'), at('in', 'same-a.txt'))
    expect([status, lines(stdout).map(({ doc }) => doc)]).toEqual([3, ['same-a.txt']])
    expect(stderr).toContain('empty.txt')
  })

  it('on the command line exits 2 with a sentence, before anything is written', () => {
    const missing = errata('run', at('in'), at('nowhere'), '--db', at('never.sqlite'), '--out', at('never'))
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringMatching(/nowhere: no such file/)])
    expect(errata('status', '--db', at('never.sqlite')).status).toBe(2)
    writeFileSync(at('night.yaml'), `load:\n  - ${at('in')}\n  - folder: nowhere\n`)
    expect(errata('run', at('night.yaml')).stderr).toBe(
      `errata: ${at('night.yaml')}:3:5: load.1: nowhere: no such file or folder\n`,
    )
    const nothing = errataIn(at('in'), 'run')
    expect([nothing.status, nothing.stderr]).toEqual([
      2,
      expect.stringMatching(/nothing to run.*pipelines\/folder\.yaml/),
    ])
    expect(errata('run', at('in'), '--threads', 'two').status).toBe(2)
    expect(errata('run', at('in'), '--published', '2018-02-30').status).toBe(2)
    expect(errata('run', at('in'), '--format', 'html,pdf').stderr).toContain('Allowed')
    const postgres = errata('status', '--db', 'postgres://localhost/errata')
    expect([postgres.status, postgres.stderr]).toEqual([2, expect.stringContaining('PostgreSQL')])
  })

  it('in an output that cannot be written exits 74 and says which', () => {
    writeFileSync(at('file'), '')
    const here = errata('run', at('in', 'same-a.txt'), '--db', at('other.sqlite'), '--out', at('file'))
    expect([here.status, here.stderr]).toEqual([74, expect.stringContaining(at('file'))])
    const inProc = errata('run', at('in', 'same-a.txt'), '--db', '/proc/errata/x.sqlite', '--out', at('out'))
    expect([inProc.status, inProc.stderr]).toEqual([74, expect.stringContaining('/proc/errata')])
  })
})

describe('--fail-on note', () => {
  it('shows the notes that it fails for', () => {
    writeFileSync(at('note.txt'), 'The malware talked to evil[.com on Monday.\n')
    expect(errata('lint', at('note.txt'), '--fail-on', 'warning')).toMatchObject({ status: 0, stdout: '' })
    const { status, stdout } = errata('lint', at('note.txt'), '--fail-on', 'note')
    expect([status, lines(stdout)]).toMatchObject([1, [{ severity: 'note', text: 'evil[.com' }]])
    const here = ['--db', at('note.sqlite'), '--out', at('note'), '--format', 'jsonl', '--threads', '0']
    expect(errata('run', at('note.txt'), ...here, '--fail-on', 'note').status).toBe(1)
    expect(lines(readFileSync(at('note', 'flags.jsonl'), 'utf8'))).toMatchObject([{ severity: 'note' }])
  })

  it('cannot steer a terminal through the JSON log either', () => {
    writeFileSync(at('a\u009b2J.xyz'), 'x')
    const { stderr } = errata('read', at('a\u009b2J.xyz'), '--log-format', 'json')
    expect(stderr).toContain('a\\u009b2J.xyz')
    expect(stderr).not.toContain('\u009b')
    expect(lines(stderr)).toMatchObject([{ document: 'a\u009b2J.xyz' }])
  })
})
