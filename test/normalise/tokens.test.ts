import fc from 'fast-check'
import { expect, it } from 'vitest'
import { opens } from '../../src/normalise/openers.ts'
import { MONTH, OPENS_DATE, ROLE_OF_DIGITS } from '../../src/normalise/roles.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'
import { once } from '../../src/normalise/tokens.ts'

/** The words, digits and marks of a text as one expression says them: slow, and what the cut by units must agree with. */
const TOKEN = /([A-Za-z\u00c0-\u024f\u0370-\u052f]{1,40})|([0-9]{1,40})|([^\s*\u200b\u00ad])/gu

const text = fc
  .array(fc.constantFrom(...'aZé9 0-*.’“\n\t$Ж中İ😀\u00a0\u200b\u00ad\ud800'.split(''), 'May', ' 12', 'x'.repeat(50)))
  .map(parts => parts.join(''))

it('cuts a text into words in small letters, digits and marks', () => {
  fc.assert(
    fc.property(text, source => {
      const expected = [...source.matchAll(TOKEN)].map(([token, word]) =>
        word === undefined ? token : token.toLowerCase(),
      )
      expect(tokenise(source).list.map(token => token.text)).toEqual(expected)
    }),
  )
})

it('keeps offsets, blanks and lines', () => {
  const list = tokenise('12**th** of\n May').list.map(({ start, end, kind, text, spaced, line, role }) => ({
    start,
    end,
    kind,
    text,
    spaced,
    line,
    role,
  }))
  expect(list).toEqual([
    { start: 0, end: 2, kind: 'digits', text: '12', spaced: false, line: false, role: ROLE_OF_DIGITS },
    { start: 4, end: 6, kind: 'word', text: 'th', spaced: false, line: false, role: 0 },
    { start: 9, end: 11, kind: 'word', text: 'of', spaced: true, line: false, role: 0 },
    { start: 13, end: 16, kind: 'word', text: 'may', spaced: true, line: true, role: OPENS_DATE | MONTH },
  ])
})

it('reads each place once, and each text anew', () => {
  const read: number[] = []
  const even = once((_tokens, index) => {
    read.push(index)
    return index % 2 === 0 ? index : undefined
  })
  const [one, two] = [tokenise('a b c'), tokenise('a b c')]
  expect([even(one, 0), even(one, 0), even(one, 1), even(one, 1)]).toEqual([0, 0, undefined, undefined])
  expect(even(two, 0)).toBe(0)
  expect(read).toEqual([0, 1, 0])
})

it.each([
  ['the attack', false],
  ['the last few weeks', true],
  ['this week', true],
  ['this malware', false],
  ['in the past', false],
  ['in two days', true],
  ['a half', true],
  ['a bank', false],
  ['before the breach', false],
  ['prior to March', true],
  ['each day', true],
  ['new rules', false],
  ['New Year', true],
  ['U.S. $5', true],
  ['U.S. banks', false],
  ['USD 5', true],
])('says of %j whether a quantity may open it: %s', (words, open) => {
  expect(opens(tokenise(words), 0) !== 0).toBe(open)
})
