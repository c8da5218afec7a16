import { describe, expect, it } from 'vitest'
import type { Discrepancy } from '../../src/model/discrepancy.ts'
import { select } from '../../src/model/span.ts'
import { htmlReport } from '../../src/report/html.ts'
import type { Report, ReportFlag } from '../../src/report/report.ts'
import { pageName } from '../../src/report/templates/address.ts'
import { webLink } from '../../src/report/templates/markup.ts'
import { docOf, filesOf, sampleReport, spanOf } from './sample.ts'

const flagAt = (doc: ReturnType<typeof docOf>, words: string, change: Partial<Discrepancy>): Discrepancy => ({
  fingerprint: 'a'.repeat(32),
  check: 'name-drift',
  severity: 'error',
  confidence: 90,
  at: select(doc, spanOf(doc.text, words)),
  subject: 'actor/apt33',
  message: 'It looks like a slip.',
  evidence: [],
  knowledge: [],
  ...change,
})

const reportText = async (report: Report): Promise<string> =>
  (await filesOf(htmlReport, report)).get('report.html') ?? ''

const count = (text: string, words: string): number => text.split(words).length - 1

describe('report.html', () => {
  it('shows flags with one cause as one card with all their places', async () => {
    const doc = docOf('a.txt', 'First APT33 came.\n\nThen APT33 went.')
    const flags = [0, 1].map(nth =>
      flagAt(doc, 'APT33', {
        fingerprint: String(nth).repeat(32),
        at: select(doc, spanOf(doc.text, 'APT33', nth)),
        suggestion: 'APT38',
      }),
    )
    const text = await reportText(sampleReport({ analyses: [{ doc, mentions: [], links: [], claims: [], flags }] }))
    expect(count(text, '<article class="card')).toBe(1)
    expect(count(text, '<mark class="wrong">APT33</mark>')).toBe(2)
    expect(text).toContain('in two places')
    expect(text).toContain('There are two flags with one cause, both of them errors.')
  })

  it('marks evidence in the passage in question instead of quoting it twice', async () => {
    const doc = docOf('a.txt', 'The parts, 1 and 2, make 4.')
    const at = (words: string) => select(doc, spanOf(doc.text, words))
    const evidence = ['1', '2'].map(part => ({ role: 'for' as const, note: `part ${part}`, at: at(part) }))
    const flags = [flagAt(doc, '4', { at: at('4'), evidence })]
    const text = await reportText(sampleReport({ analyses: [{ doc, mentions: [], links: [], claims: [], flags }] }))
    expect(count(text, '<blockquote')).toBe(1)
    expect(text).toContain(
      'The parts, <mark class="for">1</mark> and <mark class="for">2</mark>, make <mark class="wrong">4</mark>.',
    )
  })

  it('folds what is beyond two hundred cards, and leads to them', async () => {
    const analyses = Array.from({ length: 25 }, (_, d) => {
      const doc = docOf(`${d}.txt`, 'Some words here.')
      const flags = Array.from({ length: 10 }, (_, f) =>
        flagAt(doc, 'words', { fingerprint: `${d}x${f}`.padStart(32, '0'), subject: String(f) }),
      )
      return { doc, mentions: [], links: [], claims: [], flags }
    })
    const files = await filesOf(htmlReport, sampleReport({ analyses }))
    const text = files.get('report.html') ?? ''
    expect(count(text, '<article class="card')).toBe(200)
    const led = [...text.slice(text.indexOf('<details class="more">')).matchAll(/href="(documents\/[^"#]+)#([^"]+)"/g)]
    expect(led).toHaveLength(50)
    for (const [, page = '', anchor] of led) expect(files.get(page)).toContain(`id="${anchor}"`)
  })

  it('puts what is new first when it is compared with an earlier run', async () => {
    const report = sampleReport()
    const states = [{ state: 'unchanged' }, { state: 'new' }, { state: 'absent', status: 'fixed' }] as const
    const flags = report.flags.map((flag, index): ReportFlag => ({ ...flag, ...states[index] }))
    const text = await reportText({ ...report, flags, since: 'run 3 of 2026-01-01' })
    const headings = [...text.matchAll(/<section class="part" id="([^"]+)"/g)].map(match => match[1])
    expect(headings).toEqual(['new', 'still-open', 'gone'])
    expect(text).toContain(
      'Since run 3 of 2026-01-01, one flag is new and one flag has gone from the articles; one flag is still open.',
    )
    // What has gone is no part of what the front counts.
    expect(text).toContain('There are two flags: ')
    expect(text).toContain('<dt>flags</dt><dd><bdi>2</bdi></dd>')
  })

  it('shows the words of a fixed flag as the flag keeps them, wherever its article ends now', async () => {
    const [first, ...others] = sampleReport().flags
    if (!first) throw new Error('no flag')
    const quote = { exact: 'gone words', prefix: 'These ', suffix: ' stood here' }
    const at = { doc: first.at.doc, start: 9000, end: 9010, quote }
    const flag: ReportFlag = { ...first, at, status: 'fixed', state: 'absent', evidence: [] }
    const files = await filesOf(htmlReport, { ...sampleReport(), flags: [flag, ...others], since: 'run 3' })
    expect(files.get('report.html')).toContain('These <mark class="wrong">gone words</mark> stood here')
    expect(files.get('report.html')).toContain('character 9,000 of an earlier text')
  })

  it('says what nothing to flag means', async () => {
    const text = await reportText({ ...sampleReport({ skipped: [] }), flags: [] })
    expect(text).toContain('found nothing that does not add up. That is no proof that all is right')
    expect(text).not.toContain('<article class="card')
  })

  it('carries no script, no inline style, no handler', async () => {
    for (const text of (await filesOf(htmlReport, sampleReport())).values()) {
      expect(text).not.toMatch(/<script|\sstyle=|\son[a-z]+="/)
      expect(text).toMatch(/content="default-src &#39;none&#39;|content="default-src 'none'/)
    }
  })
})

describe('document pages', () => {
  it('show what the reader left out, on request', async () => {
    const doc = docOf('a.txt', 'The text.', { dropped: [{ start: 3, end: 9, reason: 'navigation' }] })
    const item = { doc, mentions: [], links: [], claims: [], dropped: ['Home <b>'] }
    const report = { ...sampleReport(), flags: [], documents: () => [item], document: () => item }
    const text = (await filesOf(htmlReport, report)).get(`documents/${pageName('a.txt')}`)
    expect(text).toContain('One block of the source left out')
    expect(text).toContain('<blockquote dir="auto">Home &lt;b&gt;</blockquote>')
  })

  it('have names of their own that any file system takes', () => {
    const ids = ['a/b.txt', 'a-b.txt', 'A/B.txt', '../x', 'x\u0000', '\u{1f4b0}', 'c'.repeat(500), 'CON']
    const names = ids.map(pageName)
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(ids.length)
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,90}\.html$/)
  })
})

describe('links to the web', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' javascript:alert(1)', 'no address'])(
    '%j is words only',
    address => expect(webLink(address).toString()).not.toContain('<a'),
  )

  it('tell nobody where one came from', () => {
    expect(webLink('https://example.org/?a="b"').toString()).toBe(
      '<a href="https://example.org/?a=%22b%22" rel="noreferrer noopener external"><bdi>https://example.org/?a=&quot;b&quot;</bdi></a>',
    )
  })
})
