import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isInstitution, isNumbered } from '../../src/knowledge/word-tables.ts'

it.each([
  [
    'institutions.txt',
    isInstitution,
    ['ministry', 'agencies', 'spokeswoman'],
    ['officials', 'Ministry', 'pipeline', ''],
  ],
  ['numbered.txt', isNumbered, ['Windows', 'iPhone', 'AES', 'May'], ['windows', 'Qihoo', 'Ward', '']],
] as const)('%s is sorted, and its words are found, but not its remarks', (file, has, known, unknown) => {
  const [first, ...lines] = readFileSync(new URL(`../../corpus/knowledge/${file}`, import.meta.url), 'latin1')
    .trimEnd()
    .split('\n')
  const words = lines.filter(line => !line.startsWith('#'))
  expect(first).toBe('')
  expect(lines.slice(lines.length - words.length)).toEqual([...new Set(words)].sort())
  expect([...words, ...known].filter(word => !has(word))).toEqual([])
  expect(unknown.filter(has)).toEqual([])
})
