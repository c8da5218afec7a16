import { describe, expect, it } from 'vitest'
import { tenseOf } from '../../src/normalise/tense.ts'

describe('tenseOf', () => {
  it.each([
    ['The ransomware was first seen in July 2017.', true, false],
    ['It finally published an advisory in June 2018', true, false],
    ['The hole, told of in August 2020, could let a stranger in.', true, false],
    ['Support will end in July 2017.', false, true],
    ['The company said that support for it will end in July 2017.', true, true],
    ['It sells routers.', false, false],
    ['The clinic found the hole on May 14, 2019, and hired a firm.', true, false],
    ['It was seen in May 2019.', true, false],
    ['In May, it was seen. May 2019 was quiet.', true, false],
    ['It was closed, and may open again.', true, true],
  ])('%s', (sentence, past, ahead) => expect(tenseOf(sentence)).toEqual({ past, ahead }))

  it('ends in bounded time on runs of one character', () => {
    expect(tenseOf('. '.repeat(100_000))).toEqual({ past: false, ahead: false })
    expect(tenseOf('.'.repeat(1_000_000))).toEqual({ past: false, ahead: false })
  })
})
