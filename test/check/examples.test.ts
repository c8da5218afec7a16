import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checksReadme } from '../../scripts/checks-readme.ts'
import { checks } from '../../src/builtin.ts'
import type { Check } from '../../src/model/stage.ts'
import { testCheck, unmark } from '../../src/testing.ts'

describe('the examples of every check', () => {
  for (const check of checks) it(check.id, () => testCheck(check))
})

describe('the inventory', () => {
  it('has one id a check, in kebab-case, and says what each is for', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
    for (const { id, title, why } of checks) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(title.length).toBeGreaterThan(10)
      expect(why).toMatch(/Wrong when/)
    }
  })

  it('is printed in src/check/README.md', () => {
    expect(readFileSync(new URL('../../src/check/README.md', import.meta.url), 'utf8')).toBe(checksReadme(checks))
  })
})

describe('testCheck', () => {
  const check: Check = {
    id: 'says-wrong',
    severity: 'error',
    title: 'The word wrong',
    why: 'A check for this test.',
    examples: { flagged: ['This is [[wrong]].'], clean: ['This is right.'] },
    *run({ doc, select }) {
      for (const match of doc.text.matchAll(/wrong/g)) {
        const at = select({ start: match.index, end: match.index + 5 })
        yield { confidence: 90, at, subject: 'x', message: 'wrong', evidence: [] }
      }
    },
  }
  const withExamples = (flagged: string[], clean: string[]) => () =>
    testCheck({ ...check, examples: { flagged, clean } })

  it('is content with examples that hold', () => expect(() => testCheck(check)).not.toThrow())
  it('refuses a missed mark', () =>
    expect(withExamples(['[[This]] is [[wrong]].'], ['Right.'])).toThrow(/instead of 0–4 “This”, 8–13 “wrong”/))
  it('refuses a flag without a mark', () =>
    expect(withExamples(['[[wrong]] and wrong'], ['Right.'])).toThrow(/0–5 “wrong”, 10–15 “wrong” instead of/))
  it('refuses a flag on a clean example', () =>
    expect(withExamples(['[[wrong]]'], ['So wrong.'])).toThrow(/3–8 “wrong”/))
  it('refuses empty lists', () => expect(withExamples([], ['Right.'])).toThrow(/at least one/))
  it('refuses duplicates', () => expect(withExamples(['[[wrong]]'], ['Right.', 'Right.'])).toThrow(/stands twice/))
  it('refuses a flagged example without a mark', () =>
    expect(withExamples(['fine'], ['Right.'])).toThrow(/nothing is marked/))
  it('refuses a clean example with a mark', () =>
    expect(withExamples(['[[wrong]]'], ['[[Right]].'])).toThrow(/has marks/))

  it('reads marks and refuses broken ones', () => {
    expect(unmark('a [[b]] c [[d]]')).toEqual({
      text: 'a b c d',
      marks: [
        { start: 2, end: 3 },
        { start: 6, end: 7 },
      ],
    })
    for (const broken of ['a [[b', 'a b]]', '[[a [[b]]', '[[]]']) expect(() => unmark(broken)).toThrow()
  })
})
