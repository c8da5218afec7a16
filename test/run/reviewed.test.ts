import { describe, expect, it } from 'vitest'
import { cameAfter, wanted } from '../../src/run/reviewed.ts'
import type { StoredFlag } from '../../src/store/store.ts'
import { sample } from '../store/store-contract.ts'

const [found] = sample('a', 'Now APT33 stole it.').facts.flags
if (!found) throw new Error('the sample has a flag')
const flagged = (rest: Partial<StoredFlag>): StoredFlag => ({ flag: found, status: 'open', run: 1, ...rest })
const decidedOn = (day: string): StoredFlag => {
  const decision = { fingerprint: found.fingerprint, verdict: 'dismissed', reviewer: 'R', at: `${day}T09:00:00.000Z` }
  return flagged({ status: 'dismissed', decision: decision as NonNullable<StoredFlag['decision']> })
}
const since = {
  ...{ id: 2, pipeline: 'test', version: '1', knowledge: '1', state: 'done' as const },
  ...{ startedAt: '2026-01-02T02:00:00.000Z', finishedAt: '2026-01-02T03:00:00.000Z' },
}

describe('what a report compared with run 2 shows', () => {
  const open = { notes: false, status: 'open' } as const

  it.each<[string, StoredFlag, boolean]>([
    ['a flag that was there and is open', flagged({}), true],
    ['a flag that came since', flagged({ run: 3 }), true],
    ['one that was there and is fixed now', flagged({ status: 'fixed', fixedIn: 4 }), true],
    ['one that came and went since', flagged({ status: 'fixed', run: 3, fixedIn: 4 }), false],
    ['one that had gone before', flagged({ status: 'fixed', fixedIn: 2 }), false],
    ['one decided since', decidedOn('2026-01-03'), true],
    ['one decided before', decidedOn('2026-01-01'), false],
  ])('%s', (_, flag, shown) => expect(wanted(flag, open, since)).toBe(shown))

  it('has notes only where they are asked for', () => {
    const note = flagged({ flag: { ...found, severity: 'note' } })
    expect([wanted(note, open, since), wanted(note, { ...open, notes: true }, since)]).toEqual([false, true])
  })
})

describe('what came after run 2', () => {
  it.each<[string, StoredFlag, boolean]>([
    ['no flag that stands as before', flagged({}), false],
    ['a flag first shown since', flagged({ run: 3 }), true],
    ['one fixed since', flagged({ status: 'fixed', fixedIn: 3 }), true],
    ['none fixed before', flagged({ status: 'fixed', fixedIn: 2 }), false],
    ['one decided since', decidedOn('2026-01-03'), true],
    ['none decided before', decidedOn('2026-01-01'), false],
  ])('is %s', (_, flag, came) => expect(cameAfter(flag, since)).toBe(came))
})
