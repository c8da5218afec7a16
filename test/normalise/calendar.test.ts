import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayOf,
  daysBetween,
  isDay,
  monday,
  monthLength,
  move,
  moveMonth,
  weekday,
  weekStamp,
  weekStart,
} from '../../src/normalise/calendar.ts'

describe('calendar', () => {
  it('knows leap years, week years and the lengths of months', () => {
    expect([monthLength(2016, 2), monthLength(1900, 2), isDay(2019, 2, 29)]).toEqual([29, 28, false])
    expect([weekStamp('2018-12-31'), weekStamp('2016-01-03'), weekStart(2015, 53)]).toEqual([
      '2019-W01',
      '2015-W53',
      '2015-12-28',
    ])
    expect(move('2018-01-31', { months: 1 })).toBe('2018-02-28')
    expect(moveMonth(2018, 1, -13)).toEqual({ year: 2016, month: 12 })
  })

  it('takes the day out of ISO dates and instants, and no other text', () => {
    expect(['2018-10-03', '2018-10-03T23:00:00+02:00', '2018-02-30', '2018-10', '', undefined].map(dayOf)).toEqual([
      '2018-10-03',
      '2018-10-03',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('does not leave the years 1 to 9999, whatever figure a text gives', () => {
    expect(move('2018-10-03', { years: 300_000 })).toBe('9999-12-31')
    expect(move('2018-10-03', { days: -1e9 })).toBe('0001-01-01')
    expect(move('2018-10-03', { years: 8000 })).toBe('9999-12-31')
  })

  it('moves there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), days => {
        const moved = move('2018-10-03', { days })
        expect(daysBetween('2018-10-03', moved)).toBe(days)
        expect(weekday(monday(moved))).toBe(1)
      }),
    )
  })
})
