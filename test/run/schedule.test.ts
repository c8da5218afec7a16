import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../src/run/length.ts'
import { schedule } from '../../src/run/schedule.ts'

describe('a schedule', () => {
  it('is a length of time, from now on', () => {
    const hourly = schedule('1h')
    expect([hourly.atOnce, hourly.next(1000)]).toEqual([true, 3_601_000])
    expect(['90s', '30m', '26h', '2d'].map(lengthOf)).toEqual([90_000, 1_800_000, 93_600_000, 172_800_000])
    expect(['', '0h', '1', 'h', '1.5h', '-1h', '1w', '1h30m', '9999999s'].map(lengthOf)).toEqual(
      Array(9).fill(undefined),
    )
  })

  it('or a cron expression in local time, that does not begin at once', () => {
    const nightly = schedule('30 2 * * *')
    const noon = new Date(2026, 6, 1, 12).getTime()
    expect([nightly.atOnce, nightly.next(noon)]).toEqual([false, new Date(2026, 6, 2, 2, 30).getTime()])
    const due = new Date(2026, 6, 2, 2, 30).getTime()
    expect(nightly.next(due)).toBe(new Date(2026, 6, 3, 2, 30).getTime())
    expect(schedule('*/15 9-17 * * 1-5').next(new Date(2026, 6, 3, 17, 50).getTime())).toBe(
      new Date(2026, 6, 6, 9).getTime(),
    )
  })

  it('that is none is refused with its words', () => {
    for (const words of ['', 'hourly', '61 * * * *', '* * * *', '0 30 2 * * *', '1h 2h'])
      expect(() => schedule(words), words).toThrow(/^--every .*: neither a length of time .* nor a cron expression: ./)
    expect(() => schedule('0 0 30 2 *')).toThrow(/it never comes$/)
  })
})
