import { describe, expect, it } from 'vitest'
import { cell } from '../../src/report/csv.ts'

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\uff1dcmd', "'\uff1dcmd"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20x', "'\uff20x"],
    ['\tx', "'\tx"],
    ['\rx', "'\\u000dx"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j is no formula', (value, written) => expect(cell(value)).toBe(written))

  it('is quoted as RFC 4180 has it', () => {
    expect(cell('a "b", c')).toBe('"a ""b"", c"')
    expect(cell('two\nlines')).toBe('"two\nlines"')
    expect(cell(-5)).toBe('-5')
  })

  it('shows what would act on a terminal or the text around it', () => {
    expect(cell('\u001b[31mred\u202e')).toBe('\\u001b[31mred\\u202e')
  })
})
