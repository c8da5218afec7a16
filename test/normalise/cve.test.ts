import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CVE, cveId } from '../../src/normalise/cve.ts'

const ids = (text: string): string[] => [...text.matchAll(CVE)].map(([words]) => cveId(words))

describe('CVE ids', () => {
  it('reads back every id in the ways they are printed', () => {
    const hyphen = fc.constantFrom('-', '\u2010', '\u2011', '\u2013')
    const prefix = fc.constantFrom('CVE', 'cve', 'Cve')
    fc.assert(
      fc.property(
        fc.integer({ min: 1999, max: 2099 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        hyphen,
        prefix,
        (year, number, dash, word) => {
          const digits = String(number).padStart(4, '0')
          const id = `CVE-${year}-${digits}`
          expect(ids(`see ${word}${dash}${year}${dash}${digits}, which`)).toEqual([id])
          expect(ids(`(${word} ${year}${dash}${digits})`)).toEqual([id])
          expect(cveId(id)).toBe(id)
        },
      ),
    )
  })

  it.each([
    ['CVE-2016-1o1o', 'CVE-2016-1010'],
    ['CVE-2O17-0l44', 'CVE-2017-0144'],
    ['CVE-l999-OO12', 'CVE-1999-0012'],
    ['cve-2017-I234', 'CVE-2017-1234'],
  ])('reads %s, with letters for digits, as %s', (words, id) => {
    expect(ids(`(${words})`)).toEqual([id])
    expect(ids(`${words}-based and x${words}`)).toEqual([id])
  })

  it.each([
    'CVE-2017-oOil',
    'CVE-2017-1o1oz',
    'CVE-lol9-1234',
    'CVE-17-0144',
    'CVE-2017',
    'XCVE-2017-0144',
    'CVE-2017-014',
    'CVE-1817-0144',
  ])('takes %s for none', text => {
    expect(ids(text)).toEqual([])
  })
})
