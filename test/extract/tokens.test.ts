import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tokens } from '../../src/extract/tokens.ts'
import type { ExtractContext } from '../../src/model/stage.ts'

/** The words of a text as one expression says them: slow, and what the cut by units must agree with. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.&'\u2019@\u2010-](?=[\p{L}\p{N}])){0,60}/gu

const cut = (text: string) => tokens({ text } as ExtractContext)

const text = fc
  .array(
    fc.constantFrom(..."aZé9 0-.’'“\n&@Ж中\u0301𝐀😀\ud800\u2010".split(''), '𝐀', '😀', "'s", ' The ', 'x'.repeat(70)),
  )
  .map(parts => parts.join(''))

it('cuts a text into words without possessives', () => {
  fc.assert(
    fc.property(text, source => {
      const expected = [...source.matchAll(WORD)].map(({ 0: word, index }) => {
        const bare = word.replace(/['\u2019]s$/i, '')
        return { start: index, end: index + bare.length, text: bare, capital: /^\p{Lu}|^\p{Ll}\p{Lu}/u.test(bare) }
      })
      expect(cut(source).map(({ start, end, text: word, capital }) => ({ start, end, text: word, capital }))).toEqual(
        expected,
      )
    }),
  )
})

it('knows first words: of texts, sentences, lines and quotations', () => {
  const first = cut('Acme’s bank. Then “Paul” said:\nThe end').filter(token => token.first)
  expect(first.map(token => token.text)).toEqual(['Acme', 'Then', 'Paul', 'The'])
})
