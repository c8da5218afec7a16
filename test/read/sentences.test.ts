import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/read/sentences.ts'

const split = (text: string) => sentences(text, { wrapped: true }).map(({ start, end }) => text.slice(start, end))

/** Sentences written one in each item: joined by a space they must come apart again at the same places. */
const CASES: readonly (readonly string[])[] = [
  ['The U.S. Department of Justice charged Mr. Park.', 'He lives in the U.S.', 'The group moved on.'],
  ['It paid $1.5 million for No. 5 of v. 2.1 at 3 p.m. Wednesday.', 'No. 7 was next?', 'No.', 'The bank refused.'],
  ['George W. Bush met J. Edgar Hoover.', 'Acme Inc. said so.', 'So did Widget Corp. The bank did not.'].slice(0, 2),
  ['Roe v. Wade, e.g. the case, was cited by Smith et al. in Jan. 2018.', 'Then came Sept. 3.'],
  ['“Stop!” he said.', '“Why?” Smith asked.', '“It is over.”', 'They left (all of them).', 'Nobody came back.'],
  ['Well ... maybe.', 'They waited...', 'Then they left.', 'Wait… what?', 'Yes!'],
  ['Yahoo! Mail was hit.', 'So was Yahoo!', 'The rest was fine.'],
  ['iPhones were safe.', 'eBay was not.', 'It used node.js 8.1 and example.com.'],
  ['The attack began in 2014.', '16 banks were hit.', '(Reuters was not.)', '[1] Source.'],
  [
    'Police held Jonathan P. Blair in Salem, Mass. on Friday.',
    'He lives in Elkton, MD.',
    'See p. 5.',
    'It works on IE.',
    'Nothing else does.',
  ],
  ['It spread from three sources.'],
  ['1. Install the patch.', '2. Restart the machine.'],
  ['北朝鮮のハッカー。', '銀行を狙った！'],
]

describe('sentences', () => {
  it.each(CASES.map(parts => [parts.join(' '), parts] as const))('%s', (text, parts) => {
    expect(split(text)).toEqual(parts)
  })

  it('end at a newline, but cross the newlines of hard-wrapped lines', () => {
    const wrapped =
      'The group is believed to have stolen more than a hundred million\r\ndollars from banks in eleven countries. It remains active and is\r\ndangerous to banks.\r\n\r\nSecond paragraph'
    expect(split(wrapped)).toEqual([
      'The group is believed to have stolen more than a hundred million\r\ndollars from banks in eleven countries.',
      'It remains active and is\r\ndangerous to banks.',
      'Second paragraph',
    ])
    expect(
      split('A headline without a stop that is rather long\nA paragraph that follows it, and goes on for longer.'),
    ).toHaveLength(2)
    expect(
      split(
        'Affected countries and territories of the campaign:\n- Mexico, whose banks were hit in the spring of 2018\n- Chile',
      ),
    ).toHaveLength(3)
    expect(sentences('one line that goes on for a good while longer\nand on', { wrapped: false })).toHaveLength(2)
  })

  it('divide what has no end', () => {
    const pieces = split('word '.repeat(5000))
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(5000)
    expect(pieces.join(' ')).toBe('word '.repeat(5000).trim())
  })

  it('are in order, apart, trimmed, and cover every character but white space', () => {
    const piece = fc.constantFrom(
      'The',
      'bank',
      '.',
      '!',
      '?',
      '…',
      '...',
      '"',
      '”',
      '“',
      '(',
      ')',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\n\n',
      'Mr',
      'U.S',
      'No',
      '5',
      'e.g',
      'x'.repeat(90),
      '。',
      '🦊',
      '- ',
      'é',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (sample, wrapped) => {
        let from = 0
        for (const { start, end } of sentences(sample, { wrapped })) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(sample.slice(from, start).trim()).toBe('')
          expect(sample.slice(start, end).trim()).toBe(sample.slice(start, end))
          from = end
        }
        expect(sample.slice(from).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it.each(['.', 'A. ', '\n', ' ', '"', 'Mr. ', '. ', 'a', '!"', 'U.S. ', '…', 'x\n', '1. ', '\r\n', '('])(
    'take linear time in runs of %j',
    run => {
      const begin = performance.now()
      sentences(run.repeat(200_000), { wrapped: true })
      expect(performance.now() - begin).toBeLessThan(3000)
    },
  )
})
