import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode } from '../../src/claim/encode.ts'
import type { Slot } from '../../src/claim/slots.ts'

const whole = (text: string, slots: readonly Slot[] = []) => encode(text, { start: 0, end: text.length }, slots)

describe('encoded sentences', () => {
  it('has a letter for each name, lower case, plain marks and marked unknown names', () => {
    const text = 'At least 16  victims, \u201csaid\u201d Acme\u2019s Jane.'
    const slot: Slot = { start: 9, end: 11, letter: 'N' }
    const sentence = whole(text, [slot])
    expect(sentence?.code).toBe('at least N victims, "said" ~acme\'s ~jane.')
    expect(sentence?.places).toEqual([{ at: 9, slot }])
  })

  it('leaves titles of people unmarked', () => {
    expect(whole('the Chief Executive of Acme')?.code).toBe('the chief executive of ~acme')
  })

  it('leaves what is too long to be a sentence', () => {
    expect(whole('a'.repeat(1501))).toBeUndefined()
  })

  it('leads every unit back to the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '\u2019', '\u201c', '.', '\u{1f600}', '\u0130') }),
        text => {
          const sentence = whole(text)
          fc.pre(sentence !== undefined)
          const offsets = Array.from({ length: sentence.code.length + 1 }, (_, at) => sentence.offset(at))
          expect(offsets.at(-1)).toBe(text.length)
          expect(offsets.every((offset, at) => at === 0 || offset >= (offsets[at - 1] ?? 0))).toBe(true)
          for (let at = 0; at < sentence.code.length; at++)
            if (/[a-z.]/.test(sentence.code.charAt(at)))
              expect(text.charAt(sentence.offset(at)).toLowerCase()).toBe(sentence.code.charAt(at))
        },
      ),
    )
  })
})
