import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { errataIn, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => errataIn(at(), ...args)
const slip = (bank: string): string =>
  `North Korean hackers, dubbed APT38, robbed ${bank} for Pyongyang. APT33 stole much from ${bank}. North Korea denied it.\n`
const run = (db: string, ...more: string[]) =>
  errata('run', 'in', '--db', db, '--out', `${db}-out`, '--threads', '0', ...more)
const flags = (db: string, ...more: string[]) =>
  lines(errata('export', 'flags', '--db', db, '--status', 'all', ...more).stdout).map(
    ({ doc, status, fingerprint }) => ({
      doc: String(doc).slice(0, 1),
      status,
      fingerprint: String(fingerprint),
    }),
  )
const statuses = (db: string, ...more: string[]) => flags(db, ...more).map(({ doc, status }) => `${doc} ${status}`)
const decide = (doc: string, verdict: string) => {
  const { fingerprint = '' } = flags('own').find(flag => flag.doc === doc) ?? {}
  expect(errata('decide', fingerprint, verdict, '--db', 'own').status).toBe(0)
}
const saved = () =>
  (
    JSON.parse(readFileSync(at('errata-suppressions.json'), 'utf8')) as {
      decisions: { doc: string; verdict: string }[]
    }
  ).decisions
    .map(({ doc, verdict }) => `${doc.slice(0, 1)} ${verdict}`)
    .sort()

beforeAll(() => {
  mkdirSync(at('in'))
  for (const name of ['a', 'b', 'c']) writeFileSync(at('in', `${name}.txt`), slip(`the bank of ${name}`))
  for (const db of ['own', 'other']) expect(run(db).status).toBe(0)
})

describe('decide save', () => {
  it('leaves out what was taken back before it, and tells of what was taken back since', () => {
    decide('a', 'confirmed')
    decide('b', 'confirmed')
    decide('b', 'undo')
    decide('c', 'dismissed')
    const first = errata('decide', 'save', '--db', 'own')
    expect([first.status, first.stderr]).toEqual([0, 'errata-suppressions.json: 2 decisions\n'])
    expect(saved()).toEqual(['a confirmed', 'c dismissed'])
    // A colleague takes all of it over; then one of them is taken back.
    expect(errata('decide', 'import', 'errata-suppressions.json', '--db', 'other').status).toBe(0)
    decide('c', 'undo')
    const second = errata('decide', 'save', '--db', 'own')
    expect(second.stderr).toBe('errata-suppressions.json: 1 decision, and 1 that the file had and that is withdrawn\n')
    expect(saved()).toEqual(['a confirmed', 'c open'])
    expect(statuses('other')).toEqual(['a confirmed', 'b open', 'c dismissed'])
    expect(statuses('other', '--suppressions', 'errata-suppressions.json')).toEqual(['a confirmed', 'b open', 'c open'])
    expect(errata('decide', 'save', '--db', 'other').status).toBe(0)
    expect(saved()).toEqual(['a confirmed', 'c open'])
  })
})

describe('a rule for a check that there is not', () => {
  it('is warned of by whatever reads it, and stops nothing', () => {
    const rule = { reason: 'known', reviewer: 'R', at: '2026-01-02' }
    const rules = [
      { check: 'name-drift', doc: 'x', ...rule },
      { check: 'name-drfit', ...rule },
    ]
    writeFileSync(at('bad.json'), JSON.stringify({ version: 1, rules }))
    const warning =
      'bad.json: rules.1.check: there is no check \u201cname-drfit\u201d unless a plugin brings it, and the rule dismisses nothing; did you mean name-drift?\n'
    const given = ['--db', 'own', '--suppressions', 'bad.json']
    for (const command of [
      ['report', '--format', 'jsonl', '--out', 'r'],
      ['export', 'flags'],
      ['decide', 'list'],
    ])
      expect(errata(...command, ...given)).toMatchObject({ status: 0, stderr: expect.stringContaining(warning) })
    expect(run('own', '--suppressions', 'bad.json')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(warning),
    })
    expect(errata('export', 'flags', '--db', 'own').stderr).toBe('')
  })

  it('is none when a plugin brings the check', () => {
    writeFileSync(
      at('lower.js'),
      `const check = { id: 'lower-case', severity: 'note', title: 'T', why: 'W', examples: { flagged: [], clean: [] }, run: () => [] }
export const plugin = { checks: [check] }\n`,
    )
    writeFileSync(at('package.json'), '{"type":"module"}')
    const rules = [{ check: 'lower-case', reason: 'known', reviewer: 'R', at: '2026-01-02' }]
    writeFileSync(at('plugin.json'), JSON.stringify({ version: 1, rules }))
    const export_ = ['export', 'flags', '--db', 'own', '--suppressions', 'plugin.json']
    expect(errata(...export_).stderr).toContain('there is no check \u201clower-case\u201d')
    expect(errata(...export_, '--plugins', './lower.js')).toMatchObject({ status: 0, stderr: '' })
  })
})
