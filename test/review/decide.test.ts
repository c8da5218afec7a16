import { describe, expect, it } from 'vitest'
import { decide, history, undo } from '../../src/review/decide.ts'
import { storedReport } from '../../src/run/stored-report.ts'
import { openStore } from '../../src/store/open.ts'
import type { Outcome, Store, StoredFlag } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { sample } from '../store/store-contract.ts'

const at = scratch()
let count = 0

/** A store with one flagged article, and the flag's fingerprint. */
async function stored(): Promise<{ store: Store; fingerprint: string; flag: () => Promise<StoredFlag | undefined> }> {
  const store = openStore(at(`${count++}.sqlite`))
  const outcome = sample('a', 'Now APT33 stole it.')
  await keep(store, outcome)
  const fingerprint = outcome.facts.flags[0]?.fingerprint ?? ''
  return { store, fingerprint, flag: async () => (await store.flag(fingerprint))[0] }
}

async function keep(store: Store, outcome: Outcome): Promise<void> {
  const run = await store.begin({ pipeline: 'p', version: '1', knowledge: '1' })
  await store.put(run.id, 'analyse', [outcome])
  await store.finish(run.id, 'done', {})
}

/** The sample with another row of knowledge under its flag. */
function resting(fact: string, version = 'v'): Outcome {
  const outcome = sample('a', 'Now APT33 stole it.')
  const flags = outcome.facts.flags.map(flag => ({
    ...flag,
    knowledge: [{ entity: 'actor/x', fact, source: 's', version }],
  }))
  return { ...outcome, facts: { ...outcome.facts, flags } }
}

describe('decide', () => {
  it('keeps verdict, note, corrected value and what the flag rested on', async () => {
    const { store, fingerprint, flag } = await stored()
    const decision = await decide(store, fingerprint, {
      verdict: 'confirmed',
      reviewer: 'R',
      note: 'seen',
      corrected: 'APT38',
    })
    expect(decision).toMatchObject({ verdict: 'confirmed', note: 'seen', corrected: 'APT38' })
    expect(decision.rests).toEqual([{ entity: 'actor/x', fact: 'X is X', source: 's' }])
    expect(await flag()).toMatchObject({ status: 'confirmed', decision })
  })

  it('takes back the last line, the undo too, and keeps the log', async () => {
    const { store, fingerprint, flag } = await stored()
    await expect(undo(store, fingerprint, { reviewer: 'R' })).rejects.toThrow('no verdict to take back')
    await decide(store, fingerprint, { verdict: 'confirmed', reviewer: 'R', note: 'one' })
    await decide(store, fingerprint, { verdict: 'dismissed', reviewer: 'S' })
    await undo(store, fingerprint, { reviewer: 'S' })
    expect(await flag()).toMatchObject({ status: 'confirmed', decision: { note: 'one', reviewer: 'S' } })
    await undo(store, fingerprint, { reviewer: 'S' })
    expect((await flag())?.status).toBe('dismissed')
    const said = (await history(store, fingerprint)).map(({ verdict }) => verdict)
    expect(said).toEqual(['confirmed', 'dismissed', 'confirmed', 'dismissed'])
  })

  it('opens a flag again by the undo of its only verdict', async () => {
    const { store, fingerprint, flag } = await stored()
    await decide(store, fingerprint, { verdict: 'unsure', reviewer: 'R' })
    await undo(store, fingerprint, { reviewer: 'R' })
    const found = await flag()
    expect([found?.status, found?.decision]).toEqual(['open', undefined])
  })

  it('holds what is said last, whatever the clock of an import said', async () => {
    const { store, fingerprint, flag } = await stored()
    await store.decide({ fingerprint, verdict: 'dismissed', reviewer: 'R', at: '2999-01-01T00:00:00.000Z' })
    await decide(store, fingerprint, { verdict: 'confirmed', reviewer: 'S' })
    expect((await flag())?.status).toBe('confirmed')
  })

  it('names a flag that is not there', async () => {
    const { store } = await stored()
    await expect(decide(store, 'abcd', { verdict: 'unsure', reviewer: 'R' })).rejects.toThrow('no stored flag')
  })
})

describe('a decision on a flag that rests on knowledge', () => {
  it('survives a new release with the same row, and is re-opened, saying why, when the row has changed', async () => {
    const { store, fingerprint, flag } = await stored()
    await decide(store, fingerprint, { verdict: 'dismissed', reviewer: 'R' })
    await keep(store, resting('X is X', 'newer'))
    expect((await flag())?.status).toBe('dismissed')
    await keep(store, resting('X is Y'))
    expect(await flag()).toMatchObject({
      status: 'open',
      reopened: { because: 's now says “X is Y” where it said “X is X”', decision: { verdict: 'dismissed' } },
    })
    const options = { notes: false, status: 'all', checks: {}, knowledge: [] } as const
    expect((await storedReport(store, options)).flags).toMatchObject([
      { status: 'open', reopened: expect.stringContaining('now says') },
    ])
    await decide(store, fingerprint, { verdict: 'dismissed', reviewer: 'R' })
    expect((await flag())?.status).toBe('dismissed')
  })
})
