import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('x.sqlite')
const text = (bank: string, group = 'APT33'): string =>
  `North Korean hackers, dubbed APT38, robbed ${bank} for Pyongyang. ${group} stole much from ${bank}. North Korea denied it.\n`
const write = (name: string, ...words: Parameters<typeof text>) => writeFileSync(at('in', name), text(...words))
const run = () => errata('run', at('in'), '--db', db, '--out', at('out'), '--threads', '0', '--format', 'jsonl').status

/** The report as html, md and txt. */
function report(...options: string[]) {
  const { status } = errata('report', '--db', db, '--out', at('r'), '--format', 'html,md,txt', ...options)
  expect(status).toBe(0)
  const [html = '', md = '', txt = ''] = ['html', 'md', 'txt'].map(ending =>
    readFileSync(at('r', `report.${ending}`), 'utf8'),
  )
  const contents = /<nav class="contents"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
  return {
    lead: /<p class="lead">([^<]*)<\/p>/.exec(html)?.[1],
    txt: txt.replaceAll(/\s+/g, ' '),
    /** Causes and flags in the table of checks. */
    table: [...md.matchAll(/\(`[a-z-]+`\) \| \w+ \| (\d+) \| (\d+) \|/g)].map(([, causes, flags]) => [causes, flags]),
    /** Causes by check, and by article: the numbers at the ends of their rows. */
    rows: contents
      .split('<section>')
      .slice(1)
      .map(part => [...part.matchAll(/<span class="number">(\d+)<\/span>/g)].map(([, number]) => Number(number))),
    named: ['gone', 'mended', 'judged', 'asked', 'fresh'].filter(name => contents.includes(`${name}.txt`)),
  }
}

const OPEN =
  'errata read four articles, and in two of them something does not add up. There are two flags, both of them errors.'

describe('a report since a run', () => {
  beforeAll(() => {
    mkdirSync(at('in'))
    for (const name of ['gone', 'mended', 'judged', 'asked']) write(`${name}.txt`, `the bank of ${name}`)
    expect(run()).toBe(0)
    rmSync(at('in', 'gone.txt'))
    write('mended.txt', 'the bank of mended', 'APT38')
    write('fresh.txt', 'the bank of fresh')
    expect(run()).toBe(0)
    const judged = lines(errata('export', 'flags', '--db', db).stdout).find(({ doc }) => doc === 'judged.txt')
    expect(errata('decide', String(judged?.['fingerprint']), 'dismissed', '--db', db).status).toBe(0)
  })

  it('counts what is open as a report without it does, and the same everywhere', () => {
    const plain = report()
    const since = report('--since', '1')
    const day = new Date().toISOString().slice(0, 10)
    const changes = 'one flag is new and two flags have gone from the articles; one flag is still open.'
    expect(plain.lead).toMatch(OPEN)
    expect(since.lead).toMatch(`${OPEN} Since run 1 of ${day}, ${changes}`)
    expect(since.lead).toContain('One flag has been decided (dismissed).')
    expect(plain.lead).not.toContain('decided')
    for (const { rows, named, table } of [plain, since])
      expect({ rows, named, table }).toEqual({ rows: [[2], [1, 1]], named: ['asked', 'fresh'], table: [['2', '2']] })
    expect(since.txt).toContain(since.lead)
  })

  it('says of one that shows none that is open what it shows', () => {
    const { lead, rows } = report('--status', 'dismissed')
    const none = /^errata read four articles, and no flag of this report is open\. /
    expect(lead).toMatch(none)
    expect(lead).toContain('One flag has been decided (dismissed).')
    expect(rows).toEqual([[1], [1]])
    const fixed = report('--status', 'fixed')
    expect(fixed.lead).toMatch(none)
    expect(fixed.lead).toContain('Two flags have gone from the articles.')
    expect(report('--status', 'all').lead).toContain('There are two flags, both of them errors.')
    expect(report('--status', 'unsure').lead).toContain('found nothing that does not add up')
  })
})
