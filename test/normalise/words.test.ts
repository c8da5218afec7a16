import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf, ofSpelling, wordAt } from '../../src/normalise/words.ts'

const wordOf = (text: string) => wordAt(`(${text})`, 1, 1 + text.length, hashOf(text, 0, text.length))

it('gives every spelling its own word, whatever was remembered before', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 14 }), { maxLength: 50 }), spellings => {
      for (const text of [...spellings, ...spellings])
        expect(wordOf(text)).toMatchObject({ text, small: text.toLowerCase() })
    }),
  )
})

it('puts a test to a remembered spelling once', () => {
  let asked = 0
  const isLong = ofSpelling(({ text }) => {
    asked++
    return text.length > 3
  })
  expect([isLong(wordOf('Acme')), isLong(wordOf('Acme')), isLong(wordOf('Inc'))]).toEqual([true, true, false])
  expect(asked).toBe(2)
})

it('does not mistake two spellings of one hash', () => {
  expect(hashOf('Aa', 0, 2)).toBe(hashOf('BB', 0, 2))
  expect([wordOf('Aa').text, wordOf('BB').text, wordOf('Aa').text]).toEqual(['Aa', 'BB', 'Aa'])
})
