import { expect, it } from 'vitest'
import { hashOf } from '../../src/normalise/segments.ts'
import { WordTable } from '../../src/normalise/word-table.ts'

const find = (table: WordTable<number>, word: string) =>
  table.find(`(${word})`, 1, 1 + word.length, hashOf(word, 0, word.length))?.value

it('finds its words in any case, and no others', () => {
  const table = new WordTable([
    ['may', 5],
    ['march', 3],
  ])
  expect(['may', 'MAY', 'March', 'm\u00e4rch', 'ma', 'mayo', 'm@y', ''].map(word => find(table, word))).toEqual([
    5,
    5,
    3,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('finds each of many words', () => {
  const words = Array.from(
    { length: 676 },
    (_, at) => `x${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`,
  )
  const table = new WordTable(words.map((word, at) => [word, at] as const))
  expect(words.map(word => find(table, word))).toEqual(words.map((_, at) => at))
})

it('refuses words of other letters', () => {
  expect(() => new WordTable([['u.s', 1]])).toThrow('not a word in small Latin letters: u.s')
})
