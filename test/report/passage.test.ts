import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageAt, segments } from '../../src/report/passage.ts'
import { docOf, spanOf } from './sample.ts'

const of = (text: string, words: string, most?: number): string => {
  const doc = docOf('d', text)
  const passage = passageAt(doc, spanOf(text, words), most)
  expect(text.slice(passage.start, passage.end)).toBe(passage.text)
  return `${passage.cutBefore ? '<' : ''}${passage.text}${passage.cutAfter ? '>' : ''}`
}

describe('the passage around a place', () => {
  it('takes in its neighbours when it is short', () => {
    expect(of('One. Two here. Three. Four.', 'here')).toBe('One. Two here. Three.')
  })

  it('stays in its paragraph', () => {
    expect(of('A title\n\nTwo here.\n\nThree.', 'here')).toBe('Two here.')
  })

  it('is a long sentence alone', () => {
    const long = `It ${'went on and '.repeat(20)}here it ended.`
    expect(of(`One. ${long} Three.`, 'here')).toBe(long)
  })

  it('is cut at words when the sentence is very long', () => {
    expect(of('aaaa bbbb cccc here dddd eeee ffff', 'here', 16)).toBe('<cccc here dddd>')
  })

  it('holds its place whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 80 }),
        fc.nat(79),
        fc.integer({ min: 1, max: 9 }),
        (text, from, length) => {
          const start = Math.min(from, text.length - 1)
          const end = Math.min(text.length, start + length)
          const passage = passageAt(docOf('d', text), { start, end }, 10)
          expect(passage.start).toBeLessThanOrEqual(start)
          expect(passage.end).toBeGreaterThanOrEqual(end)
          expect(text.slice(passage.start, passage.end)).toBe(passage.text)
        },
      ),
    )
  })
})

describe('segments', () => {
  it('cut a text at the borders of marks that nest and overlap', () => {
    const marks = [
      { start: 11, end: 15, name: 'a' },
      { start: 13, end: 18, name: 'b' },
      { start: 13, end: 14, name: 'c' },
    ]
    expect(
      segments('0123456789', 10, marks).map(({ text, marks: on }) => [text, on.map(({ name }) => name).join('')]),
    ).toEqual([
      ['0', ''],
      ['12', 'a'],
      ['3', 'abc'],
      ['4', 'ab'],
      ['567', 'b'],
      ['89', ''],
    ])
  })

  it('give the text back, with each mark on its own words', () => {
    const mark = fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (text, made) => {
        const marks = made.map(({ start, length }) => ({ start, end: start + length }))
        const cut = segments(text, 0, marks)
        expect(cut.map(part => part.text).join('')).toBe(text)
        for (const item of marks)
          expect(
            cut
              .filter(part => part.marks.includes(item))
              .map(part => part.text)
              .join(''),
          ).toBe(text.slice(item.start, item.end))
      }),
    )
  })
})
