import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePercent } from '../../src/normalise/percent.ts'

describe('parsePercent', () => {
  it.each([
    ['18%', { number: 18 }],
    ['twenty percent', { number: 20 }],
    ['4 per cent', { number: 4 }],
    ['0.90 percent', { number: 0.9 }],
    ['10 to 15 percent', { number: 12.5, min: 10, max: 15 }],
    ['-3.5%', { number: -3.5 }],
  ])('reads %s', (text, value) => {
    expect(parsePercent(text)).toEqual(value)
  })

  it.each(['18', '%', '18 per person', 'percent', '4 centuries'])('takes %j for no share', text => {
    expect(parsePercent(text)).toBeUndefined()
  })

  it('reads back what it prints, sign or words', () => {
    const form = fc.constantFrom(
      (number: string) => `${number}%`,
      (number: string) => `${number} %`,
      (number: string) => `${number} percent`,
      (number: string) => `${number} per cent`,
      (number: string) => `${number}-percent`,
      (number: string) => `${number} pct`,
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), form, (hundredths, print) => {
        const number = hundredths / 100
        expect(parsePercent(print(String(number)))).toEqual({ number })
      }),
    )
  })
})
