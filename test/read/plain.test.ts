import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Document, Hints } from '../../src/model/document.ts'
import { toRaw } from '../../src/model/text-map.ts'
import { plain } from '../../src/read/plain.ts'
import { absent, SHARED } from '../shared.ts'

const read = (raw: string | Uint8Array, doc = 'a.txt', hints?: Hints): Document =>
  plain.read({
    id: 'x',
    doc,
    path: doc,
    mediaType: 'text/plain',
    bytes: typeof raw === 'string' ? new TextEncoder().encode(raw) : raw,
    ...(hints ? { hints } : {}),
  })

describe('plain text', () => {
  it('without a header is its own text, but for a byte order mark, and the map leads to the raw file', () => {
    const doc = read('\uFEFFAPT38 stole “$5 million”.\n')
    expect(doc.text).toBe('APT38 stole “$5 million”.\n')
    expect(doc.map).toEqual([0, 1, doc.text.length])
    expect(doc.dropped).toEqual([])
  })

  it('begins after a header block, which is dropped and leads to the fields', () => {
    const header =
      '\uFEFFTitle: Banks hit\nDate: Oct. 3, 2018\nBy: Jane Doe\nSource: Example Times\nURL: https://example.org/a\n\n'
    const doc = read(`${header}APT38 again.`)
    expect(doc).toMatchObject({
      text: 'APT38 again.',
      title: 'Banks hit',
      published: '2018-10-03',
      publishedFrom: 'header',
      author: 'Jane Doe',
      site: 'Example Times',
      url: 'https://example.org/a',
      dropped: [{ start: 1, end: header.length, reason: 'header' }],
    })
    expect(toRaw(doc.map, doc.text.length, { start: 0, end: 5 })).toEqual({
      start: header.length,
      end: header.length + 5,
      verbatim: true,
    })
  })

  it('takes the date that is given before that of the header, and that before the file name’s', () => {
    expect(read('Date: 2018-10-03\n\nText', '2018-01-01.txt', { published: '2019-01-01' })).toMatchObject({
      published: '2019-01-01',
      publishedFrom: 'given',
    })
    expect(read('Date: 2018-10-03\n\nText', '2018-01-01.txt').published).toBe('2018-10-03')
    expect(read('Text', 'news-2018-01-01.txt')).toMatchObject({ published: '2018-01-01', publishedFrom: 'file-name' })
  })

  it('notes a header date that is none, and does not guess', () => {
    const doc = read('Title: A\nDate: 03/10/2018\n\nText')
    expect(doc.notes).toEqual(['header date is not a clear date: 03/10/2018'])
    expect(doc.published).toBeUndefined()
  })

  it('is plain text whatever it looks like', () => {
    const page = '<!DOCTYPE html>\n<html><body><p>Text</p></body></html>\n'
    expect(read(page).text).toBe(page)
    expect(read('{"doc":"d","text":"t"}').text).toBe('{"doc":"d","text":"t"}')
    expect(read('# Title\n\n*Text*').text).toBe('# Title\n\n*Text*')
  })

  it('masks what is not the article’s claims', () => {
    const doc = read('By Jane Doe\n\nText of $5 million.\n\nPlease read our comment policy before commenting.\n')
    expect(doc.masked.map(({ start, end }) => doc.text.slice(start, end))).toEqual([
      'By Jane Doe',
      'Please read our comment policy before commenting.',
    ])
  })

  it.each([
    ['', 'no text'],
    [' …\n', 'no text: not one letter or digit'],
    ['a\0b', 'binary file: a NUL byte at 1'],
  ])('refuses %j', (raw, message) => expect(() => read(raw)).toThrow(message))
})

describe.skipIf(absent('corpus/casie'))('the CASIE articles', () => {
  it('all have a text, a date, an address and English, and no tag is left', () => {
    const names = readdirSync(`${SHARED}corpus/casie`)
    const docs = names.map(name => read(new Uint8Array(readFileSync(`${SHARED}corpus/casie/${name}`)), name))
    expect(docs.length).toBe(406)
    const wrong = docs.filter(
      ({ text, language, url, published, publishedFrom, notes }) =>
        /<\/?(?:text|title|source|date)>/.test(text) ||
        language !== 'en' ||
        url === undefined ||
        published === undefined ||
        publishedFrom !== 'header' ||
        notes.length > 0,
    )
    // Its address is damaged.
    expect(wrong.map(({ id }) => id)).toEqual(['10253.txt'])
  })
})
