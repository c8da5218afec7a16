import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { markdown } from '../../src/read/markdown.ts'

const read = (raw: string): Document =>
  markdown.read({
    id: 'x',
    doc: 'a.md',
    path: 'a.md',
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(raw),
  })

/** Segments of a document's map: text, raw, and whether they must be equal. */
function segments({ text, map }: Document, raw: string) {
  const all: { text: string; raw: string; verbatim: boolean }[] = []
  for (let at = 0; at < map.length; at += 3) {
    const [textStart = 0, rawStart = 0, size = 0] = map.slice(at, at + 3)
    const piece = text.slice(textStart, map[at + 3] ?? text.length)
    all.push({ text: piece, raw: raw.slice(rawStart, rawStart + Math.abs(size)), verbatim: size === piece.length })
  }
  return all
}

describe('markdown', () => {
  it('gives the text without markup, and each character its place', () => {
    const raw =
      '# Two banks *hit*\n\nThe group **APT38** stole over \\$100&nbsp;million from\nbanks in [Mexico](https://x.example "t") and `APT38`.\n\n> A quote\n> goes on.\n\n- one\n- two\n'
    const doc = read(raw)
    expect(doc.text).toBe(
      'Two banks hit\nThe group APT38 stole over $100\u00a0million from banks in Mexico and APT38.\nA quote goes on.\none\ntwo',
    )
    expect(doc.title).toBe('Two banks hit')
    const different = segments(doc, raw).filter(({ verbatim }) => !verbatim)
    expect(different.map(({ text, raw }) => [text, raw])).toEqual([
      ['\n', '*\n\n'],
      ['$', '\\$'],
      ['\u00a0', '&nbsp;'],
      [' ', '\n'],
      ['\n', '\n\n> '],
      [' ', '\n> '],
      ['\n', '\n\n- '],
      ['\n', '\n- '],
    ])
  })

  it('reads front matter, and leaves it out of the text', () => {
    const raw =
      '---\ntitle: "A: B"\ndate: 2018-10-03\nauthors: [Jane, {name: John}]\ncanonical_url: https://example.org/a\n---\nText.'
    expect(read(raw)).toMatchObject({
      title: 'A: B',
      published: '2018-10-03',
      publishedFrom: 'front-matter',
      author: 'Jane, John',
      url: 'https://example.org/a',
      text: 'Text.',
      dropped: [{ start: 0, end: raw.length - 5, reason: 'front-matter' }],
    })
  })

  it('notes broken front matter and unclear dates, and survives bombs and __proto__', () => {
    expect(read('---\ntitle: [\n---\nText.').notes[0]).toMatch(/^front matter is not YAML, /)
    expect(read('---\ndate: 03/10/2018\n---\nText.')).toMatchObject({
      notes: ['front-matter date is not a clear date: 03/10/2018'],
    })
    expect(read('---\n__proto__: {title: x}\nconstructor: y\n---\nText.').title).toBeUndefined()
    const broken = 'title: APT38: a heist\ndate: 2018-10-03\nauthor: "Jane\nurl: {a\n  site: x'
    const found = read(`---\n${broken}\n---\nText.`)
    expect(found).toMatchObject({ title: 'APT38: a heist', published: '2018-10-03', publishedFrom: 'front-matter' })
    expect([found.author, found.url, found.site, found.text]).toEqual([undefined, undefined, undefined, 'Text.'])
    const bomb = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`).join('\n')}\ntitle: *a30`
    expect(read(`---\n${bomb}\n---\nText.`).title).toBeUndefined()
    expect(read(`---\n${bomb}\n---\nText.`).notes[0]).toMatch(/^front matter is not YAML, /)
  })

  it('takes rules around text for what they are', () => {
    expect(read('---\nSome text\n---\nMore.').text).toBe('Some text\nMore.')
  })

  it('masks code and tables of indicators, not tables of facts', () => {
    const raw =
      '| Victim | Loss |\n|---|---|\n| Bank A | $1 million |\n\n| IoC | Kind |\n|---|---|\n| d41d8cd98f00b204e9800998ecf8427e | hash |\n\nRun `rm -rf /` or `APT38`.\n\n```\nAPT33 code\n```\n'
    const doc = read(raw)
    expect(doc.masked.map(({ start, end }) => doc.text.slice(start, end))).toEqual([
      'IoC\tKind\nd41d8cd98f00b204e9800998ecf8427e\thash',
      'rm -rf /',
      'APT33 code',
    ])
    expect(doc.text.split('\n')[1]).toBe('Bank A\t$1 million')
  })

  it('keeps the words of raw HTML, and no image, comment, script or link target', () => {
    const raw =
      'A <b>bold</b> word<!-- no -->.<br>![alt](x.png) Next.\n\n<div>\n<i>Raw</i> text\n<script>no()</script></div>\n\n[a]: https://example.org\n'
    const doc = read(raw)
    expect(doc.text.trim()).toBe('A bold word.\n Next.\nRaw text')
    expect(doc.dropped.map(({ reason }) => reason)).toEqual(['html', 'image', 'html', 'link target'])
  })

  it('maps every character of any Markdown', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '``',
      '[',
      '](x)',
      '![',
      '\\',
      '&amp;',
      '&',
      '&#128512;',
      '<b>',
      '</b>',
      '<!-- c -->',
      '\n',
      '\n\n',
      '\r\n',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '# ',
      '| ',
      '|--|\n',
      '```\n',
      '~~~',
      'word',
      'é',
      '🦊',
      ' ',
      '.',
      '<https://a.example>',
      '---\n',
      '=',
      '&nbsp;',
      '\\*',
      '<div>',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), pieces => {
        const raw = `w ${pieces.join('')}`
        const doc = read(raw)
        expect(
          segments(doc, raw).filter(({ text, raw, verbatim }) => text === '' || (verbatim && text !== raw)),
        ).toEqual([])
        for (const { start, end } of [...doc.masked, ...doc.sentences])
          expect(end <= doc.text.length && start < end).toBe(true)
        expect(doc.map[0] ?? 0).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['*', '[', '> ', '- ', '*a_ ', '[[a]', 'a*', '`', '1. '])(
    'names the limit that a flood of %j breaks',
    run => {
      expect(() => read(run.repeat(20_000))).toThrow(/more than the limit of/)
    },
  )
})
