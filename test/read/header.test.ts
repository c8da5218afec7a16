import { describe, expect, it } from 'vitest'
import { readHeader } from '../../src/read/header.ts'

/** Fields and text of a raw source. */
const read = (raw: string, start = 0) => {
  const header = readHeader(raw, start)
  return header && { ...header.fields, text: raw.slice(header.start, header.end) }
}

describe('header lines', () => {
  it('end at the first line that is none', () => {
    expect(read('Title: Two banks hit\nDate: 2018-10-03\nAuthor: A. Writer\n\nThe text.\n')).toEqual({
      title: 'Two banks hit',
      date: '2018-10-03',
      author: 'A. Writer',
      text: 'The text.\n',
    })
    expect(read('TITLE: A\r\nThe text: it goes on.')).toEqual({ title: 'A', text: 'The text: it goes on.' })
  })

  it('may be folded, and may have neighbours of other names before a blank line', () => {
    expect(read('Title: A long\n  headline\nSection: World\nURL: https://example.org/a\n\nText')).toEqual({
      title: 'A long headline',
      url: 'https://example.org/a',
      text: 'Text',
    })
  })

  it('may announce the text', () => {
    expect(read('Title: A\nText: It began here.\nSource: none')).toEqual({
      title: 'A',
      text: 'It began here.\nSource: none',
    })
  })

  it.each(['Update: The company says no.\n\nMore.', 'Washington: A man said.\nDate: 2018', 'Just text.', '', '\n'])(
    'are not seen in %j',
    raw => expect(read(raw)).toBeUndefined(),
  )
})

describe('the tagged form', () => {
  it('gives fields and the text between its tags', () => {
    const raw = '<title> A headline </title>\n<source> https://example.org/a </source>\n<date> 2018_07_29 </date>\n'
    expect(read(`${raw}<text>\nOne.\nTwo.\n</text>\n\n`)).toEqual({
      title: 'A headline',
      source: 'https://example.org/a',
      date: '2018_07_29',
      text: 'One.\nTwo.\n',
    })
    expect(read(`\uFEFF${raw}\n<text>\nOne.`, 1)).toMatchObject({ title: 'A headline', text: 'One.' })
  })

  it('lets an element without an end tag end with its line', () => {
    expect(read('<title data-x="true">A</title>\n<text>One.')).toEqual({ title: 'A', text: 'One.' })
    expect(read('<title>\n<source>S</source>\n<text>\nOne.</text>')).toEqual({ title: '', source: 'S', text: 'One.' })
    expect(read('<title>Open\n<date>2018_01_02</date>\n<text>One.')).toMatchObject({
      title: 'Open',
      date: '2018_01_02',
    })
  })

  it('is not seen in a page or in text that begins with a tag', () => {
    expect(read('<title>A</title><body>text</body>')).toBeUndefined()
    expect(read('<b>bold</b>')).toBeUndefined()
  })
})

it('is linear in runs of one character', () => {
  const begin = performance.now()
  for (const run of [' ', '\n', 'a', '<', '<title>', 'Title: x\n', 'a:', '\t\n'])
    readHeader(`Title: x\n${run.repeat(200_000)}`, 0)
  expect(performance.now() - begin).toBeLessThan(2000)
})
