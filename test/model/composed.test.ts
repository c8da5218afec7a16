import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composed, type TextMap, TextMapBuilder, toRaw } from '../../src/model/text-map.ts'

/** A text made of a raw string: pieces that are kept, left out, or stand for others of any length. */
interface Piece {
  readonly how: 'keep' | 'drop' | 'stand'
  readonly length: number
  readonly text: string
}
const pieces = fc.array(
  fc.record({
    how: fc.constantFrom<Piece['how']>('keep', 'keep', 'drop', 'stand'),
    length: fc.integer({ min: 1, max: 6 }),
    text: fc.string({ minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
)

function made(raw: string, given: readonly Piece[]): { text: string; map: TextMap } {
  const builder = new TextMapBuilder()
  let at = 0
  for (const { how, length, text } of given) {
    const end = Math.min(raw.length, at + length)
    if (how === 'keep') builder.verbatim(raw.slice(at, end), at)
    if (how === 'stand') builder.standsFor(text, at, end)
    at = end
  }
  return builder.finish()
}

const letters = fc.string({ minLength: 10, maxLength: 60 })

it('leads from a text through another to the raw source, verbatim where both are', () => {
  fc.assert(
    fc.property(letters, pieces, pieces, (raw, first, second) => {
      const middle = made(raw, first)
      const { text, map: outer } = made(middle.text, second)
      fc.pre(text !== '' && middle.text !== '')
      const map = composed(outer, text.length, middle.map, middle.text.length)
      for (let start = 0; start < text.length; start++) {
        const place = toRaw(map, text.length, { start, end: start + 1 })
        const between = toRaw(outer, text.length, { start, end: start + 1 })
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(raw.length)
        if (place.verbatim) expect(raw.slice(place.start, place.end)).toBe(text[start])
        if (!between.verbatim) continue
        // A kept character stands where the inner map says, and is verbatim exactly where that is.
        const inner = toRaw(middle.map, middle.text.length, between)
        expect({ start: place.start, end: place.end }).toEqual({ start: inner.start, end: inner.end })
        expect(place.verbatim).toBe(inner.verbatim)
      }
    }),
  )
})

it('is the inner map for a text that is all of what is between', () => {
  fc.assert(
    fc.property(letters, pieces, (raw, given) => {
      const middle = made(raw, given)
      fc.pre(middle.text !== '')
      const whole = [0, 0, middle.text.length]
      const map = composed(whole, middle.text.length, middle.map, middle.text.length)
      for (let at = 0; at < middle.text.length; at++) {
        const span = { start: at, end: at + 1 }
        expect(toRaw(map, middle.text.length, span)).toEqual(toRaw(middle.map, middle.text.length, span))
      }
    }),
  )
})
