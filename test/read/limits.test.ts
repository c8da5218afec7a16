import { describe, expect, it } from 'vitest'
import { longestRun } from '../../src/read/limits.ts'
import { BODY, PARAGRAPHS, readPage } from './page.ts'

describe('limits', () => {
  it.each([
    ['5,000 nested elements', '<div>'.repeat(5000), '512 elements nested in each other'],
    ['100,000 nested elements', '<div>'.repeat(100_000), '512 elements nested in each other'],
    ['deep elements many times', '<b>'.repeat(400).concat('</b>'.repeat(400)).repeat(100), '3000000 elements, counted'],
    [
      '50,000 attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`,
      '1000 attributes of one tag',
    ],
    ['100,001 elements', '<i></i>'.repeat(100_001), '100000 elements'],
    ['a long text', `<p>${'a b '.repeat(600_000)}</p>`, '2000000 characters in one text node'],
    ['a run of dots', `<p>${'.'.repeat(20_000)}</p>`, '10000 times the same character in a row'],
  ])('refuses %s by name', (_name, raw, limit) => {
    expect(() => readPage(raw)).toThrow(limit)
  })

  it.each([
    ['an attribute of 5 MB', `<p title="${'y'.repeat(5_000_000)}"></p>${PARAGRAPHS}`],
    ['a class of 5 MB', `<p class="${'y '.repeat(2_500_000)}"></p>${PARAGRAPHS}`],
    ['half a million end tags', `${PARAGRAPHS}${'</div>'.repeat(500_000)}`],
    ['30,000 empty elements', `${'<div></div>'.repeat(30_000)}${PARAGRAPHS}`],
    ['broken JSON-LD', `<script type="application/ld+json">${'['.repeat(200_000)}</script>${PARAGRAPHS}`],
  ])('reads a page with %s in bounded time', (_name, raw) => {
    const start = process.cpuUsage()
    expect(readPage(raw).text).toBe(BODY.join('\n'))
    expect(process.cpuUsage(start).user).toBeLessThan(15_000_000)
  })

  it('reads 60,000 table cells in bounded time', { timeout: 60_000 }, () => {
    const start = process.cpuUsage()
    const rows = `<tr>${'<td>12.5</td>'.repeat(60)}</tr>`.repeat(1000)
    expect(readPage(`<table>${rows}</table>`).text.split('\n')).toHaveLength(1000)
    expect(process.cpuUsage(start).user).toBeLessThan(15_000_000)
  })

  it('measures runs', () => {
    expect(longestRun('')).toBe(0)
    expect(longestRun('aabbbc')).toBe(3)
    expect(longestRun('a     b')).toBe(1)
    expect(longestRun('----')).toBe(4)
  })
})
