import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decisionSchema, suppressionsSchema } from '../../src/run/suppressions-schema.ts'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('a.sqlite')
const TEAM = at('errata-suppressions.json')
const slip = (sentence: string): string =>
  `North Korean hackers, dubbed APT38, robbed banks for Pyongyang. ${sentence} North Korea denied it.`

mkdirSync(at('in'))
for (const name of ['Daily', 'Weekly'])
  writeFileSync(
    at('in', `${name}.txt`),
    `Title: Banks robbed\nSource: ${name}\n\n${slip(name === 'Daily' ? 'APT33 stole it.' : 'APT33 took it. Later APT33 left.')}\n`,
  )
const run = (store: string, ...more: string[]) =>
  errata('run', at('in'), '--db', store, '--out', at('out'), '--threads', '0', ...more)
const flags = (store: string, ...more: string[]) =>
  lines(errata('export', 'flags', '--db', store, '--status', 'all', ...more).stdout).map(flag => ({
    doc: String(flag['doc']),
    status: String(flag['status']),
    print: String(flag['fingerprint']),
  }))
const statuses = (store: string, ...more: string[]) =>
  flags(store, ...more).map(({ doc, status }) => `${doc} ${status}`)
const team = (content: object): void => writeFileSync(TEAM, JSON.stringify({ version: 1, ...content }))
const rule = { reason: 'house style', reviewer: 'R', at: '2026-01-02' }

describe("a team's file", () => {
  it('dismisses by rule, counts in the summary of the run, and gives the flags back when the line goes', () => {
    expect(run(db).status).toBe(0)
    expect(statuses(db)).toEqual(['Daily.txt open', 'Weekly.txt open', 'Weekly.txt open'])
    team({ rules: [{ alias: 'apt33', publisher: 'Weekly', ...rule }] })
    const ran = run(db, '--suppressions', TEAM, '--fail-on', 'error')
    expect([ran.status, ran.stderr]).toEqual([
      1,
      expect.stringContaining('2 dismissed by rule: “apt33” from Weekly: house style'),
    ])
    expect(lines(readFileSync(at('out', 'flags.jsonl'), 'utf8'))).toMatchObject([{ doc: 'Daily.txt' }])
    expect(statuses(db, '--suppressions', TEAM)).toEqual([
      'Daily.txt open',
      'Weekly.txt dismissed',
      'Weekly.txt dismissed',
    ])
    expect(errata('decide', 'list', '--db', db, '--suppressions', TEAM).stdout).toContain('rule, dismisses 2: “apt33”')
    const explained = (...words: string[]) => errata('explain', flags(db)[1]?.print ?? '', '--db', db, ...words).stdout
    expect(explained()).toContain(', open) in Weekly.txt')
    expect(explained('--suppressions', TEAM)).toMatch(/dismissed\) in Weekly\.txt.*: by a rule: house style/s)
    team({ rules: [] })
    run(db, '--suppressions', TEAM)
    expect(lines(readFileSync(at('out', 'flags.jsonl'), 'utf8'))).toHaveLength(3)
  })

  it('dismisses one check for one entity, and no other', () => {
    const subject = /^subject: (.*)$/m.exec(errata('explain', flags(db)[0]?.print ?? '', '--db', db).stdout)?.[1]
    team({ rules: [{ check: 'name-drift', entity: subject, ...rule }] })
    expect(new Set(flags(db, '--suppressions', TEAM).map(({ status }) => status))).toEqual(new Set(['dismissed']))
    team({
      rules: [
        { check: 'name-drift', entity: 'actor/apt1', ...rule },
        { check: 'cve-drift', entity: subject, ...rule },
      ],
    })
    expect(new Set(flags(db, '--suppressions', TEAM).map(({ status }) => status))).toEqual(new Set(['open']))
  })

  it('can be named in a pipeline', () => {
    team({ rules: [{ doc: 'Week*', ...rule }] })
    writeFileSync(
      at('p.yaml'),
      `load: [${at('in')}]\nstore: ${at('p.sqlite')}\nreport: [jsonl]\nsuppressions: ${TEAM}\n`,
    )
    const ran = errata('run', at('p.yaml'), '--out', at('p'), '--threads', '0')
    expect(ran.stderr).toContain('2 dismissed by rule: in Week*: house style')
    expect(lines(readFileSync(at('p', 'flags.jsonl'), 'utf8'))).toMatchObject([{ doc: 'Daily.txt' }])
  })

  it('is refused before anything runs when it is wrong, naming what', () => {
    const wrong: readonly [string, string][] = [
      ['{', 'is not JSON'],
      ['{"version": 2}', 'version'],
      [
        '{"version": 1, "rules": [{"publisher": "Daily", "reason": "r", "reviewer": "R", "at": "2026-01-02"}]}',
        'rules.0',
      ],
      ['{"version": 1, "rules": [{"check": "x", "reviewer": "R", "at": "2026-01-02"}]}', 'rules.0.reason'],
      ['{"version": 1, "decisions": [{"fingerprint": "12"}]}', 'decisions.0.fingerprint'],
    ]
    for (const [text, what] of wrong) {
      writeFileSync(at('wrong.json'), text)
      const { status, stderr } = run(at('never.sqlite'), '--suppressions', at('wrong.json'))
      expect([text, status, stderr]).toEqual([text, 2, expect.stringContaining(what)])
      expect(stderr).toContain(at('wrong.json'))
    }
    expect(run(at('never.sqlite'), '--suppressions', at('none.json')).status).toBe(2)
  })
})

describe('decisions of others', () => {
  it('go out as JSONL and come into another store, once; the later of two holds', () => {
    const [first, second] = flags(db)
    for (const [print, verdict] of [
      [first?.print, 'dismissed'],
      [second?.print, 'confirmed'],
    ])
      errata('decide', print ?? '', verdict ?? '', '--db', db, '--reviewer', 'R', '--corrected', 'APT38')
    const log = errata('export', 'decisions', '--db', db).stdout
    expect(lines(log)).toMatchObject([
      { verdict: 'dismissed', doc: 'Daily.txt', corrected: 'APT38' },
      { verdict: 'confirmed' },
    ])
    for (const line of lines(log)) decisionSchema.parse(line)
    writeFileSync(at('log.jsonl'), log)
    const other = at('b.sqlite')
    run(other)
    errata('decide', first?.print ?? '', 'unsure', '--db', other, '--reviewer', 'S')
    for (const _ of [1, 2]) expect(errata('decide', 'import', at('log.jsonl'), '--db', other).status).toBe(0)
    expect(statuses(other)).toEqual(['Daily.txt unsure', 'Weekly.txt confirmed', 'Weekly.txt open'])
    expect(lines(errata('export', 'decisions', '--db', other).stdout)).toHaveLength(3)
    writeFileSync(at('bad.jsonl'), `${log}{"fingerprint": 7}\n`)
    const bad = errata('decide', 'import', at('bad.jsonl'), '--db', other)
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining(`${at('bad.jsonl')}:3: fingerprint`)])
  })

  it("are saved to the team's file beside its rules, and read from it without being stored", () => {
    team({ rules: [{ alias: 'APT33', publisher: 'Weekly', ...rule }] })
    expect(errata('decide', 'save', TEAM, '--db', db).status).toBe(0)
    const saved = suppressionsSchema.parse(JSON.parse(readFileSync(TEAM, 'utf8')))
    expect(saved.rules).toMatchObject([{ alias: 'APT33' }])
    expect(saved.decisions).toHaveLength(2)
    const before = readFileSync(TEAM, 'utf8')
    errata('decide', 'save', TEAM, '--db', db)
    expect(readFileSync(TEAM, 'utf8')).toBe(before)
    run(at('c.sqlite'))
    expect(statuses(at('c.sqlite'), '--suppressions', TEAM)).toEqual([
      'Daily.txt dismissed',
      'Weekly.txt confirmed',
      'Weekly.txt dismissed',
    ])
    expect(new Set(flags(at('c.sqlite')).map(({ status }) => status))).toEqual(new Set(['open']))
  })
})

describe('a report since a run', () => {
  it('shows what is new, fixed and decided since, and nothing that had gone before', () => {
    const store = at('since.sqlite')
    mkdirSync(at('news'))
    const write = (...sentences: string[]) =>
      writeFileSync(at('news', 'a.txt'), `${slip('It is so.')} ${sentences.join(' ')}\n`)
    const publish = () => errata('run', at('news'), '--db', store, '--out', at('since'), '--threads', '0')
    write('APT33 came.', 'APT33 saw.', 'APT33 ran.')
    publish()
    write('APT33 saw.', 'APT33 ran.')
    publish()
    errata('decide', flags(store)[0]?.print ?? '', 'dismissed', '--db', store, '--reviewer', 'R')
    write('APT33 saw.', 'APT33 slept.')
    publish()
    const sarif = errata('export', 'flags', '--db', store, '--format', 'sarif', '--since', '2').stdout
    const { runs } = JSON.parse(sarif) as {
      runs: { results: { baselineState: string; suppressions?: unknown; message: unknown }[] }[]
    }
    expect(
      runs[0]?.results.map(({ baselineState, suppressions }) => [baselineState, suppressions !== undefined]),
    ).toEqual([
      ['unchanged', true],
      ['new', false],
      ['absent', false],
    ])
    expect(errata('export', 'flags', '--db', store, '--since', '99').status).toBe(2)
    // JSONL prints what came after the run, as it stands now: shown, decided or fixed since.
    const came = (...args: string[]) =>
      lines(errata('export', 'flags', '--db', store, ...args).stdout).map(({ status }) => status)
    expect(came('--since', '2', '--status', 'all')).toEqual(['dismissed', 'open', 'fixed'])
    expect(came('--since', '2')).toEqual(['open'])
    // Two places of APT33, and APT38, which stood against three of them at first.
    expect(came('--since', '1', '--status', 'fixed')).toEqual(['fixed', 'fixed', 'fixed'])
    expect(came('--since', '3', '--status', 'all')).toEqual([])
    // The run before the latest, for a nightly mail; html and text hold the same three.
    const mail = errata('report', '--db', store, '--out', at('mail'), '--since', 'previous', '--format', 'html,txt')
    expect(mail.status).toBe(0)
    const text = readFileSync(at('mail', 'report.txt'), 'utf8')
    expect([...text.matchAll(/^(.+)\n-+\n/gm)].map(([, title]) => title)).toEqual([
      'New (1)',
      'Gone from the articles (1)',
      'Decided (1)',
    ])
    expect(text.replace(/\s+/g, ' ')).toContain('Since run 2 of')
    expect(readFileSync(at('mail', 'report.html'), 'utf8')).toContain('<h2>Gone from the articles (1)</h2>')
    expect(errata('export', 'flags', '--db', store, '--since', 'yesterday').status).toBe(2)
    expect(errata('export', 'copies', '--db', store, '--since', '1').status).toBe(2)
  })

  it('is a whole report on the first night', () => {
    const store = at('first.sqlite')
    writeFileSync(at('first.txt'), `${slip('It is so.')} APT33 came.\n`)
    errata('run', at('first.txt'), '--db', store, '--out', at('first'), '--threads', '0')
    const report = errata('report', '--db', store, '--out', at('first'), '--since', 'previous', '--format', 'txt')
    expect(report).toMatchObject({ status: 0, stderr: expect.stringContaining('nothing to compare with') })
    expect(readFileSync(at('first', 'report.txt'), 'utf8')).toContain('Errors (1)')
  })
})
