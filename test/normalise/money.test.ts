import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoney } from '../../src/normalise/money.ts'

describe('parseMoney', () => {
  it.each([
    ['$100 million', { amount: 100_000_000, currency: 'USD' }],
    ['£2.5million', { amount: 2_500_000, currency: 'GBP' }],
    ['HK$ 10.05 billion', { amount: 10_050_000_000, currency: 'HKD' }],
    ['R$600', { amount: 600, currency: 'BRL' }],
    ['USD115.5', { amount: 115.5, currency: 'USD' }],
    ['300 EUR', { amount: 300, currency: 'EUR' }],
    ['five million yen', { amount: 5_000_000, currency: 'JPY' }],
    ['10,000 Swiss francs', { amount: 10_000, currency: 'CHF' }],
    ['a hundred million dollars', { amount: 100_000_000, currency: 'USD' }],
    ['thirteen dollars and forty-five cents', { amount: 13.45, currency: 'USD' }],
    ['50 cents', { amount: 0.5, currency: 'USD' }],
    ['48.5 MGBP', { amount: 48_500_000, currency: 'GBP' }],
    ['48.5 kEUR', { amount: 48_500, currency: 'EUR' }],
    ['0.2 Bitcoin', { amount: 0.2, currency: 'BTC' }],
    ['millions of dollars', { min: 1_000_000, max: 999_999_999, currency: 'USD' }],
    ['a few hundred dollars', { min: 200, max: 999, currency: 'USD' }],
    ['$5 to $10 million', { min: 5_000_000, max: 10_000_000, currency: 'USD' }],
    ['$2-3 million', { min: 2_000_000, max: 3_000_000, currency: 'USD' }],
  ])('reads %s', (text, value) => {
    expect(parseMoney(text)).toEqual(value)
  })

  it.each([
    '100',
    'CVE-2018',
    '$',
    'dollars',
    '30 won',
    '500 million',
    'MS17',
    '5 constructor',
    'toString 5',
    '48.5 XGBP',
    '5 dollars and 150 cents',
  ])('takes %j for no money', text => {
    expect(parseMoney(text)).toBeUndefined()
  })

  it('reads back what it prints, sign, code or name', () => {
    const form = fc.constantFrom(
      (amount: string) => `$${amount}`,
      (amount: string) => `US$${amount}`,
      (amount: string) => `USD ${amount}`,
      (amount: string) => `${amount} USD`,
      (amount: string) => `${amount} dollars`,
      (amount: string) => `${amount} US dollars`,
    )
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e12 }), form, (amount, print) => {
        expect(parseMoney(print(amount.toLocaleString('en-US')))).toEqual({ amount, currency: 'USD' })
      }),
    )
  })

  it('reads back sums of other currencies, with their scale apart or glued', () => {
    const unit = fc.constantFrom<[string, (sum: string) => string]>(
      ['EUR', sum => `€${sum}`],
      ['EUR', sum => `${sum} euros`],
      ['GBP', sum => `£${sum}`],
      ['GBP', sum => `${sum} pounds sterling`],
      ['JPY', sum => `¥${sum}`],
      ['HKD', sum => `HK$${sum}`],
      ['NZD', sum => `NZ$${sum}`],
      ['AUD', sum => `A$${sum}`],
      ['CAD', sum => `C$${sum}`],
      ['BRL', sum => `R$${sum}`],
      ['INR', sum => `Rs ${sum}`],
      ['MYR', sum => `RM ${sum}`],
      ['CHF', sum => `CHF ${sum}`],
      ['SEK', sum => `SEK ${sum}`],
      ['KRW', sum => `${sum} Korean won`],
      ['BTC', sum => `${sum} BTC`],
      ['ETH', sum => `${sum} ETH`],
    )
    const scale = fc.constantFrom<[string, number]>(
      ['', 1],
      [' million', 1e6],
      [' billion', 1e9],
      ['-million', 1e6],
      ['m', 1e6],
      ['bn', 1e9],
    )
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9999 }), unit, scale, (tenths, [currency, print], [word, factor]) => {
        const read = parseMoney(print(`${tenths / 10}${word}`))
        expect(read?.currency).toBe(currency)
        expect(read?.amount).toBeCloseTo((tenths * factor) / 10, 3)
      }),
    )
  })
})
