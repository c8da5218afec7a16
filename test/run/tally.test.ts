import { describe, expect, it } from 'vitest'
import type { Suppressions } from '../../src/run/suppressions.ts'
import { openFlags, tallyFlags } from '../../src/run/tally.ts'
import { openStore } from '../../src/store/open.ts'
import type { Outcome } from '../../src/store/store.ts'
import { sample } from '../store/store-contract.ts'

describe('the tally of a run', () => {
  const store = openStore(':memory:')
  const run = async (...outcomes: Outcome[]): Promise<number> => {
    const { id } = await store.begin({ pipeline: 'test', version: '1', knowledge: '1' })
    await store.put(id, 'analyse', outcomes)
    await store.finish(id, 'done', {})
    return id
  }
  const error = sample('a', 'Now APT33 stole it.')
  const told = sample('b', 'Then APT34 rested.')
  const note: Outcome = {
    ...told,
    facts: { ...told.facts, flags: told.facts.flags.map(flag => ({ ...flag, severity: 'note', check: 'sum-holds' })) },
  }
  const counts = {
    drift: { check: 'name-drift', severity: 'error', count: 1 },
    sum: { check: 'sum-holds', severity: 'note', count: 1 },
  }
  const unchanged: Outcome[] = ['a', 'b'].map(doc => ({ status: 'unchanged', path: doc, doc }))
  const [flag] = error.facts.flags
  const decide = (verdict: 'confirmed' | 'dismissed', at: string) =>
    store.decide({ fingerprint: flag?.fingerprint ?? '', verdict, reviewer: 'R', at })

  it('counts what is open, what is new and what is gravest, notes apart', async () => {
    const [flags, notes] = [[counts.drift], [counts.sum]]
    expect(await tallyFlags(store, await run(error, note), undefined)).toEqual({
      open: flags,
      fresh: flags,
      openNotes: notes,
      freshNotes: notes,
      gravest: 'error',
      dismissedByRule: {},
    })
    expect(await tallyFlags(store, await run(...unchanged), undefined)).toMatchObject({
      open: flags,
      fresh: [],
      openNotes: notes,
      freshNotes: [],
    })
  })

  it('is of all documents where only what is open is asked', async () => {
    await run(error, note)
    expect(await openFlags(store, undefined)).toBe(1)
    const line = {
      fingerprint: flag?.fingerprint ?? '',
      verdict: 'unsure',
      reviewer: 'R',
      at: '2026-01-01T00:00:00Z',
    } as const
    expect(await openFlags(store, { rules: [], corrections: [], decisions: [line] })).toBe(0)
  })

  it('counts rules of the team, those that dismiss nothing too', async () => {
    const rule = { reason: 'known', reviewer: 'R', at: '2026-01-01' }
    const team: Suppressions = {
      rules: [
        { ...rule, check: 'name-drift' },
        { ...rule, check: 'age-conflict' },
      ],
      decisions: [],
      corrections: [],
    }
    expect(await tallyFlags(store, await run(...unchanged), team)).toEqual({
      open: [],
      fresh: [],
      openNotes: [counts.sum],
      freshNotes: [],
      gravest: 'note',
      dismissedByRule: { 'name-drift: known': 1, 'age-conflict: known': 0 },
    })
  })

  it('takes what is confirmed for as grave as before, and what is dismissed for nothing', async () => {
    await decide('confirmed', '2026-01-01T00:00:00Z')
    const id = await run(...unchanged)
    expect(await tallyFlags(store, id, undefined)).toMatchObject({
      open: [],
      openNotes: [counts.sum],
      gravest: 'error',
    })
    expect(await openFlags(store, undefined)).toBe(0)
    await decide('dismissed', '2026-01-02T00:00:00Z')
    expect(await tallyFlags(store, id, undefined)).toMatchObject({ open: [], openNotes: [counts.sum], gravest: 'note' })
    expect((await tallyFlags(store, await run(unchanged[0] as Outcome), undefined)).gravest).toBeUndefined()
  })
})
