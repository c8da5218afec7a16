import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/read/blocks.ts'
import { lineReason } from '../../src/read/blocks-lines.ts'
import { parsePage } from '../../src/read/positions.ts'

const reason = (line: string) => {
  const [block] = blocksOf(parsePage(`<p>${line}</p>`))
  return block && lineReason(block)
}

describe('lines of the page, not of the article', () => {
  it.each([
    ['Advertisement', 'advertisement'],
    ['Read more: Bank robbed', 'related links'],
    ['Image copyright Getty Images', 'caption'],
    ['The bank in Dhaka. (AP Photo/Ann Example)', 'caption'],
    ['Sign up for our newsletter', 'newsletter or sharing'],
    ['Follow Example on Twitter', 'newsletter or sharing'],
    ['Published 4 May 2018', 'byline'],
    ['October 3, 2018', 'byline'],
    ['sexta-feira, 22 de outubro de 2010 às 20:13', 'byline'],
    ['By Ann Example', 'byline'],
    ['© 2018 The Example. All rights reserved.', 'notice'],
    ['12 comments', 'comments'],
    ['Filed under: banks', 'tags'],
    ['Home', 'navigation'],
    ['Читайте также: Банк ограблен', 'related links'],
    ['Facebook Twitter Email', 'newsletter or sharing'],
    ['Reporting by Ann Example; Editing by Bob Example', 'byline'],
    ['Published in 2016', 'byline'],
    ['The bank in Dhaka. Photo by Ann Example', 'caption'],
  ])('%j is %s', (line, expected) => {
    expect(reason(line)).toBe(expected)
  })

  it.each([
    'Posted on social media by the analysts, the video shows the theft.',
    'By 2018 the group had stolen $100 million.',
    'The group advertised its tools.',
    'Comments by the minister were not welcome.',
    'Follow the money, the minister said.',
    'Home prices fell.',
    'Share prices fall',
    'Email accounts of diplomats',
    'Correction: an earlier version of this article gave a wrong sum',
    'Published in 2016, the report said that the group was new.',
    'Getty Images sued the company over a million photographs.',
    'Reporting by the New York Times showed that the money was gone.',
    'Copyright law does not protect the code.',
    'Share prices fell by 3 percent after the theft became known.',
    'Written by hackers for hire, the code had many errors.',
    'The minister said so on Monday (Reuters).',
    'If you already have an account, you can sign up for the bundle and save $5.',
  ])('%j stays', line => {
    expect(reason(line)).toBeUndefined()
  })
})
