import { describe, expect, it } from 'vitest'
import { nameDrift } from '../../src/check/name-drift.ts'
import { testCheck } from '../../src/testing.ts'

/** Runs name-drift over one example. */
const holds = (list: 'flagged' | 'clean', example: string) => () =>
  testCheck({
    ...nameDrift,
    examples: { flagged: nameDrift.examples.flagged, clean: nameDrift.examples.clean, [list]: [example] },
  })

describe('name-drift by count', () => {
  const three = 'TA542 is back. Mails by TA542 carry macros. The lures of TA542 are old.'
  it('flags the odd designation', () => expect(holds('flagged', `${three} Then [[TA543]] moved on.`)).not.toThrow())
  it('flags swapped digits', () => expect(holds('flagged', `${three} Then [[TA524]] moved on.`)).not.toThrow())
  it('leaves a group alone that is told apart', () =>
    expect(holds('clean', `${three} TA542 and TA543 both sent mails.`)).not.toThrow())
  it('leaves another series alone', () => expect(holds('clean', `${three} Then UNC542 moved on.`)).not.toThrow())
  it('needs a majority', () =>
    expect(holds('clean', 'TA542 is back. TA542 is old. Then TA543 moved on.')).not.toThrow())
  it('knows that ATT&CK numbers tactics alike', () =>
    expect(holds('clean', 'TA0001 once. TA0001 twice. TA0001 thrice. TA0002 follows.')).not.toThrow())
})

describe('name-drift of CVE identifiers', () => {
  it('flags swapped digits', () =>
    expect(holds('flagged', 'The flaw CVE-2018-15981 is bad.\nPatch [[CVE-2018-51981]] now.')).not.toThrow())
  it('flags a slip in the year', () =>
    expect(holds('flagged', 'The flaw CVE-2017-7269 is bad.\nPatch [[CVE-2016-7269]] now.')).not.toThrow())
  it('leaves neighbours alone', () =>
    expect(holds('clean', 'CVE-2017-0143 is one.\nCVE-2017-0144 is another.\nCVE-2017-0154 too.')).not.toThrow())
  it('leaves two in one sentence alone', () =>
    expect(holds('clean', 'Both CVE-2018-15981 and CVE-2018-51981 were fixed.')).not.toThrow())
})
