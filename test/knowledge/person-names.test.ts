import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isFamilyName, isGivenName } from '../../src/knowledge/person-names.ts'

const lines = (file: string): string[] =>
  readFileSync(new URL(`../../corpus/knowledge/${file}`, import.meta.url), 'latin1')
    .slice(1, -1)
    .split('\n')

describe('the lists of personal names', () => {
  it('know common given and family names in any case', () => {
    for (const word of ['Alice', 'JOHN', 'maria', 'Dmitri']) expect(isGivenName(word)).toBe(true)
    for (const word of ['Smith', 'GARCIA', 'wilson']) expect(isFamilyName(word)).toBe(true)
  })

  it('hold no ordinary words or places, and no word twice', () => {
    for (const word of ['The', 'Hackers', 'Berlin', '']) expect(isGivenName(word) || isFamilyName(word)).toBe(false)
    expect(lines('family-names.txt').filter(isGivenName)).toEqual([])
  })

  it('are sorted, and every line is found', () => {
    expect([...lines('given-names.txt')].sort()).toEqual(lines('given-names.txt'))
    expect([...lines('family-names.txt')].sort()).toEqual(lines('family-names.txt'))
    expect(lines('given-names.txt').filter(word => !isGivenName(word))).toEqual([])
    expect(lines('family-names.txt').filter(word => !isFamilyName(word))).toEqual([])
  })
})
