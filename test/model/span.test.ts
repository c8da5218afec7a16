import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { select } from '../../src/model/span.ts'

describe('select', () => {
  it('quotes the words with 32 characters on each side', () => {
    const text = `${'a'.repeat(40)}word${'b'.repeat(40)}`
    expect(select({ id: 'd', text }, { start: 40, end: 44 }).quote).toEqual({
      exact: 'word',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    })
  })

  it('never cuts a character of two units, which no database could keep', () => {
    const side = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(side, side, (left, right) => {
        const text = `${left}word${right}`
        const { prefix, suffix } = select({ id: 'd', text }, { start: left.length, end: left.length + 4 }).quote
        return prefix.isWellFormed() && suffix.isWellFormed() && left.endsWith(prefix) && right.startsWith(suffix)
      }),
      {
        examples: [
          ['\u{1f98a}'.repeat(17), `x${'\u{1f98a}'.repeat(17)}`],
          [`x${'\u{1f98a}'.repeat(17)}x`, ''],
        ],
      },
    )
  })

  it('refuses a span outside the text', () => {
    expect(() => select({ id: 'd', text: 'abc' }, { start: 1, end: 4 })).toThrow('span 1-4 is outside the 3 units of d')
    expect(() => select({ id: 'd', text: 'abc' }, { start: 1, end: 1 })).toThrow(RangeError)
  })
})
