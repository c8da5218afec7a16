import { describe, expect, it } from 'vitest'
import { quantity } from '../../src/extract/quantity.ts'
import { parseDate } from '../../src/normalise/date.ts'
import { parseDuration } from '../../src/normalise/duration.ts'
import { parsePercent } from '../../src/normalise/percent.ts'
import { found } from '../extract/context.ts'

const PUBLISHED = '2018-10-04' // a Thursday
const read = (text: string) => found(quantity, text, PUBLISHED)
const dates = (text: string) =>
  read(text).flatMap(([type, words, value]) => (type === 'date' ? [[words, (value as { timex: string }).timex]] : []))
const others = (text: string) => read(text).flatMap(([type, words]) => (type === 'date' ? [] : [[type, words]]))

describe('everyday words of time', () => {
  it.each([
    ['the week before last', '2018-W38', '2018-09-17', '2018-09-23'],
    ['the year before last', '2016', '2016-01-01', '2016-12-31'],
    ['the summer before last', '2017-SU', '2017-06-01', '2017-08-31'],
    ['the Friday before last', '2018-09-21', '2018-09-21', '2018-09-21'],
    ['the month after next', '2018-12', '2018-12-01', '2018-12-31'],
    ['December 29 last year', '2017-12-29', '2017-12-29', '2017-12-29'],
    ['3 March of this year', '2018-03-03', '2018-03-03', '2018-03-03'],
    ['from the 3rd to the 5th of June', '2018-06-03/2018-06-05', '2018-06-03', '2018-06-05'],
    ['the next 3-4 months', '2018-10-05/2019-02-04', '2018-10-05', '2019-02-04'],
    ['a few weeks back', '2018-09-13', '2018-09-10', '2018-09-16'],
  ])('dates %s', (text, timex, from, to) => {
    expect(parseDate(text, PUBLISHED)).toEqual({ timex, from, to })
  })

  it.each([
    ['10-15 minutes', 'PT15M'],
    ['three to four weeks', 'P4W'],
    ['2 or 3 days', 'P3D'],
    ['two more hours', 'PT2H'],
    ['six straight months', 'P6M'],
    ['twenty odd years', 'P20Y'],
    ['a quarter of an hour', 'PT0.25H'],
    ['three quarters of a century', 'P75Y'],
    ['2W', 'P2W'],
  ])('measures %s', (text, timex) => {
    expect(parseDuration(text)).toBe(timex)
  })

  it.each(['87W', '4-3 weeks', 'a quarter of an apple', 'two old hours'])('takes %j for no stretch of time', text => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it.each([
    ['half a percent', 0.5],
    ['half percent', 0.5],
    ['a quarter of a percent', 0.25],
    ['a quarter percent', 0.25],
  ])('reads %s as a share', (text, number) => {
    expect(parsePercent(text)).toEqual({ number })
  })

  it('says when something was by what it came before or after, though nobody counted', () => {
    expect(dates('It came just days before the vote. Minutes later it ended, hours after the call.')).toEqual([
      ['days before', 'XXXX-XX-XX'],
      ['Minutes later', 'XXXX-XX-XX'],
      ['hours after', 'XXXX-XX-XX'],
    ])
    expect(dates('It took days before they knew. Two days back to back. He got two years back from it.')).toEqual([])
    expect(dates('Months back they left. Details follow in the upcoming days.')).toEqual([
      ['Months back', 'PAST_REF'],
      ['the upcoming days', 'FUTURE_REF'],
    ])
  })

  it('sees stretches that nobody counted behind what takes them', () => {
    expect(others('It fell within minutes. The repair may take months; they spent weeks on it.')).toEqual([
      ['duration', 'minutes'],
      ['duration', 'months'],
      ['duration', 'weeks'],
    ])
    expect(others('A 0day flaw and two zero days met an 87W adapter.').map(([type]) => type)).not.toContain('duration')
  })

  it('keeps a year after "at least" a year, unless it counts something', () => {
    expect(dates('A choice since at least 2015 has been mail; at least 2015 users chose it.')).toEqual([
      ['2015', '2015'],
    ])
  })

  it('does not turn "no later than" into a beginning', () => {
    expect(read('They leave no later than June 30, 2018.')).toEqual([
      ['date', 'June 30, 2018', { timex: '2018-06-30', from: '2018-06-30', to: '2018-06-30' }],
    ])
  })

  it('reads the whole scale of a sum that nobody counted', () => {
    expect(
      read('A couple hundred thousand euros and several hundred million users.').map(([, , value]) => value),
    ).toEqual([
      { amount: 200_000, currency: 'EUR', approx: true },
      { min: 200_000_000, max: 999_999_999, of: 'users' },
    ])
  })
})
