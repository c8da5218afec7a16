import { describe, expect, it } from 'vitest'
import { rulesOver } from '../../src/run/rules.ts'
import type { Rule } from '../../src/run/suppressions.ts'

const FLAG = { check: 'name-drift', subject: 'actor/apt33', words: 'APT33', doc: 'drafts/may/a.txt' }

/** Whether a rule with these keys applies to the flag, in a document from this publisher. */
async function applies(keys: Partial<Rule>, from: { site?: string; url?: string } = {}): Promise<boolean> {
  const rule: Rule = { reason: 'known', reviewer: 'R', at: '2026-01-01', ...keys }
  return (await rulesOver([rule], async () => from)(FLAG)) === rule
}

describe('a rule', () => {
  it.each<[string, Partial<Rule>, boolean]>([
    ['the check', { check: 'name-drift' }, true],
    ['another check', { check: 'date-order' }, false],
    ['the subject', { entity: 'actor/apt33' }, true],
    ['another subject', { entity: 'actor/apt38' }, false],
    ['the words in another case', { alias: 'apt33' }, true],
    ['other words', { alias: 'APT3' }, false],
    ['the document', { doc: 'drafts/may/a.txt' }, true],
    ['a pattern of documents', { doc: 'drafts/**' }, true],
    ['another pattern', { doc: 'drafts/*.txt' }, false],
    ['one key that fits and one that does not', { check: 'name-drift', entity: 'actor/apt38' }, false],
  ])('by %s', async (_, keys, expected) => expect(await applies(keys)).toBe(expected))

  it.each<[string, { site?: string; url?: string }, boolean]>([
    ['Daily News', { site: 'DAILY NEWS' }, true],
    ['example.com', { url: 'https://example.com/a' }, true],
    ['Example.com', { url: 'https://news.example.com/a' }, true],
    ['example.com', { url: 'https://badexample.com/a' }, false],
    ['news.example.com', { url: 'https://example.com/a' }, false],
    ['example.com', { url: 'no address' }, false],
    ['example.com', {}, false],
  ])('by the publisher %s of %j', async (publisher, from, expected) =>
    expect(await applies({ check: 'name-drift', publisher }, from)).toBe(expected),
  )

  it('is the first that applies, and asks once where a document comes from', async () => {
    let asked = 0
    const rule = { reason: 'known', reviewer: 'R', at: '2026-01-01' }
    const rules = [
      { ...rule, check: 'name-drift', publisher: 'Weekly' },
      { ...rule, alias: 'APT33', publisher: 'Daily' },
      { ...rule, alias: 'APT33' },
    ]
    const firstOf = rulesOver(rules, async () => {
      asked++
      return { site: 'Daily' }
    })
    expect([await firstOf(FLAG), await firstOf(FLAG)]).toEqual([rules[1], rules[1]])
    expect(asked).toBe(1)
  })
})
