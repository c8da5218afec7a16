import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWord } from '../../src/knowledge/words.ts'

const all = readFileSync(new URL('../../corpus/knowledge/words.txt', import.meta.url), 'latin1')
  .trim()
  .split('\n')
const set = new Set(all)

describe('the word list', () => {
  it('knows ordinary words, inflected too, and no names', () => {
    for (const word of ['the', 'hackers', 'anonymous', 'running', 'hint']) expect(isWord(word)).toBe(true)
    for (const word of ['emotet', 'microsoft', 'rackley', 'securty', '', '\n', 'the\nthe'])
      expect(isWord(word)).toBe(false)
  })

  it('is sorted, and every line of it is found', () => {
    expect([...all].sort()).toEqual(all)
    expect(all.filter(word => !isWord(word))).toEqual([])
  })

  it('agrees with a set on any string of letters', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{0,9}$/), word => isWord(word) === set.has(word)))
  })
})
