import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import { columns, timeLine } from '../../src/review/pages/plots.ts'

const claim = (predicate: string, time?: Claim['time']): Claim => ({
  subject: 's',
  predicate,
  object: { words: 'w' },
  stance: 'asserted',
  at: { doc: 'd', start: 0, end: 1, quote: { exact: 'w', prefix: '', suffix: '' } },
  ...(time ? { time } : {}),
})

describe('the time line', () => {
  it('puts a claim at the middle of its days, in a row by predicate', () => {
    const year = { timex: '2017', from: '2017-01-01', to: '2017-12-31' }
    const day = { timex: '2015-07-01', from: '2015-07-01' }
    const plot = timeLine([
      claim('stole', year),
      claim('stole', day),
      claim('active', day),
      claim('undated'),
    ]).toString()
    expect(plot).toContain('Dated claims from 2015 to 2018: two stole, one active')
    expect(plot.match(/<circle/g)).toHaveLength(3)
    // The line runs from 150 to 880 over three years; the middle of 2017 is five sixths of it.
    expect(plot).toMatch(/cx="758(\.\d)?"/)
  })

  it('is nothing without a dated claim', () => {
    expect(timeLine([claim('stole'), claim('stole', { timex: 'PRESENT_REF' })]).toString()).toBe('')
  })
})

describe('columns', () => {
  it('stack their parts to the height of the highest', () => {
    const plot = columns('Flags', [
      { name: '1', parts: [1, 1] },
      { name: '2', parts: [0, 4] },
    ]).toString()
    expect(plot).toContain('aria-label="Flags: 1 2, 2 4"')
    expect(
      [...plot.matchAll(/<rect class="hue-(\d)"[^>]*height="([\d.]+)"/g)].map(([, hue, tall]) => [hue, tall]),
    ).toEqual([
      ['0', '43'],
      ['1', '43'],
      ['1', '172'],
    ])
  })
})
