import { describe, expect, it } from 'vitest'
import { chooseDates, dateIn, dateInUrl } from '../../src/read/metadata-dates.ts'

const NOW = Date.parse('2019-12-01T00:00:00Z')
const stated = (...pairs: [string, string][]) => pairs.map(([from, value]) => ({ from, value }))

describe('dates of a page', () => {
  it.each([
    ['2019-11-19T11:00:09.000Z', '2019-11-19T11:00:09.000Z'],
    ['2019-11-19T13:16:49+0000', '2019-11-19T13:16:49+00:00'],
    ['Tue Nov 19 2019 03:05:46 GMT+0000', '2019-11-19'],
    ['Published Fri 6:45 PM, Feb 16, 2018', '2018-02-16'],
    ['19 Nov 2019 07:09 GMT', '2019-11-19'],
    ['Posted on November 20th, 2019 - 07:29 GMT', '2019-11-20'],
    ['3 days ago', undefined],
    ['03/04/2019', undefined],
    ['31 February 2019', undefined],
  ])('reads %j as %j', (value, date) => {
    expect(dateIn(value)).toBe(date)
  })

  it.each([
    ['https://example.org/2019/11/18/story', '2019-11-18'],
    ['https://example.org/stories/2019/nov/19/story', '2019-11-19'],
    ['https://example.org/story-2019-11-18.html', '2019-11-18'],
    ['https://example.org/2019/11/story', undefined],
    ['https://example.org/2019/13/41/story', undefined],
  ])('reads the address %j as %j', (url, date) => {
    expect(dateInUrl(url)).toBe(date)
  })

  it('takes the best field and keeps modified apart', () => {
    expect(
      chooseDates(
        stated(['json-ld', '2019-11-19T01:00:00Z'], ['meta', '2019-11-18']),
        stated(['meta', '2019-11-20']),
        NOW,
      ),
    ).toEqual({
      published: '2019-11-19T01:00:00Z',
      publishedFrom: 'json-ld',
      modified: '2019-11-20',
      notes: [],
    })
  })

  it('refuses placeholders and the future', () => {
    expect(chooseDates(stated(['json-ld', '0001-01-01T00:00:00Z'], ['meta', '2031-01-01']), [], NOW)).toEqual({
      notes: ['meta says 2031-01-01, which is in the future: not used'],
    })
  })

  it('lets the address decide between fields that disagree, and says so', () => {
    const dates = stated(['json-ld', '2019-11-25'], ['meta', '2018-02-03'], ['url', '2018-02-03'])
    expect(chooseDates(dates, [], NOW)).toMatchObject({
      published: '2018-02-03',
      publishedFrom: 'meta',
      notes: ['dates disagree: meta says 2018-02-03, json-ld says 2019-11-25'],
    })
  })

  it('notes the printed day beside the instant', () => {
    const dates = stated(['meta', '2019-11-19T02:34:30Z'], ['time', 'November 18, 2019'])
    expect(chooseDates(dates, [], NOW)).toMatchObject({
      published: '2019-11-19T02:34:30Z',
      notes: ['the page prints 2019-11-18 as its day'],
    })
  })
})
