import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNamed, parseDuration } from '../../src/normalise/duration.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'

describe('parseDuration', () => {
  it.each([
    ['four years', 'P4Y'],
    ['two and a half hours', 'PT2.5H'],
    ['an hour and half', 'PT1.5H'],
    ['30-minutes', 'PT30M'],
    ['2 days 1 month', 'P1M2D'],
    ['a couple of weeks', 'P2W'],
    ['two decades', 'P20Y'],
    ['a fortnight', 'P2W'],
    ['another business day', 'P1BD'],
  ])('reads %s', (text, timex) => {
    expect(parseDuration(text)).toBe(timex)
  })

  it.each(['four', 'years', '4 yearlings', 'May', '2 days 3 days'])('takes %j for no duration', text => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it('reads back numbers in words, glued and hyphenated', () => {
    const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
    const unit = fc.constantFrom(['year', 'P#Y'], ['month', 'P#M'], ['week', 'P#W'], ['day', 'P#D'], ['hour', 'PT#H'])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), unit, (number, [word, timex]) => {
        const plural = number === 1 ? word : `${word}s`
        for (const text of [`${small[number - 1]} ${plural}`, `${small[number - 1]}-${word}`, `${number}-${word}`])
          expect(parseDuration(text)).toBe(timex?.replace('#', String(number)))
        expect(parseDuration(`${small[number - 1]} and a half ${word}s`)).toBe(timex?.replace('#', `${number}.5`))
      }),
    )
  })

  it('reads back numbers of units', () => {
    const unit = fc.constantFrom(
      ['years', 'P#Y'],
      ['months', 'P#M'],
      ['weeks', 'P#W'],
      ['days', 'P#D'],
      ['hours', 'PT#H'],
      ['minutes', 'PT#M'],
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), unit, (number, [word, timex]) => {
        expect(parseDuration(`${number} ${word}`)).toBe(timex?.replace('#', String(number)))
      }),
    )
  })
})

describe('isNamed', () => {
  it.each([
    ['zero-day', true],
    ['zero day', true],
    ['0-day', true],
    ['Six-Day War', true],
    ['six-day war', false],
    ['Six-Day war', false],
    ['zero hours', false],
    ['two days', false],
  ])('of %j: %s', (text, named) => expect(isNamed(tokenise(text), 0)).toBe(named))
})
