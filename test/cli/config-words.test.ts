import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errataIn } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
writeFileSync(at('a.txt'), 'Nothing happened at the bank on Monday.\n')

/** What is said of a pipeline of these lines, a line each, without the program and the file. */
function said(...text: string[]): string[] {
  writeFileSync(at('p.yaml'), text.join('\n'))
  const { status, stderr } = errataIn(at(), 'run', 'p.yaml')
  expect([status, stderr]).toEqual([2, expect.not.stringContaining('undefined')])
  return stderr
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^errata: p\.yaml:?/, ''))
}

const TOP = /There are name, load, checks, report, store, .*plugins$/

describe('what is wrong with a pipeline', () => {
  it('is told with what was given and what is possible', () => {
    const notify = [
      'notify:',
      '  - comand: [x]',
      '  - webhook: https://a.example/',
      '    headers: {authorization: hush}',
      '  - webhook: 3',
    ]
    const rest = ['limits: {secnds: 3, depth: 1.5, memory: many}', 'report: html', 'tlp: ambr', 'store:']
    expect(said('load: [a.txt]', ...notify, ...rest)).toEqual([
      '8:9: report: is text, must be a list',
      '10:7: store: is empty, must be text',
      '9:6: tlp: is \u201cambr\u201d, must be one of clear, green, amber, amber+strict, red; did you mean amber?',
      '3:5: notify.0.comand: unknown key; did you mean command? There are command, when, timeout',
      '5:30: notify.1.headers.authorization: must be { env: NAME }: values come from the environment only',
      '6:14: notify.2.webhook: is a number, must be text or { env: \u2026 }',
      '7:41: limits.memory: is text, must be a whole number',
      '7:28: limits.depth: is 1.5, must be a whole number',
      expect.stringMatching(
        /: limits\.secnds: unknown key; did you mean seconds\? There are seconds, memory, .*mentions$/,
      ),
    ])
  })

  it('is told of checks and formats by their names', () => {
    expect(said('load: [a.txt]', 'checks: {name-drfit: off}', 'report: [htlm, zzzzzz]')).toEqual([
      '2:10: checks.name-drfit: there is no check \u201cname-drfit\u201d; did you mean name-drift?',
      '3:10: report.0: there is no format \u201chtlm\u201d; did you mean html? There are html, md, txt, jsonl, csv, sarif, stix, webannotation',
      '3:16: report.1: there is no format \u201czzzzzz\u201d; there are html, md, txt, jsonl, csv, sarif, stix, webannotation',
    ])
  })

  it('is told once where a slip leaves a key out, and of a file that is empty', () => {
    expect(said('laod: [a.txt]')).toEqual([
      expect.stringMatching(/^1:1: laod: unknown key; did you mean load\? There are/),
    ])
    expect(said('laod: [a.txt]')[0]).toMatch(TOP)
    expect(said('name: x')).toEqual(['1:1: load: is missing, must be a list'])
    expect(said('load: [{fodler: a}]')).toEqual(['1:9: load.0.fodler: unknown key; did you mean folder?'])
    expect(said('')).toEqual([expect.stringMatching(/^ a pipeline: is empty, must be keys and values \(name, load, /)])
  })

  it('is told of a file of rules and of limits too', () => {
    const rule = { check: 'name-drift', reviewer: 'R', at: 'today' }
    const content = { version: 1, rules: [rule], corrections: [{ kind: 'mentoin' }] }
    writeFileSync(at('s.json'), JSON.stringify(content))
    expect(errataIn(at(), 'run', 'a.txt', '--suppressions', 's.json')).toMatchObject({
      status: 2,
      stderr: [
        'errata: s.json: rules.0.reason: is missing, must be text',
        'errata: s.json: rules.0.at: must be a day such as 2026-01-02',
        'errata: s.json: corrections.0.kind: is text, must be mention or document',
        '',
      ].join('\n'),
    })
    expect(errataIn(at(), 'lint', '--limits', 'secnds=3', 'a.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--limits secnds: unknown key; did you mean seconds?'),
    })
  })
})
