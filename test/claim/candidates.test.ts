import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesAmong } from '../../src/claim/candidates.ts'
import { pattern } from '../../src/claim/pattern.ts'

const ALL = [
  pattern('uses', 'A', 'WTV', '{s} (?:<aux>)(?:uses|deployed) <w4>{o}'),
  pattern('uses', 'A', 'WTV', '{o}<aside> (?:<aux>)(?:used|deployed) by {s}'),
  pattern('investigates', 'OQ', '', '{s} (?:<aux>)investigating (?<w>the (?:breach|attack))'),
  pattern('charged', 'P', 'OC', '{o} (?:charged|sued) {s}'),
]
const candidates = candidatesAmong(ALL)
const found = (code: string) => candidates(code).map(one => ALL.indexOf(one))

describe('candidates', () => {
  it('finds patterns whose words and names stand in a sentence in their order', () => {
    expect(found('A has deployed the new W')).toEqual([0])
    expect(found('W was deployed by A, and O is now investigating the attack')).toEqual([1, 2])
    expect(found('the W uses A')).toEqual([])
    expect(found('A W')).toEqual([])
    expect(found('')).toEqual([])
  })

  it('asks for what stands near enough, farther with a pause', () => {
    expect(found('A uses one two three four W')).toEqual([0])
    expect(found('A uses one two three four five W')).toEqual([])
    expect(found('W one two three four five six seven used by A')).toEqual([])
    expect(found('W, one two three four five six seven, used by A')).toEqual([1])
  })

  it('takes one word for one part', () => {
    expect(found('O sued P')).toEqual([3])
    expect(found('O sued O')).toEqual([])
  })

  it('knows names that nothing knows, and one that begins a sentence', () => {
    expect(found('~acme is investigating the breach')).toEqual([2])
    expect(found('first ~acme is investigating the breach')).toEqual([2])
    expect(found('acme is investigating the breach')).toEqual([])
  })

  it('never leaves out a pattern that matches', () => {
    const word = fc.constantFrom(
      'A',
      'W',
      'O',
      'P',
      '~acme',
      'has',
      'uses',
      'used',
      'deployed',
      'by',
      'sued',
      'the',
      'breach',
      'investigating',
      ',',
      'was',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), words => {
        const code = words.join(' ').replaceAll(' ,', ',')
        const kept = candidates(code)
        for (const one of ALL) {
          one.form.lastIndex = 0
          if (one.form.test(code)) expect(kept, code).toContain(one)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
