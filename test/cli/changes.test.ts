import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changeSchema, copySchema, factSchema } from '../../src/run/output-schema.ts'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('store.sqlite')
const files = [at('first.txt'), at('copy.txt')]
const REST =
  'The bank lost the money over a weekend in February, when its offices were closed. Clerks found the printer silent on Sunday and thought nothing of it. The orders went out through its own terminals to a lender in New York, which passed on what looked right. A spelling mistake in the name of a charity stopped the next one, and the rest was held back.'
const article = (sum: string): string => `Bangladesh Bank lost ${sum} to thieves, FireEye said. ${REST}\n`

function publish(...texts: readonly string[]): void {
  for (const [index, text] of texts.entries()) writeFileSync(files[index] ?? '', text)
  const run = errata('run', ...files, '--db', db, '--out', at('out'), '--format', 'html,md', '--threads', '0')
  expect(run, run.stderr).toMatchObject({ status: 0 })
}
const exported = (what: string, ...args: string[]) => lines(errata('export', what, '--db', db, ...args).stdout)

describe('an article that its publisher changes, and a copy of it', () => {
  it('shows both wordings in exports and reports, and counts the copy as no source of its own', () => {
    publish(article('$81 million'), `${article('$81 million')}More soon.\n`)
    expect(exported('changes')).toEqual([])
    expect(exported('copies').map(line => copySchema.parse(line))).toMatchObject([
      { doc: 'first.txt', copies: [{ doc: 'copy.txt' }] },
    ])
    publish(article('$101 million'))
    const [change, ...more] = exported('changes').map(line => changeSchema.parse(line))
    expect(more).toEqual([])
    expect(change).toMatchObject({
      doc: 'first.txt',
      announced: false,
      changes: [{ type: 'money', before: { text: '$81 million' }, after: { text: '$101 million' } }],
    })
    const since = exported('changes', '--since', '2')
    expect(since).toEqual([])
    const html = readFileSync(at('out', 'report.html'), 'utf8')
    expect(html).toContain('Changed by their publishers (1)')
    expect(html).toContain('<mark>$81 million</mark>')
    expect(html).toContain('<mark>$101 million</mark>')
    expect(html).toContain('One article is a copy of another')
    expect(readFileSync(at('out', 'report.md'), 'utf8')).toContain('money: Bangladesh Bank lost **\\$81 million**')
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('counts sources without their copies', () => {
    publish(article('$81 million'))
    const facts = exported('facts').map(line => factSchema.parse(line))
    const both = facts.filter(({ supports }) => new Set(supports.map(({ doc }) => doc)).size === 2)
    expect(both.length).toBeGreaterThan(0)
    for (const { sources } of both) expect(sources).toBe(1)
  })
})
