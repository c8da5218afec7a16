import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/builtin.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Check } from '../../src/model/stage.ts'
import { makeDocument } from '../../src/read/document.ts'
import { analyse } from '../../src/run/analyse.ts'
import { unmark } from '../../src/testing.ts'

const flags = (text: string, some: readonly Check[]) =>
  analyse(
    makeDocument({ id: 'a', source: 's', encoding: 'utf-8', published: '2018-05-01', text, map: [0, 0, text.length] }),
    shippedKnowledge(),
    some,
  ).flags
const needless = checks.map(({ needs: _needs, ...check }): Check => check)
const body = (example: string): string => unmark(example).text.replace(/^(?:(?:Title|Date|Published): [^\n]*\n+)+/, '')

describe('what checks need', () => {
  it('is had by every text in which they find anything', () => {
    for (const check of checks.filter(({ needs }) => needs))
      for (const example of check.examples.flagged)
        expect(flags(body(example), [check])).toEqual(flags(body(example), [{ ...check, needs: [] }]))
  })

  it('is had with whatever blanks', () => {
    for (const blank of ['\u00a0', '\u2009', '\u202f', '\u3000'])
      for (const check of checks.filter(({ needs }) => needs))
        for (const example of check.examples.flagged) {
          const text = body(example).replace(/ (?=\d)|(?<=\d) /g, blank)
          expect(flags(text, [check]), text).toEqual(flags(text, [{ ...check, needs: [] }]))
        }
    expect(flags('In all, one in five users (5\u2009percent) paid.', checks).map(({ check }) => check)).toEqual([
      'fraction-mismatch',
    ])
  })

  it('is had by every text of numbers, dates and figures in which they find anything', () => {
    const piece = fc.constantFrom(
      ...[
        'between 50 and 20 hosts',
        'aged 65 to 18',
        'rang\u00e9 1',
        'one in five users (5 percent)',
        '12\u00a0% of it',
      ],
      ...['Ann Lee, 49,', 'Ann Lee (48)', 'the 47-year-old Ann Lee', 'in 2107', 'since 1016', 'from 2016 to 2015'],
      ...[
        'Intel 471',
        'Intel 479',
        'COVID-19',
        'at 27:30 UTC',
        '9.75 p.m.',
        '31/02/2017',
        'on May 14',
        'May 2019',
        '.',
        'and',
        '14 out of 50',
      ],
      ...[
        '$5 million (\u20ac4 billion)',
        '$5 billion',
        '163 percent of users',
        'versions 2.0 through 2.4',
        'fixed in 2.3',
        '\u201cso',
        '"',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = `${pieces.join(' ')} x`
        expect(flags(text, checks)).toEqual(flags(text, needless))
      }),
      { numRuns: 60 },
    )
  })

  it('spares a check the texts that have none of it', () => {
    const asked: string[] = []
    const spy = (id: string, needs: Check['needs']): Check => ({
      ...{ id, severity: 'error', title: id, why: id, examples: { flagged: [], clean: [] } },
      ...(needs ? { needs } : {}),
      run: () => {
        asked.push(id)
        return []
      },
    })
    const several = [spy('all', undefined), spy('two-numbers', ['numbers']), spy('both', ['numbers', 'date'])]
    const run = (text: string) => {
      asked.length = 0
      flags(text, several)
      return [...asked]
    }
    expect(run('Nobody came.')).toEqual(['all'])
    expect(run('It was 7 or 8.')).toEqual(['all', 'two-numbers'])
    expect(run('It was May 7 or 8.')).toEqual(['all', 'two-numbers', 'both'])
  })
})
