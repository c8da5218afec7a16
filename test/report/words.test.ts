import { describe, expect, it } from 'vitest'
import { count, estimate, figure, list } from '../../src/report/words.ts'

describe('ICD 203 words', () => {
  it.each([
    [1, 'almost no chance'],
    [5, 'almost no chance'],
    [6, 'very unlikely'],
    [20, 'very unlikely'],
    [30, 'unlikely'],
    [45, 'unlikely'],
    [46, 'roughly even chance'],
    [54, 'roughly even chance'],
    [55, 'likely'],
    [79, 'likely'],
    [80, 'very likely'],
    [94, 'very likely'],
    [95, 'almost certain'],
    [100, 'almost certain'],
  ])('%i is %s', (confidence, words) => expect(estimate(confidence)).toBe(words))
})

describe('numbers for people', () => {
  it('are words up to twelve, then figures with commas', () => {
    expect([0, 1, 12, 13, 1300].map(number => count(number, 'flag'))).toEqual([
      'no flags',
      'one flag',
      'twelve flags',
      '13 flags',
      '1,300 flags',
    ])
    expect([0, 999, 1000, 1234567].map(figure)).toEqual(['0', '999', '1,000', '1,234,567'])
  })

  it('are listed with commas and an and', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(list)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })
})
