import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signsOf } from '../../src/check/signs.ts'

const LATIN = 'A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f'
const CAPITAL = 'A-Z\u00c0-\u00d6\u00d8-\u00de'
const ends = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => [index, index + words.length])
const text = fc
  .array(fc.constantFrom(...'aZ0 9.-:(["\u201c\u201d\u2019\u2013\u2014\u00d7\u00c9\u00e9\u0431\n]'), { maxLength: 40 })
  .map(units => units.join(''))

describe('signsOf', () => {
  it('tells where capitals, numbers, marks and quotes stand', () => {
    const words = 'CVE-2017-0144 (\u201cEternalBlue\u201d)'
    expect(signsOf(words)).toEqual({
      capitals: [0, 3, 16, 27],
      numbers: [4, 8, 9, 13],
      marks: [14],
      quotes: [15],
      joints: '-',
      squares: false,
      foreign: false,
    })
    expect(words.slice(16, 27)).toBe('EternalBlue')
  })

  it('finds what patterns find, in any text', () => {
    fc.assert(
      fc.property(text, words => {
        const { capitals, numbers, marks, quotes, joints, squares, foreign } = signsOf(words)
        expect(capitals).toEqual(ends(words, new RegExp(`(?<![${LATIN}])[${CAPITAL}][${LATIN}]*`, 'g')))
        expect(numbers).toEqual(ends(words, /\d+/g))
        expect(marks).toEqual([...words.matchAll(/[:(\u2013\u2014]/g)].map(({ index }) => index))
        expect(quotes).toEqual([...words.matchAll(/["\u201c]/g)].map(({ index }) => index))
        expect([...joints].sort()).toEqual([...new Set(words.match(/(?<=\d)\D(?=\d)/g))].sort())
        expect(squares).toBe(/[[\]]/.test(words))
        expect(foreign).toBe(/\u0431/.test(words))
      }),
    )
  })

  it('keeps the signs of two texts apart', () => {
    const [one, other] = [signsOf('A 1'), signsOf('a 22')]
    expect(signsOf('A 1')).toBe(one)
    expect(signsOf('a 22')).toBe(other)
    expect(other.numbers).toEqual([2, 4])
  })
})
