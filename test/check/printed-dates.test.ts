import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FORMS, printedDates } from '../../src/check/printed-dates.ts'
import { makeDocument } from '../../src/read/document.ts'

const dates = (text: string) =>
  printedDates({
    doc: makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text, map: [0, 0, text.length] }),
    text,
  }).map(({ start, end, date }) => [start, end, date.start, date.end])

it('reads a date with and without the weekday before it', () => {
  const text = 'On Monday, the 14th of May 2018, and on 2018-06-01.'
  expect(dates(text).map(([from, to, start, end]) => [text.slice(from, to), text.slice(start, end)])).toEqual([
    ['Monday, the 14th of May 2018', '14th of May 2018'],
    ['2018-06-01', '2018-06-01'],
  ])
})

// A letter with an accent ends no word of the index, but one of a pattern: “éMay 1” is no date by the index, and none is in the test.
it('finds by the signs of a text all that its forms match anywhere in it', () => {
  const piece = fc.constantFrom(
    ...[
      'May',
      'March',
      'Sept.',
      'Sep',
      'Maybe',
      'December',
      'JUNE',
      'Monday',
      'Tues.',
      'Thur',
      'Sun',
      'Sunday morning',
    ],
    ...[
      '1',
      '12',
      '31st',
      '2nd',
      '2018',
      '19',
      '2018-05-14',
      '123',
      '5%',
      '7 p.m.',
      ' ',
      ' ',
      ' ',
      '  ',
      ', ',
      ' of ',
      ' the ',
      ' (',
      ')',
    ],
    ...['.', '-', '/', '\u2019', '\n', 'x'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
      const text = `x ${pieces.join('')}`
      const found = FORMS.flatMap(({ form }) =>
        [...text.matchAll(new RegExp(form.source, 'g'))].map(({ 0: words, index, groups }) => {
          const start = index + (groups?.['lead']?.length ?? 0)
          return [index, index + words.length, start, index + words.length]
        }),
      ).sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || d - b)
      const apart: number[][] = []
      for (const one of found) if ((one[0] ?? 0) >= (apart.at(-1)?.[1] ?? 0)) apart.push(one)
      expect(dates(text)).toEqual(apart)
    }),
    { numRuns: 500 },
  )
})
