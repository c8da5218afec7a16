import { describe, expect, it } from 'vitest'
import { runChecks } from '../../src/check/run-checks.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Severity } from '../../src/model/discrepancy.ts'
import type { Check } from '../../src/model/stage.ts'
import { makeDocument } from '../../src/read/document.ts'

const text = 'Emotet is back. It is Emotet.'
const doc = makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text, map: [0, 0, text.length] })

/** A check that flags the characters from `start` to `end`, with one piece of evidence. */
const flagging = (id: string, start: number, end: number, confidence: number, severity: Severity = 'error'): Check => ({
  id,
  severity,
  title: id,
  why: id,
  examples: { flagged: [], clean: [] },
  *run({ select }) {
    yield {
      confidence,
      at: select({ start, end }),
      subject: 'x',
      message: id,
      evidence: [{ role: 'for', note: id, at: select({ start: 7, end: 9 + id.length }) }],
    }
  },
})

const flags = (...checks: Check[]) => runChecks(checks, doc, [], text, [], [], shippedKnowledge())

describe('runChecks', () => {
  it('sorts flags by place', () => {
    expect(flags(flagging('a', 22, 28, 90), flagging('b', 0, 6, 90)).map(({ at }) => at.start)).toEqual([0, 22])
  })

  it('keeps one flag of several on the same words, the surest, with the evidence of all', () => {
    const [flag, ...more] = flags(flagging('a', 0, 6, 70), flagging('bb', 0, 6, 90))
    expect(more).toEqual([])
    expect(flag?.check).toBe('bb')
    expect(flag?.evidence.map(({ note }) => note)).toEqual(['bb', 'a'])
  })

  it('lets no note hide an error', () => {
    expect(flags(flagging('a', 0, 6, 99, 'note'), flagging('b', 0, 6, 50)).map(({ check }) => check)).toEqual(['b'])
  })

  it('keeps flags on different words, and tells equal ones apart by an ordinal', () => {
    const both = flags(flagging('a', 0, 6, 90), flagging('a', 0, 5, 90))
    expect(both.map(({ at }) => at.end)).toEqual([5, 6])
    const twice = runChecks([flagging('a', 22, 28, 90)], doc, [], text, [], [], shippedKnowledge())
    expect(twice[0]?.fingerprint).toBe(flags(flagging('a', 22, 28, 90))[0]?.fingerprint)
  })
})
