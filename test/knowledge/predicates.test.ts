import { describe, expect, it } from 'vitest'
import { PREDICATES, predicateOf } from '../../src/knowledge/predicates.ts'

describe('the catalogue of predicates', () => {
  it('has one entry for each', () => {
    expect(new Set(PREDICATES.map(({ id }) => id)).size).toBe(PREDICATES.length)
    expect(PREDICATES.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
  })

  it('says what is single-valued', () => {
    expect(PREDICATES.filter(({ single }) => single).map(({ id }) => id)).toEqual([
      'attributed-to',
      'active-since',
      'severity-score',
    ])
  })

  it('compares measures as ranges and names by what they name', () => {
    expect(predicateOf('stole')).toMatchObject({
      compare: 'interval',
      unit: 'currency',
      scope: 'event',
      object: ['money'],
    })
    expect(predicateOf('attributed-to')).toMatchObject({ compare: 'entity', scope: 'always', object: ['country'] })
    expect(predicateOf('occurred-on').compare).toBe('days')
    for (const { compare, object } of PREDICATES) {
      if (object.some(type => type === 'money' || type === 'count')) expect(compare).toBe('interval')
      if (object.length === 1 && object[0] === 'date') expect(compare).toBe('days')
    }
  })

  it('refuses what it does not know', () => {
    expect(() => predicateOf('loves')).toThrow(new RangeError('no predicate loves in the catalogue'))
  })
})
