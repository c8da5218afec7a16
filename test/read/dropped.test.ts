import { describe, expect, it } from 'vitest'
import { droppedWords } from '../../src/read/dropped.ts'
import { pageText } from '../../src/report/terminal-page.ts'
import { BODY, readPage } from './page.ts'

const [first = '', second = ''] = BODY
const raw = `<p>${first}</p><div class="newsletter"><p>Get <b>our</b> letter &amp; more.</p></div><p>${second}</p><p>${first} Again.</p>`
const source = { bytes: new TextEncoder().encode(raw), mediaType: 'text/html' }
const doc = readPage(raw)

describe('what was left out', () => {
  it('is shown as words', () => {
    expect(droppedWords(source, doc)).toEqual(['Get our letter & more.'])
    const plain = { bytes: new TextEncoder().encode('Title: <b>x</b>\n\ntext'), mediaType: 'text/plain' }
    expect(droppedWords(plain, { dropped: [{ start: 0, end: 15, reason: 'header' }] })).toEqual(['Title: <b>x</b>'])
  })

  it('stands in its place between the paragraphs, behind a bar or in grey', () => {
    const words = droppedWords(source, doc)
    const lines = pageText(doc, words, false).split('\n')
    expect(lines.slice(-5)).toEqual([
      first,
      '  | newsletter or sharing: Get our letter & more.',
      `${second}`,
      `${first} Again.`,
      '',
    ])
    expect(pageText(doc, words, true)).toContain('\u001b[90m  | newsletter or sharing: Get our letter & more.\u001b[0m')
  })

  it('cannot steer the terminal', () => {
    expect(pageText({ ...doc, title: 'a\u001b[2Jb' }, ['x\u001b[31m'], false)).not.toContain('\u001b')
  })
})
