import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../../src/model/mention.ts'
import { readCount } from '../../src/normalise/count.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'

/** The count that starts at a word of a text, by its index among the words and numbers. */
const count = (text: string, at = 0): Values['count'] | undefined => readCount(tokenise(text), at)?.value

describe('readCount', () => {
  it.each([
    ['sixteen banks', 0, { number: 16, of: 'banks' }],
    ['145.5 million U.S. consumers', 0, { number: 145_500_000, of: 'consumers' }],
    ['at least 16 banks', 2, { number: 16, min: 16, of: 'banks' }],
    ['300 or more hosts', 0, { number: 300, min: 300 }],
    ['43 TB', 0, { number: 43, of: 'tb' }],
    ['tens of thousands of customers', 0, { min: 10_000, max: 99_999, of: 'customers' }],
    ['half a dozen stores', 0, { number: 6, of: 'stores' }],
    ['one in five firms', 0, { number: 0.2, of: 'firms' }],
    ['45 hackers’ accounts', 0, { number: 45, of: 'accounts' }],
  ])('reads %s', (text, at, value) => {
    expect(count(text, at)).toEqual(value)
  })

  it('labels count nothing', () => {
    expect(count('port 443 servers', 1)).toEqual({ number: 443 })
    expect(count('Windows 10 users', 1)).toEqual({ number: 10 })
  })

  it('takes a longer run of digits for an id', () => {
    expect(count('1234567890123456 records')).toEqual({ number: 1234567890123456, of: 'records' })
    expect(count('12345678901234567 records')).toBeUndefined()
  })

  it('reads back what it prints, with its hedge and what it counts', () => {
    const hedge = fc.constantFrom<[string, number, (number: number) => object]>(
      ['', 0, () => ({})],
      ['at least ', 2, min => ({ min })],
      ['more than ', 2, min => ({ min, exclusive: true })],
      ['up to ', 2, max => ({ max })],
      ['fewer than ', 2, max => ({ max, exclusive: true })],
      ['nearly ', 1, () => ({ approx: true })],
      ['about ', 1, () => ({ approx: true })],
    )
    const noun = fc.constantFrom('banks', 'customers', 'people', 'records', 'email accounts')
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e12 }), hedge, noun, (number, [words, at, extra], counted) => {
        const of = counted.split(' ').at(-1)
        expect(count(`${words}${number.toLocaleString('en-US')} ${counted}`, at)).toEqual({
          number,
          ...extra(number),
          of,
        })
      }),
    )
  })
})
