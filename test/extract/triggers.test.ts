import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tokensOf } from '../../src/extract/tokens.ts'
import { trigger } from '../../src/extract/triggers.ts'
import type { ExtractContext } from '../../src/model/stage.ts'

const WORDS = ['zig', 'zag', 'x.y.z', 'zig-zag']
const zigzag = trigger(WORDS)
const zag = trigger(['zag', 'zug'])

const read = (text: string) => tokensOf({ text } as ExtractContext)

it('finds every place of its words, in any case and with a possessive', () => {
  const { list, at } = read("Zig and ZAG's x.Y.z, zag")
  expect(at(zigzag).map(index => list[index]?.text)).toEqual(['Zig', 'ZAG', 'x.Y.z', 'zag'])
  expect(at(zag)).toEqual([2, 4])
  expect(read('zigs, zogs and a Žig').at(zigzag)).toEqual([])
})

it('agrees with a look at each word', () => {
  const part = fc.constantFrom(...WORDS, 'zog', 'zaag', 'Zag', 'żag', 'and', '-', '.', '\n')
  fc.assert(
    fc.property(fc.array(part), parts => {
      const { list, at } = read(parts.join(' '))
      expect(at(zigzag)).toEqual(
        list.filter(({ text }) => WORDS.includes(text.toLowerCase())).map(({ index }) => index),
      )
    }),
  )
})

it('gives the words that hold a capital or a digit', () => {
  const { marked } = read('the eBay of al-Assad, 3rd time: Ünal 𝐀b Ж7, ж')
  expect(marked.map(({ text }) => text)).toEqual(['eBay', 'al-Assad', '3rd', 'Ünal', '𝐀b', 'Ж7'])
})

it.each(['Zig', '', 'z'.repeat(31)])('takes no word that it could never find: %j', word => {
  expect(() => trigger([word])).toThrow('not a word of 1 to 30 small letters')
})

it('finds a word of thirty letters', () => {
  const long = 'z'.repeat(30)
  const one = trigger([long])
  expect(read(`a ${long} b`).at(one)).toEqual([1])
})
