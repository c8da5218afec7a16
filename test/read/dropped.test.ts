import { describe, expect, it } from 'vitest'
import { droppedWords } from '../../src/read/dropped.ts'
import { pageText } from '../../src/report/terminal-page.ts'
import { BODY, readPage } from './page.ts'

const [first = '', second = ''] = BODY
const raw = `<p>${first}</p><div class="newsletter"><p>Get <b>our</b> letter &amp; more.</p></div><p>${second}</p><p>${first} Again.</p>`
const doc = readPage(raw)

describe('what was left out', () => {
  it('is shown as words', async () => {
    expect(await droppedWords(raw, 'text/html', doc)).toEqual(['Get our letter & more.'])
    const header = { encoding: 'utf-8', dropped: [{ start: 0, end: 15, reason: 'header' }] }
    expect(await droppedWords('Title: <b>x</b>\n\ntext', 'text/plain', header)).toEqual(['Title: <b>x</b>'])
  })

  it('stands in its place between the paragraphs, behind a bar or in grey', async () => {
    const words = await droppedWords(raw, 'text/html', doc)
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

  it('cannot steer the terminal', async () => {
    expect(pageText({ ...doc, title: 'a\u001b[2Jb' }, ['x\u001b[31m'], false)).not.toContain('\u001b')
  })
})
