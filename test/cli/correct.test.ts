import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const db = at('a.sqlite')
const by = ['--db', db, '--reviewer', 'R'] as const
mkdirSync(at('in'))
writeFileSync(at('in', 'a.txt'), 'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole it.\n')
writeFileSync(at('in', 'b.txt'), 'In October APT33 attacked a bank in Chile.\n')
const run = (...more: string[]) =>
  errata('run', at('in'), '--db', db, '--out', at('out'), '--threads', '0', '--notes', ...more)
const documents = () => lines(errata('export', 'documents', '--db', db).stdout).map(({ doc }) => doc)
const entities = (words: string) =>
  lines(errata('export', 'mentions', '--db', db).stdout).map(({ doc, mentions }) => [
    doc,
    (mentions as { text: string; entity?: string }[]).filter(({ text }) => text === words).map(({ entity }) => entity),
  ])

describe("a reviewer's correction of a mention", () => {
  it('takes the words for another entity, in one document or everywhere, whatever is read later', () => {
    expect(run().status).toBe(0)
    const found = entities('APT33')
    expect(found.map(([, ids]) => ids)).toEqual([['actor/apt33'], ['actor/apt33']])
    expect(errata('decide', 'mention', 'APT33', '--entity', 'actor/apt38', '--doc', 'a.txt', ...by).status).toBe(0)
    expect(run().stderr).toMatch(/1 read, 1 unchanged/)
    expect(entities('APT33')).toEqual([
      ['a.txt', ['actor/apt38']],
      ['b.txt', ['actor/apt33']],
    ])
    expect(lines(errata('export', 'flags', '--db', db).stdout)).toEqual([])
    expect(run('--full').status).toBe(0)
    expect(entities('APT33')[0]).toEqual(['a.txt', ['actor/apt38']])
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('takes them for nothing, the particular before the general, until it is taken back', () => {
    expect(errata('decide', 'mention', 'APT33', '--entity', 'none', ...by).status).toBe(0)
    expect(run().status).toBe(0)
    expect(entities('APT33')).toEqual([
      ['a.txt', ['actor/apt38']],
      ['b.txt', []],
    ])
    expect(errata('decide', 'list', '--db', db).stdout).toContain('corrected: “APT33” is no entity, by R')
    expect(errata('decide', 'mention', 'APT33', '--undo', ...by).status).toBe(0)
    expect(errata('decide', 'mention', 'APT33', '--undo', '--doc', 'a.txt', ...by).status).toBe(0)
    expect(run().status).toBe(0)
    expect(entities('APT33').map(([, ids]) => ids)).toEqual([['actor/apt33'], ['actor/apt33']])
    expect(errata('decide', 'mention', 'APT33', '--undo', ...by).status).toBe(2)
  })

  it('names an entity that is there', () => {
    const { status, stderr } = errata('decide', 'mention', 'APT33', '--entity', 'actor/nobody', ...by)
    expect([status, stderr]).toEqual([2, expect.stringContaining('actor/nobody')])
    expect(errata('decide', 'mention', 'APT33', ...by).status).toBe(2)
    expect(errata('decide', 'mention', 'APT33', '--entity', 'none', '--type', 'virus', ...by).status).toBe(2)
  })
})

describe('a forgotten article', () => {
  it('leaves the store and does not come back, changed or renamed', () => {
    expect(errata('decide', 'forget', 'c.txt', ...by).status).toBe(2)
    expect(errata('decide', 'forget', 'a.txt', '--note', 'withdrawn', ...by).status).toBe(0)
    expect(documents()).toEqual(['b.txt'])
    expect(errata('export', 'flags', '--status', 'all', '--db', db)).toMatchObject({ status: 0, stdout: '' })
    expect(errata('search', '--db', db, '--', 'Pyongyang')).toMatchObject({ status: 0, stdout: '' })
    expect(errata('verify', '--db', db).status).toBe(0)
    writeFileSync(
      at('in', 'z.txt'),
      'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole it.\n',
    )
    writeFileSync(at('in', 'a.txt'), 'It has changed since.\n')
    const planned = run('--dry-run')
    expect(planned.stdout + planned.stderr).toMatch(/skip a\.txt: forgotten by R/)
    const { status, stderr } = run('--full')
    expect([status, stderr]).toEqual([3, expect.stringContaining('skipped z.txt: forgotten by R')])
    expect(documents()).toEqual(['b.txt'])
  })

  it('outranks an older import, goes on with the file of the team, and comes back by undo', () => {
    expect(errata('decide', 'save', at('team.json'), '--db', db).status).toBe(0)
    const listed = errata('decide', 'list', '--db', db, '--suppressions', at('team.json')).stdout
    expect(listed.match(/forgotten: a\.txt/g)).toHaveLength(1)
    expect(errata('decide', 'forget', 'a.txt', '--undo', ...by).status).toBe(0)
    expect(errata('decide', 'import', at('team.json'), '--db', db).status).toBe(0)
    expect(run().status).toBe(0)
    expect(documents()).toEqual(['a.txt', 'b.txt', 'z.txt'])
    const other = at('other.sqlite')
    const again = ['run', at('in'), '--db', other, '--out', at('out2'), '--threads', '0']
    expect(errata(...again).status).toBe(0)
    expect(errata(...again, '--suppressions', at('team.json')).status).toBe(3)
    expect(lines(errata('export', 'documents', '--db', other).stdout).map(({ doc }) => doc)).toEqual(['b.txt'])
  })

  it('comes back by a later withdrawal, whatever the file of the team said before', () => {
    const other = at('other.sqlite')
    const team = ['--suppressions', at('team.json')]
    const again = (of: string) => errata('run', at('in'), '--db', of, '--out', at('out2'), '--threads', '0', ...team)
    expect(errata('decide', 'save', at('team.json'), '--db', db).status).toBe(0)
    expect(again(db)).toMatchObject({ status: 0 })

    expect(again(other)).toMatchObject({ status: 0 })
    expect(lines(errata('export', 'documents', '--db', other).stdout).map(({ doc }) => doc)).toEqual([
      'a.txt',
      'b.txt',
      'z.txt',
    ])
    expect(errata('decide', 'list', '--db', other, ...team)).toMatchObject({
      status: 0,
      stdout: expect.not.stringContaining('forgotten'),
    })
  })
})
