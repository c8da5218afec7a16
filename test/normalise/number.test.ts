import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber } from '../../src/normalise/number.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** A whole number below a quadrillion in words, as a person would say it. */
function inWords(number: number): string {
  if (number < 20) return ONES[number] ?? ''
  if (number < 100)
    return number % 10 ? `${TENS[Math.floor(number / 10)]}-${ONES[number % 10]}` : (TENS[number / 10] ?? '')
  if (number < 1000) {
    const rest = number % 100
    return `${ONES[Math.floor(number / 100)]} hundred${rest ? ` and ${inWords(rest)}` : ''}`
  }
  for (const [scale, word] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const)
    if (number >= scale) {
      const rest = number % scale
      return `${inWords(Math.floor(number / scale))} ${word}${rest ? ` ${rest < 100 ? 'and ' : ''}${inWords(rest)}` : ''}`
    }
  return ''
}

describe('parseNumber', () => {
  it.each([
    ['four', 4],
    ['1.2m', 1_200_000],
    ['145.5 million', 145_500_000],
    ['a hundred million', 100_000_000],
    ['half a million', 500_000],
    ['a quarter of a million', 250_000],
    ['one and a half million', 1_500_000],
    ['3 million and a half', 3_500_000],
    ['12,34,567', 1_234_567],
    ['45 000', 45_000],
    ['35 lakh', 3_500_000],
    ['five lac', 500_000],
    ['5 mn', 5_000_000],
    ['1.111,11', 1111.11],
    ['1.3x10^6', 1_300_000],
    ['half a dozen', 6],
    ['two thirds', 2 / 3],
    ['minus five', -5],
    ['nought point five', 0.5],
  ])('reads %s', (text, number) => {
    expect(parseNumber(text)).toBeCloseTo(number, 9)
  })

  it.each(['', 'dollars', 'the 5', '5 banks', 'a', 'million', 'five mn', 'five mil', '1,23,4x'])(
    'takes %j for no number',
    text => {
      expect(parseNumber(text)).toBeUndefined()
    },
  )

  it('reads back every whole number in digits, grouped and in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), number => {
        expect(parseNumber(String(number))).toBe(number)
        expect(parseNumber(number.toLocaleString('en-US'))).toBe(number)
        expect(parseNumber(inWords(number))).toBe(number)
      }),
    )
  })

  it('reads back scaled decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(' million', 'm', ' billion', 'bn', 'k'),
        (tenths, scale) => {
          const factor = { ' million': 1e6, m: 1e6, ' billion': 1e9, bn: 1e9, k: 1e3 }[scale]
          expect(parseNumber(`${tenths / 10}${scale}`)).toBeCloseTo((tenths * factor) / 10, 3)
        },
      ),
    )
  })
})
