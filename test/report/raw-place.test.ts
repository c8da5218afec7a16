import { expect, it } from 'vitest'
import { pageOf, rawPlace } from '../../src/report/raw-place.ts'

const text = 'One two'
const map = [0, 100, 3, 3, 103, 5, 4, 108, 3]

it('names the page of a PDF, the text of a mail, else the source', () => {
  const two = { start: 4, end: 7 }
  expect(pageOf({ text, map, encoding: 'pdf', pages: [0, 50, 105] }, two)).toBe(3)
  expect(pageOf({ text, map, encoding: 'utf-8' }, two)).toBeUndefined()
  expect(rawPlace({ text, map, encoding: 'utf-8' }, two)).toBe('source 108\u2013111')
  expect(rawPlace({ text, map, encoding: 'mail-html' }, two)).toBe("mail's text 108\u2013111")
  expect(rawPlace({ text, map, encoding: 'pdf', pages: [0, 50, 105] }, two)).toBe('page 3, 3\u20136')
  expect(rawPlace({ text, map, encoding: 'pdf', pages: [0, 50, 105] }, { start: 0, end: 7 })).toBe(
    'page 2, 50\u201361 (not verbatim)',
  )
})
