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

  it('gives both dates of an interval its extent and what one lends the other, and makes one of a day that lacks its month', () => {
    expect(read('active from 2014 to 2018.')).toEqual([
      ['date', '2014', { timex: '2014', from: '2014-01-01', to: '2018-12-31' }],
      ['date', '2018', { timex: '2018', from: '2014-01-01', to: '2018-12-31' }],
    ])
    expect(read('active from March to May 2018 and on October 7-8, 2018')).toEqual([
      ['date', 'March', { timex: '2018-03', from: '2018-03-01', to: '2018-05-31' }],
      ['date', 'May 2018', { timex: '2018-05', from: '2018-03-01', to: '2018-05-31' }],
      ['date', 'October 7-8, 2018', { timex: '2018-10-07/2018-10-08', from: '2018-10-07', to: '2018-10-08' }],
    ])
  })

  it('takes a month for one only where the words say so', () => {
    const dates = (text: string) =>
      read(text, '2018-10-04')
        .filter(([type]) => type === 'date')
        .map(([, words]) => words)
    expect(
      dates('They may march on; May I? The sun sat in Mar-a-Lago. Port 2018, Windows Server 2016, 2018.5.1'),
    ).toEqual([])
    expect(dates('In May, the March update; since last August, on Sun. 7 October')).toEqual([
      'May',
      'March',
      'since last August',
      'Sun. 7 October',
    ])
  })

  it('reads what comes back, distances from events and spans of unknown length', () => {
    expect(
      read('Every day they log in; backups run every other week, every three minutes and each Tuesday.', '2018-10-04'),
    ).toEqual([
      ['duration', 'Every day', { timex: 'P1D' }],
      ['duration', 'every other week', { timex: 'P2W' }],
      ['duration', 'every three minutes', { timex: 'PT3M' }],
      ['date', 'each Tuesday', { timex: 'XXXX-WXX-2' }],
    ])
    expect(read('A day after the raid, two years prior to the trial; only days before, they had left.')).toEqual([
      ['date', 'A day after', { timex: 'XXXX-XX-XX' }],
      ['date', 'two years prior', { timex: 'XXXX-XX-XX' }],
      ['date', 'days before', { timex: 'XXXX-XX-XX' }],
    ])
    expect(read('It stayed offline for a week after the raid, for many months.')).toEqual([
      ['duration', 'a week', { timex: 'P1W' }],
      ['duration', 'many months', { timex: 'PXM' }],
    ])
    expect(read('Each of the years matters, and every one of them.').filter(([type]) => type !== 'count')).toEqual([])
    expect(read('March saw two raids.', '2018-10-04')[0]).toEqual([
      'date',
      'March',
      { timex: '2018-03', from: '2018-03-01', to: '2018-03-31' },
    ])
  })

  it('reads figures, courses and slashed months apart from the dates beside them', () => {
    const dates = (text: string) =>
      read(text, '2018-10-04')
        .filter(([type]) => type === 'date')
        .map(([, words]) => words)
    expect(dates('Figure 4. October 13, 2017 and Course 5 – 16 October 2017')).toEqual([
      'October 13, 2017',
      '16 October 2017',
    ])
    expect(dates('(December 2016/January 2017), 2017– 2018; requested by the third-party app')).toEqual([
      'December 2016',
      'January 2017',
      '2017',
      '2018',
    ])
  })

  it('keeps two amounts of one range apart, both with its ends', () => {
    expect(read('between $300 and $2,000, or 100 to 500 bitcoins')).toEqual([
      ['money', '$300', { amount: 300, currency: 'USD', min: 300, max: 2000 }],
      ['money', '$2,000', { amount: 2000, currency: 'USD', min: 300, max: 2000 }],
      ['money', '100 to 500 bitcoins', { currency: 'BTC', min: 100, max: 500 }],
    ])
  })
})
