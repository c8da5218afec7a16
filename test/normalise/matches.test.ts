import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matches } from '../../src/normalise/matches.ts'

it('gives what matchAll gives, for text after text', () => {
  const patterns = [/a/g, /[ab]{1,3}/g, /(?<=b)a|b$/g, /a*/g]
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 }), { maxLength: 5 }),
      texts => {
        for (const text of texts)
          for (const pattern of patterns)
            expect(matches(pattern, text).map(match => [match.index, match[0]])).toEqual(
              [...text.matchAll(pattern)].map(match => [match.index, match[0]]),
            )
      },
    ),
  )
})
