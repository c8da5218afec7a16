import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank, masks } from '../../src/extract/mask.ts'
import { docOf } from './found.ts'

const masked = (text: string): string => blank(text, masks(docOf(text)))
/** What is left to read, white space aside. */
const rest = (text: string): string => masked(text).replace(/\s+/g, ' ').trim()

describe('masking', () => {
  it.each([
    ['See https://www.iran.example.com/2019/05/path_(x)?q=12 now.', 'See now.'],
    ['See hxxps[:]//evil[.]example[.]com/a/b now', 'See now'],
    ['It calls evil-host[.]com and 10.0.0[.]1:8080 daily', 'It calls and daily'],
    ['It calls google.com/drive and cdn.microsoft.com daily', 'It calls and daily'],
    ['Write to first.last@example.co.uk soon', 'Write to soon'],
    ['The [report](/blog/2019/iran "US report") says', 'The [report] "US report") says'],
    ['In C:\\Users\\Adobe\\x.exe and %AppData%\\Microsoft\\y and /usr/lib/china/z it hides', 'In and and it hides'],
    ['HKCU\\Software\\Microsoft\\Run is set by invoice_india.docx', 'is set by'],
    ['SHA256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef found', 'SHA256 found'],
    ['Run `ping germany` twice', 'Run twice'],
    ['a\n```\nfrom Germany\n```\nb', 'a b'],
    ['**Bank** of *America* paid **12** dollars', 'Bank of America paid 12 dollars'],
  ])('%s', (text, expected) => expect(rest(text)).toBe(expected))

  it('leaves companies named like hosts, and fractions', () => {
    const text = 'Amazon.com and/or Booking.com work 24/7 at 3.5 per cent.'
    expect(masked(text)).toBe(text)
  })

  it('keeps the length and the newlines of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.:/@[]()`*\\ \n1') }), words => {
        const text = `x${words}`
        const result = masked(text)
        expect(result.length).toBe(text.length)
        expect(result.split('\n').length).toBe(text.split('\n').length)
      }),
    )
  })

  // One pass over 400,000 units takes some milliseconds; a quadratic pattern would take minutes.
  it.each(['a', '.', '-', '/', 'a.', 'a@', '[', '](', '`', '*', 'A1', '\\', '[.]', '(', '"', 'http://a'])(
    'is linear on runs of %s',
    unit => {
      const text = `x ${unit.repeat(400_000 / unit.length)}`
      expect(masked(text).length).toBe(text.length)
    },
    5_000,
  )
})
