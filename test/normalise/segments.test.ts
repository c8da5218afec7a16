import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf, segments } from '../../src/normalise/segments.ts'
import { DIGITS, LETTERS, OTHERS } from '../../src/normalise/units.ts'

/** Letters, digits and marks in a row as one expression says it, with every character beyond the basic plane as a letter. */
const RUN = /(?:[\p{L}\p{N}\p{M}]|[\u{10000}-\u{10ffff}]|[\ud800-\udfff])+/gu

it('cuts a text into runs of letters, digits and marks', () => {
  const unit = fc.constantFrom(...'aZ\u00e9\u00d709 -*.\u2019\n\u0301\u0416\u4e2d\u00bd\ud83d\ude00'.split(''))
  fc.assert(
    fc.property(fc.array(unit), units => {
      const text = units.join('')
      expect(segments(text).map(({ start, end }) => text.slice(start, end))).toEqual(text.match(RUN) ?? [])
    }),
  )
})

it('says what a run is made of', () => {
  expect(segments('Acme 38 APT38 \u4e2d').map(({ kinds }) => kinds)).toEqual([
    LETTERS,
    DIGITS,
    LETTERS | DIGITS,
    OTHERS,
  ])
})

it('gives a run in any case and with any accents the hash of its letters', () => {
  const [upper, accented, other] = segments('SAO S\u00e3o Soa')
  expect(upper?.hash).toBe(hashOf('sao', 0, 3))
  expect(accented?.hash).toBe(upper?.hash)
  expect(other?.hash).not.toBe(upper?.hash)
})

it('cuts another text anew', () => {
  expect([segments('a b').length, segments('a').length, segments('a b').length]).toEqual([2, 1, 2])
})
