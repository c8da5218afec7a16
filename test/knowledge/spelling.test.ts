import { describe, expect, it } from 'vitest'
import { spells, writtenAs } from '../../src/knowledge/spelling.ts'

describe('a name and the words of a text', () => {
  it.each([
    ['Lazarus Group', 'Lazarus Group', true, true],
    ['Lazarus Group', 'LAZARUS GROUP', true, true],
    ['Lazarus Group', 'Lazarus-\n Group', true, true],
    ['Lazarus Group', 'lazarus group', true, false],
    ['S\u00e3o Tom\u00e9', 'Sao Tome', true, false],
    ["O'Neill", 'O\u2019Neill', true, true],
    ['Lazarus Group', 'Lazarus Croup', false, false],
    ['Lazarus', 'Lazarus G', false, false],
    ['Lazarus G', 'Lazarus', false, false],
  ])('%j in %j: its letters %s, its case %s', (name, words, letters, own) => {
    const text = `(${words})`
    expect(spells(name, text, 1, 1 + words.length)).toBe(letters)
    expect(writtenAs(name, text, 1, 1 + words.length)).toBe(own)
  })
})
