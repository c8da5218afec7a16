import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { install, withExample } from '../plugin/place.ts'
import { errataIn, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
mkdirSync(at('in'))
withExample(at())
const here = (...args: string[]) => errataIn(at(), ...args)
const PIPELINE = 'errata.yaml'
writeFileSync(at('in', 'a.txt'), 'Hackers robbed the the bank. GHSA-jfh8-c2jp-5v3q was fixed on Friday.\n')
writeFileSync(at('letters.txt'), 'Dear bank, we we are sorry.\n-----\n\n-----\nThe last letter.\n')
writeFileSync(at('said.txt'), '[12:30] Good evening.\n[12:31] The the bank was robbed.\n')
writeFileSync(
  at(PIPELINE),
  `load:
  - in
  - { loader: example-letters, options: { file: letters.txt } }
  - { loader: example-letters, options: { file: said.txt, timed: true } }
plugins: [errata-plugin-example]
report: [jsonl, example-tsv]
store: x.sqlite
`,
)

describe('a run with a plugin', () => {
  it('loads, reads, extracts, checks and writes with it, in threads as in place', () => {
    for (const threads of ['0', '2']) {
      const db = `t${threads}.sqlite`
      const { status, stderr } = here('run', PIPELINE, '--db', db, '--out', `out${threads}`, '--threads', threads)
      expect([status, stderr]).toEqual([3, expect.stringContaining('letters.txt#2: an empty letter')])
      expect(lines(here('status', '--json', '--db', db).stdout)).toEqual([
        { path: 'a.txt', status: 'parsed' },
        { path: 'letters.txt#1', status: 'parsed' },
        { path: 'letters.txt#2', status: 'skipped', reason: 'an empty letter' },
        { path: 'letters.txt#3', status: 'parsed' },
        { path: 'said.txt#1', status: 'parsed' },
      ])
      expect(readFileSync(at(`out${threads}`, 'flags.tsv'), 'utf8')).toBe(
        [
          'a.txt\texample-repeated-word\t\u201cthe\u201d stands twice in a row.\n',
          'letters.txt#1\texample-repeated-word\t\u201cwe\u201d stands twice in a row.\n',
        ].join(''),
      )
      expect(here('verify', '--db', db).status).toBe(0)
    }
    expect(here('export', 'documents', '--db', 't0.sqlite').stdout).toContain('"text":"Good evening.\\nThe the bank')
    expect(here('export', 'mentions', '--db', 't0.sqlite').stdout).toContain('"value":{"id":"GHSA-jfh8-c2jp-5v3q"}')
  })

  it('works on documents again when the plugin changes, and only then', () => {
    install(at(), 'p-change', 'export const plugin = {}')
    const run = () => here('run', 'in', '--plugins', 'p-change', '--db', 'c.sqlite', '--threads', '0').stderr
    expect(run()).toMatch(/ 1 read, 0 unchanged/)
    expect(run()).toMatch(/ 0 read, 1 unchanged/)
    install(at(), 'p-change', 'export const plugin = { checks: [] }')
    expect(run()).toMatch(/ 1 read, 0 unchanged/)
    install(at(), 'p-change', 'export const plugin = { checks: [] }', { version: '1.1.0' })
    expect(run()).toMatch(/ 1 read, 0 unchanged/)
    expect(run()).toMatch(/ 0 read, 1 unchanged/)
  })

  it('may call two things the same: both count', () => {
    install(
      at(),
      'p-same',
      `export const plugin = { loaders: [{ id: 'p-loader', async *load() {
        for (const doc of ['one', 'two'])
          yield { doc, path: 'inbox', mediaType: 'text/plain', bytes: Buffer.from('Hackers robbed a bank.') }
        yield { path: 'inbox', reason: 'no more of it' }
      } }] }`,
    )
    writeFileSync(
      at('same.yaml'),
      JSON.stringify({ load: [{ loader: 'p-loader' }], plugins: ['p-same'], report: ['jsonl'] }),
    )
    const { stderr } = here('run', 'same.yaml', '--db', 'same.sqlite', '--out', 'same')
    expect(stderr).toContain('3 inputs')
    expect(lines(here('status', '--json', '--db', 'same.sqlite').stdout)).toEqual([
      { path: 'inbox', status: 'parsed' },
      { path: 'inbox (2)', status: 'parsed' },
      { path: 'inbox (3)', status: 'skipped', reason: 'no more of it' },
    ])
  })

  it('that throws skips the document, with its name in the reason; the others go on', () => {
    install(
      at(),
      'p-throws',
      `export const plugin = {
        checks: [{
          id: 'p-check', severity: 'note', title: 't', why: 'w', examples: { flagged: [], clean: [] },
          *run({ doc }) { if (doc.text.includes('we we')) throw new TypeError('no we') },
        }],
        extractors: [{
          id: 'p-words', finds: ['person'],
          *extract({ doc }) { if (doc.text.includes('last')) yield { type: 'person', start: 4, end: 8, text: 'lost', by: 'x' } },
        }],
        loaders: [{ id: 'p-load', async *load() { yield { path: 'p', reason: 'r' }; throw new Error('gone') } }],
      }`,
    )
    writeFileSync(
      at('throws.yaml'),
      readFileSync(at(PIPELINE), 'utf8')
        .replace('[errata-plugin-example]', '[errata-plugin-example, p-throws]')
        .replace('  - in\n', '  - { loader: p-load }\n  - in\n'),
    )
    for (const threads of ['0', '1']) {
      const db = `f${threads}.sqlite`
      expect(here('run', 'throws.yaml', '--db', db, '--threads', threads).status).toBe(3)
      const seen = lines(here('status', '--json', '--db', db).stdout)
      expect(Object.fromEntries(seen.map(({ path, status, reason }) => [path, reason ?? status]))).toEqual({
        'a.txt': 'parsed',
        'letters.txt#1': 'plugin p-throws: check p-check: TypeError: no we',
        'letters.txt#2': 'an empty letter',
        'letters.txt#3': 'plugin p-throws: extractor p-words: Error: the text does not say "lost" at 4',
        'said.txt#1': 'parsed',
        p: 'r',
        'plugin p-throws: loader p-load': 'it stopped: Error: gone',
      })
    }
  })

  it('that is missing or wrong ends it with 2 before anything is written', () => {
    const missing = here('run', 'in', '--plugins', 'p-nowhere', '--db', 'never.sqlite', '--out', 'never')
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('plugin p-nowhere: not found')])
    const format = here('run', 'in', '--format', 'example-tsv', '--db', 'never.sqlite', '--out', 'never')
    expect([format.status, format.stderr]).toEqual([2, expect.stringContaining('there is no "example-tsv". Allowed')])
    expect(here('status', '--db', 'never.sqlite').status).toBe(2)
  })
})

describe('commands with --plugins', () => {
  const PLUGIN = ['--plugins', 'errata-plugin-example']

  it('lint, extract and explain', () => {
    expect(lines(here('lint', 'in/a.txt', ...PLUGIN).stdout)).toMatchObject([{ kind: 'example-repeated-word' }])
    expect(here('lint', 'in/a.txt').stdout).toBe('')
    expect(here('extract', 'in/a.txt', ...PLUGIN).stdout).toContain('"by":"example-advisory"')
    expect(here('explain', 'example-repeated-word', ...PLUGIN).stdout).toMatch(/^example-repeated-word \(warning\)/)
    expect(here('explain', 'example-repeated-word').status).toBe(2)
    const skipped = here('lint', 'letters.txt', 'in/a.txt', '--plugins', 'p-throws,errata-plugin-example')
    expect([skipped.status, skipped.stderr]).toEqual([
      3,
      expect.stringMatching(/^skipped letters\.txt: plugin p-throws: extractor p-words: Error: .*\n$/),
    ])
    expect(lines(skipped.stdout)).toHaveLength(1)
  })

  it('report and export, in a format that it brings', () => {
    expect(here('export', 'flags', '--db', 't0.sqlite', ...PLUGIN, '--format', 'example-tsv').stdout).toMatch(
      /^a\.txt\texample-repeated-word/,
    )
    expect(here('report', '--db', 't0.sqlite', '--out', 'r', ...PLUGIN, '--format', 'md,example-tsv').status).toBe(0)
    expect(readFileSync(at('r', 'report.md'), 'utf8')).toContain('A word stands twice')
    expect(readFileSync(at('r', 'flags.tsv'), 'utf8')).toContain('letters.txt#1')
  })
})
