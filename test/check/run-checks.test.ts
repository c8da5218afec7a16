import { describe, expect, it } from 'vitest'
import { runChecks } from '../../src/check/run-checks.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Severity } from '../../src/model/discrepancy.ts'
import type { Document } from '../../src/model/document.ts'
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

/** The flags of checks on a document in which no stage found anything. */
const flagsOf = (doc: Document, ...checks: Check[]) =>
  runChecks(checks, {
    ...{ doc, dated: doc, text: doc.text, mentions: [], links: [], claims: [], knowledge: shippedKnowledge() },
  })
const flags = (...checks: Check[]) => flagsOf(doc, ...checks)

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
    const twice = flags(flagging('a', 22, 28, 90))
    expect(twice[0]?.fingerprint).toBe(flags(flagging('a', 22, 28, 90))[0]?.fingerprint)
  })

  it.each([
    ['Correction: it hit 15,800 pupils.', 0, 33],
    ['He said so.\nCORRECTION (9 May): it hit 15,800.\nThe end.', 12, 46],
    ['So it is. An earlier version of this article said 15,800.', 10, 57],
    ['This story originally misspelled his name.', 0, 42],
  ])('flags nothing in a notice: %s', (notice, start, end) => {
    const corrected = makeDocument({
      id: 'a',
      source: 's',
      encoding: 'utf-8',
      text: notice,
      map: [0, 0, notice.length],
    })
    const check = (at: number): Check => ({
      ...flagging('a', 0, 0, 90),
      *run({ select }) {
        yield { confidence: 90, at: select({ start: at, end: at + 1 }), subject: 'x', message: 'x', evidence: [] }
      },
    })
    const places = Array.from(notice, (_, at) => at).filter(at => flagsOf(corrected, check(at)).length === 0)
    expect(places).toEqual(Array.from({ length: end - start }, (_, index) => start + index))
  })

  it.each([
    ['The correction of course took a day, and an earlier version of the malware was found.'],
    ['The police corrected: it hit 15,800.'],
  ])('flags what only speaks of corrections: %s', story => {
    const document = makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text: story, map: [0, 0, story.length] })
    expect(flagsOf(document, flagging('a', 20, 26, 90))).toHaveLength(1)
  })

  it('drops a flag for which nothing but a notice speaks', () => {
    const text = 'Editor\u2019s note: it was 15.\nNow it is 18 or more than that.'
    const document = makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text, map: [0, 0, text.length] })
    expect(flagsOf(document, flagging('a', 38, 40, 90))).toEqual([])
  })
})
