import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report, ReportFlag } from '../../src/report/report.ts'
import { textReport, wrapped } from '../../src/report/text.ts'
import { filesOf, sampleReport } from './sample.ts'

const textOf = async (report: Report = sampleReport()): Promise<string> =>
  (await filesOf(textReport, report)).get('report.txt') ?? ''

/** The sample's flags as they stand since a run: one new, one still open, one gone. */
function since(): Report {
  const { flags, ...rest } = sampleReport()
  const states = [{ state: 'unchanged' }, { state: 'new' }, { state: 'absent', status: 'fixed' }] as const
  return {
    ...rest,
    since: 'run 12 of 2026-01-02',
    flags: flags.map((flag, n): ReportFlag => ({ ...flag, ...states[n] })),
  }
}

describe('the plain text report', () => {
  it('says in one paragraph what is new, fixed and still open, then shows each with both sides', async () => {
    const text = await textOf(since())
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Since run 12 of 2026-01-02, one flag is new and one flag has gone from the articles; one flag is still open.',
    )
    const headings = [...text.matchAll(/^(.+)\n(?:=+|-+)\n/gm)].map(([, title]) => title)
    expect(headings).toEqual([
      'What does not add up',
      'New (1)',
      'Still open (1)',
      'Gone from the articles (1)',
      'Not read (1)',
    ])
    const fresh = text.slice(text.indexOf('New (1)'), text.indexOf('Still open (1)'))
    for (const words of [
      '[APT33] then sent',
      'What speaks against it',
      '[APT38] stole',
      'APT33 is attributed to Iran',
      'APT33 -> APT38',
    ])
      expect(fresh).toContain(words)
  })

  it('counts flags and causes alike in its summary and its headings, and tells a new place of an old cause as new', async () => {
    const { flags, ...rest } = sampleReport()
    const [first] = flags
    if (!first) throw new Error('no flag')
    const place = (n: number, state: 'new' | 'unchanged', doc = first.at.doc): ReportFlag => ({
      ...first,
      fingerprint: `${n}`.repeat(32),
      at: { ...first.at, doc, start: first.at.start + n, end: first.at.end + n },
      state,
    })
    const stood = [place(1, 'unchanged'), place(2, 'unchanged'), place(3, 'unchanged', 'other.txt')]
    const text = await textOf({ ...rest, since: 'run 1', flags: [...stood, place(4, 'new')] })
    expect(text.replace(/\s+/g, ' ')).toContain('Since run 1, one flag is new; three flags are still open.')
    expect(text).toContain('\nNew (1)\n')
    expect(text).toContain('\nStill open (3 flags with 2 causes)\n')
  })

  it('shows no character that acts on a mail or a terminal, and no line that is too long', async () => {
    const evil = '\u001b[31m\u202e\u0007From here\r\n.\r\nBcc: x'
    const { flags, ...rest } = sampleReport()
    const text = await textOf({ ...rest, flags: flags.map(flag => ({ ...flag, message: evil })) })
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).toContain('\\u001b[31m\\u202e\\u0007From here . Bcc: x')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76)
    expect(text).not.toMatch(/[^-] $/m)
  })

  it('names what was decided in a line, and tells long lists by their number', async () => {
    const { flags, ...rest } = sampleReport()
    const [first] = flags
    if (!first) throw new Error('no flag')
    const at = '2026-01-02T09:00:00.000Z'
    const decision = {
      fingerprint: first.fingerprint,
      verdict: 'dismissed',
      reviewer: 'Ann',
      at,
      note: 'two thefts',
    } as const
    const text = await textOf({ ...rest, flags: [{ ...first, status: 'dismissed', decision }] })
    expect(text.replace(/\s+/g, ' ')).toContain('Dismissed by Ann on 2026-01-02: two thefts')
    const many = Array.from({ length: 1200 }, (_, n) => ({
      ...first,
      subject: `s${n}`,
      fingerprint: `${n}`.padStart(32, '0'),
    }))
    const long = await textOf({ ...rest, flags: many })
    expect(long.match(/errata decide/g)).toHaveLength(100)
    expect(long).toContain('and 200 more, in the other formats of this report')
  })

  it('says what publishers changed, in both wordings', async () => {
    const { flags, ...rest } = sampleReport()
    const at = { doc: 'b.txt', start: 4, end: 8, quote: { exact: '$101', prefix: '', suffix: '' } }
    const side = (exact: string) => ({
      at: { ...at, quote: { ...at.quote, exact } },
      sentence: `Now ${exact} is gone.`,
      offset: 4,
    })
    const revised = {
      doc: 'b.txt',
      said: '2026-01-01T00:00:00.000Z',
      since: '2026-01-02T00:00:00.000Z',
      announced: false,
      changes: [{ type: 'money' as const, before: side('$101'), after: side('$81') }],
    }
    const text = await textOf({ ...rest, flags: [], revised: [revised] })
    expect(text).toContain('b.txt, since 2026-01-02, without a notice:')
    expect(text).toContain('money: “Now [$101] is gone.” -> “Now [$81] is gone.”')
    expect(flags.length).toBeGreaterThan(0)
  })
})

describe('wrapped', () => {
  it('keeps every word in order, and lines within the width unless one word is longer', () => {
    const word = fc.stringMatching(/^[a-z\u{1f4b0}]{1,90}$/u)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom('', '  ', '    '), (words, indent) => {
        const lines = wrapped(words.join(' '), indent).split('\n').slice(0, -1)
        expect(lines.flatMap(line => line.trim().split(' '))).toEqual(words)
        for (const line of lines)
          expect(line.startsWith(indent) && (line.length <= 74 || !line.trim().includes(' '))).toBe(true)
      }),
    )
  })
})
