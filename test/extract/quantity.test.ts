import { describe, expect, it } from 'vitest'
import { quantity } from '../../src/extract/quantity.ts'
import { found } from './context.ts'

const read = (text: string, published?: string) => found(quantity, text, published)

describe('quantity', () => {
  it('keeps money, counts, percents and durations apart', () => {
    expect(read('The gang stole $3.1 million and 4,000 records, 18% of all, within four years.')).toEqual([
      ['money', '$3.1 million', { amount: 3_100_000, currency: 'USD' }],
      ['count', '4,000', { number: 4000, of: 'records' }],
      ['percent', '18%', { number: 18 }],
      ['duration', 'four years', { timex: 'P4Y' }],
    ])
  })

  it('makes hedges values', () => {
    expect(
      read('at least 16 banks; over $100 million; nearly 300 users; fewer than five sites; 50 or more hosts'),
    ).toEqual([
      ['count', '16', { number: 16, min: 16, of: 'banks' }],
      ['money', '$100 million', { amount: 100_000_000, currency: 'USD', min: 100_000_000, exclusive: true }],
      ['count', '300', { number: 300, approx: true, of: 'users' }],
      ['count', 'five', { number: 5, max: 5, exclusive: true, of: 'sites' }],
      ['count', '50', { number: 50, min: 50 }],
    ])
  })

  it('says what is counted', () => {
    const counted = (text: string) => read(text).map(([, , value]) => (value as { of?: string }).of)
    expect(counted('145.5 million U.S. consumers lost data')).toEqual(['consumers'])
    expect(counted('It hit tens of thousands of credit card numbers.')).toEqual(['numbers'])
    expect(counted('three of the bank’s employees were charged')).toEqual(['employees'])
    expect(counted('sixteen people died')).toEqual(['people'])
    expect(counted('The number is 192.')).toEqual([undefined])
  })

  it('leaves numbers of names, versions, paths and ports alone', () => {
    const text =
      'APT38, Windows 10 users, v2.3.1, port 443, C:\\x\\12, CVE-2017-0144, 10.0.0.1, d41d8cd98f00b204, 32-bit'
    expect(read(text).filter(([, , value]) => (value as { of?: string }).of)).toEqual([])
    expect(read('APT38 and v2.3.1 and 10.0.0.1 and CVE-2017-0144')).toEqual([])
  })
})
