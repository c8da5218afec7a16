import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthEnd, move, stamp } from '../../src/normalise/calendar.ts'
import { parseDate } from '../../src/normalise/date.ts'

const PUBLISHED = '2018-10-04' // a Thursday

describe('parseDate', () => {
  it.each([
    ['October 3, 2018', '2018-10-03', '2018-10-03', '2018-10-03'],
    ['3rd of October 2018', '2018-10-03', '2018-10-03', '2018-10-03'],
    ['12**th** of May 2017', '2017-05-12', '2017-05-12', '2017-05-12'],
    ['10/29/2017', '2017-10-29', '2017-10-29', '2017-10-29'],
    ['12.05.2017', '2017-05-12', '2017-05-12', '2017-05-12'],
    ['2018-09-01', '2018-09-01', '2018-09-01', '2018-09-01'],
    ['Sept. 2018', '2018-09', '2018-09-01', '2018-09-30'],
    ['June', '2018-06', '2018-06-01', '2018-06-30'],
    ['November', '2017-11', '2017-11-01', '2017-11-30'],
    ['2016', '2016', '2016-01-01', '2016-12-31'],
    ['the 1990s', '1990-01-01/2000-01-01', '1990-01-01', '1999-12-31'],
    ['Q3 2017', '2017-Q3', '2017-07-01', '2017-09-30'],
    ['the second half of 2017', '2017-H2', '2017-07-01', '2017-12-31'],
    ['summer 2017', '2017-SU', '2017-06-01', '2017-08-31'],
    ['winter 2017', '2017-WI', '2016-12-01', '2017-02-28'],
    ['yesterday', '2018-10-03', '2018-10-03', '2018-10-03'],
    ['Tuesday', '2018-10-02', '2018-10-02', '2018-10-02'],
    ['last week', '2018-W39', '2018-09-24', '2018-09-30'],
    ['last year', '2017', '2017-01-01', '2017-12-31'],
    ['late last year', '2017', '2017-07-02', '2017-12-31'],
    ['the past three months', '2018-07-04/2018-10-04', '2018-07-04', '2018-10-04'],
    ['two years ago', '2016-10-04', '2016-01-01', '2016-12-31'],
    ['within 5 days after October 1', '2018-10-01/2018-10-06', '2018-10-01', '2018-10-06'],
    ['3 days from today', '2018-10-07', '2018-10-07', '2018-10-07'],
    ['between 2014 and 2018', '2014-01-01/2018-01-01', '2014-01-01', '2018-12-31'],
    ['from March to May 2018', '2018-03-01/2018-05-01', '2018-03-01', '2018-05-31'],
    ['Nov-Feb 2017', '2016-11-01/2017-02-01', '2016-11-01', '2017-02-28'],
    ['June [2016]', '2016-06', '2016-06-01', '2016-06-30'],
    ['November 18-19, 2015', '2015-11-18/2015-11-19', '2015-11-18', '2015-11-19'],
  ])('reads %s', (text, timex, from, to) => {
    expect(parseDate(text, PUBLISHED)).toEqual({ timex, from, to })
  })

  it.each([
    ['Easter 2019', '2019-04-21'],
    ['Easter 2016', '2016-03-27'],
    ['Good Friday 2018', '2018-03-30'],
    ['Thanksgiving', '2017-11-23'],
    ['Memorial Day 2016', '2016-05-30'],
    ['next Christmas', '2018-12-25'],
    // The month comes first, unless that day lies after publication.
    ['10/3/2018', '2018-10-03'],
    ['11/3/2018', '2018-03-11'],
    ['13/3/2018', '2018-03-13'],
    ['10/3/39', '2039-10-03'],
    ['10/3/40', '1940-10-03'],
  ])('knows the day of %s', (text, day) => {
    expect(parseDate(text, PUBLISHED)).toEqual({ timex: day, from: day, to: day })
  })

  it.each([
    ['since August', { timex: '2018-08', from: '2018-08-01' }],
    ['before 2016', { timex: '2016', to: '2015-12-31' }],
    ['after 2016', { timex: '2016', from: '2017-01-01' }],
    ['February 30', { timex: 'XXXX-02-30' }],
  ])('leaves an end of %s open', (text, value) => {
    expect(parseDate(text, PUBLISHED)).toEqual(value)
  })

  it('leaves relative dates unresolved without a publication date', () => {
    for (const text of ['June', 'last week', 'yesterday', 'Tuesday', 'two years ago', 'the past three months'])
      expect(Object.keys(parseDate(text) ?? {})).toEqual(['timex'])
    expect(parseDate('June 2018')).toEqual({ timex: '2018-06', from: '2018-06-01', to: '2018-06-30' })
  })

  it.each(['may', 'sun', '13:2018', 'port', '24/7', 'the'])('takes %j for no date', text => {
    expect(parseDate(text, PUBLISHED)).toBeUndefined()
  })

  it('reads back quarters, halves, decades and distances from publication', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 4 }), (year, quarter) => {
        const from = stamp(year, quarter * 3 - 2, 1)
        const value = { timex: `${year}-Q${quarter}`, from, to: monthEnd(year, quarter * 3) }
        const word = ['first', 'second', 'third', 'fourth'][quarter - 1]
        for (const text of [`Q${quarter} ${year}`, `${year} Q${quarter}`, `the ${word} quarter of ${year}`])
          expect(parseDate(text)).toEqual(value)
        if (quarter === 4) expect(parseDate(`the last quarter of ${year}`)).toEqual(value)
        const decade = year - (year % 10)
        expect(parseDate(`the ${decade}s`)?.from).toBe(stamp(decade, 1, 1))
      }),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), days => {
        const day = move(PUBLISHED, { days: -days })
        expect(parseDate(`${days} days ago`, PUBLISHED)?.timex).toBe(day)
      }),
      { numRuns: 40 },
    )
  })

  it('reads back every day in its written forms', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 72_000 }), days => {
        const timex = move('1900-01-01', { days })
        const [year, month, day] = timex.split('-').map(Number) as [number, number, number]
        const name = months[month - 1] ?? ''
        const value = { timex, from: timex, to: timex }
        for (const text of [
          timex,
          `${name} ${day}, ${year}`,
          `${day} ${name} ${year}`,
          `${name.slice(0, 3)} ${day}, ${year}`,
          `${year}/${month}/${day}`,
        ])
          expect(parseDate(text)).toEqual(value)
        expect(parseDate(`${name} ${year}`)).toEqual({
          timex: stamp(year, month),
          from: stamp(year, month, 1),
          to: monthEnd(year, month),
        })
      }),
      { numRuns: 60 },
    )
  })
})
