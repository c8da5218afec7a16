import { describe, expect, it } from 'vitest'
import { quantities } from '../../src/extract/quantity.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'
import type { Tokens } from '../../src/normalise/tokens.ts'

/** How often the grammars look at a token of a text. */
function work(text: string): number {
  const tokens = tokenise(text)
  let looks = 0
  const counted: Tokens = {
    ...tokens,
    list: new Proxy(tokens.list, {
      get(target, key) {
        if (typeof key === 'string' && key !== 'length') looks++
        return Reflect.get(target, key)
      },
    }),
  }
  for (const _ of quantities(counted, '2018-10-04')) looks++
  return looks
}

describe('quantities', () => {
  const units = [
    '1',
    '.',
    '1,',
    '1,234,',
    '1% ',
    'A. ',
    '-',
    '$',
    '$1 ',
    '1/',
    '2018-',
    '2018 to ',
    'one ',
    'hundred ',
    '5 hundred ',
    'one and ',
  ]
  const words = [
    '1 and ',
    'May ',
    'Monday ',
    'the ',
    'last ',
    'first week of ',
    'end of ',
    'from ',
    'week of ',
    '2 weeks before ',
    'half ',
  ]
  it.each([...units, ...words])('looks at twice the text of %j about twice as often', unit => {
    const once = work(unit.repeat(150))
    expect(work(unit.repeat(300))).toBeLessThan(2.2 * once + 200)
  })
})
