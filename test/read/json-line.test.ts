import { describe, expect, it } from 'vitest'
import type { Hints } from '../../src/model/document.ts'
import { toRaw } from '../../src/model/text-map.ts'
import { jsonLine } from '../../src/read/json-line.ts'

const read = (line: string, hints?: Hints) =>
  jsonLine.read({
    id: 'x',
    doc: 'd',
    path: 'f.jsonl#1',
    mediaType: 'application/x-errata-document+json',
    bytes: new TextEncoder().encode(line),
    ...(hints ? { hints } : {}),
  })

describe('a line of a .jsonl file', () => {
  it('gives its text unchanged, and the way into its JSON string', () => {
    const text = 'Title: no header here\n\n“APT38” \\ "quoted"\t🦊\u0001 end.\n'
    const line = JSON.stringify({ text: 'other', nested: { text: 'no' }, doc: 'd' }).replace(
      '"other"',
      JSON.stringify(text),
    )
    const doc = read(line)
    expect(doc.text).toBe(text)
    const start = text.indexOf('"quoted"')
    const raw = toRaw(doc.map, text.length, { start, end: start + '"quoted"'.length })
    expect(line.slice(raw.start, raw.end)).toBe('\\"quoted\\"')
  })

  it('replaces half a character, which no database can hold, by U+FFFD', () => {
    const doc = read(String.raw`{"doc":"d","title":"T \udc00","text":"a \ud800 b \ud83e\udd8a"}`)
    expect(doc.text).toBe('a \ufffd b 🦊')
    expect(doc.title).toBe('T \ufffd')
    expect(toRaw(doc.map, doc.text.length, { start: 2, end: 3 })).toMatchObject({ verbatim: false })
  })

  it('takes what it is told before what the line says', () => {
    const line =
      '{"doc":"d","text":"t","title":"T","published":"2018-10-03","url":"https://example.org","source":"S","author":"A"}'
    expect(read(line)).toMatchObject({
      title: 'T',
      published: '2018-10-03',
      publishedFrom: 'given',
      site: 'S',
      author: 'A',
    })
    expect(read(line, { published: '2019-01-01' })).toMatchObject({ title: 'T', published: '2019-01-01' })
  })

  it('notes values that are none', () => {
    const doc = read('{"doc":"d","text":"t","title":5,"published":"03/10/2018","url":null}')
    expect(doc.notes).toEqual(['"title" is not a string', '"published" is not a clear date: 03/10/2018'])
    expect([doc.title, doc.published, doc.url]).toEqual([undefined, undefined, undefined])
  })

  it('is not fooled by __proto__', () => {
    expect(() => read('{"doc":"d","__proto__":{"text":"t","title":"T"}}')).toThrow('"text" is missing or not a string')
    expect(read('{"doc":"d","text":"t","__proto__":{"title":"T"}}').title).toBeUndefined()
  })

  it.each([
    ['{"doc":"d","text":5}', '"text" is missing or not a string'],
    ['{"doc":"d","text":["t"]}', '"text" is missing or not a string'],
    ['{"doc":"d","text":" … "}', 'no text: not one letter or digit'],
  ])('refuses %s', (line, message) => expect(() => read(line)).toThrow(message))

  it('takes the last of two texts, as JSON does', () => {
    expect(read('{"text":"a\\u0041","doc":"d","text":"b"}').text).toBe('b')
  })
})
