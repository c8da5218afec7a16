import { describe, expect, it } from 'vitest'
import { dateInName, publishedDate } from '../../src/read/published.ts'

describe('a date line', () => {
  it.each([
    ['2018-10-03', '2018-10-03'],
    ['2018_07_29', '2018-07-29'],
    ['2017_02_3', '2017-02-03'],
    ['2018-10-03T14:05:00+02:00', '2018-10-03T14:05:00+02:00'],
    ['2018-10-03 14:05:00Z', '2018-10-03T14:05:00Z'],
    ['2018-10-03T14:05:00', '2018-10-03'],
    ['October 3, 2018', '2018-10-03'],
    ['Oct. 3rd, 2018 3:15 PM EDT', '2018-10-03'],
    ['3 October 2018', '2018-10-03'],
    ['Wed, 03 Oct 2018 14:05:00 +0000', '2018-10-03'],
    ['Wednesday, October 3, 2018', '2018-10-03'],
    ['13/10/2018', '2018-10-13'],
    ['10/13/2018', '2018-10-13'],
    ['29 February 2016', '2016-02-29'],
  ])('%s', (line, date) => expect(publishedDate(line)).toBe(date))

  it.each([
    '03/10/2018',
    '2018-02-30',
    'February 29, 2018',
    '2018-13-01',
    'yesterday',
    '',
    'Oct 2018',
    '31 June 2018',
    '2018-10-03T25:00Z',
  ])('%s is no clear date', line => expect(publishedDate(line)).toBeUndefined())
})

describe('a file name', () => {
  it.each([
    ['apt38-2018-10-03.txt', '2018-10-03'],
    ['20181003-story.txt', '2018-10-03'],
    ['2018_10_03 story.md.gz', '2018-10-03'],
  ])('%s', (name, date) => expect(dateInName(name)).toBe(date))

  it.each([
    '2018-10-03/story.txt',
    'a-2018-10-03-2018-10-04.txt',
    '2018-13-45.txt',
    'id-120181003.txt',
    'story.txt',
    '2018-1003.txt',
  ])('%s has none', name => expect(dateInName(name)).toBeUndefined())
})
