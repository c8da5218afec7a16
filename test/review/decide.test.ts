import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERDICTS, type Verdict } from '../../src/model/decision.ts'
import { decide, history, onFlag, restOfCause, saidWith, toUndo, undo } from '../../src/review/decide.ts'
import { saveDecisions } from '../../src/review/exchange.ts'
import { storedReport } from '../../src/run/stored-report.ts'
import { readSuppressions } from '../../src/run/suppressions.ts'
import { openStore } from '../../src/store/open.ts'
import type { Outcome, Store, StoredFlag } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { sample } from '../store/store-contract.ts'
import { fiveFlags, name } from './store.ts'

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
    const [decision] = await decide(store, [fingerprint], {
      verdict: 'confirmed',
      reviewer: 'R',
      note: 'seen',
      corrected: 'APT38',
    })
    expect(decision).toMatchObject({ verdict: 'confirmed', note: 'seen', corrected: 'APT38' })
    expect(decision?.rests).toEqual([{ entity: 'actor/x', fact: 'X is X', source: 's' }])
    expect(await flag()).toMatchObject({ status: 'confirmed', decision })
  })

  it('takes back one verdict after the other, and keeps the log', async () => {
    const { store, fingerprint, flag } = await stored()
    await expect(undo(store, [fingerprint], { reviewer: 'R' })).rejects.toThrow('no verdict to take back')
    await decide(store, [fingerprint], { verdict: 'confirmed', reviewer: 'R', note: 'one' })
    await decide(store, [fingerprint], { verdict: 'dismissed', reviewer: 'S' })
    await undo(store, [fingerprint], { reviewer: 'S' })
    expect(await flag()).toMatchObject({ status: 'confirmed', decision: { note: 'one', reviewer: 'S' } })
    await undo(store, [fingerprint], { reviewer: 'S' })
    expect((await flag())?.status).toBe('open')
    await expect(undo(store, [fingerprint], { reviewer: 'S' })).rejects.toThrow('no further verdict to take back')
    await decide(store, [fingerprint], { verdict: 'unsure', reviewer: 'R' })
    await undo(store, [fingerprint], { reviewer: 'R' })
    expect((await flag())?.status).toBe('open')
    const said = (await history(store, fingerprint)).map(({ verdict, undoes }) => [verdict, undoes !== undefined])
    expect(said).toEqual([
      ['confirmed', false],
      ['dismissed', false],
      ['confirmed', true],
      ['open', true],
      ['unsure', false],
      ['open', true],
    ])
  })

  it('leads back through any verdicts, undo by undo, to no verdict at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...VERDICTS, 'undo' as const), { maxLength: 12 }), async steps => {
        const { store, fingerprint, flag } = await stored()
        const stack: Verdict[] = []
        for (const step of steps) {
          if (step !== 'undo') {
            await decide(store, [fingerprint], { verdict: step, reviewer: 'R' })
            stack.push(step)
          } else if (stack.pop() === undefined)
            await expect(undo(store, [fingerprint], { reviewer: 'R' })).rejects.toThrow('to take back')
          else await undo(store, [fingerprint], { reviewer: 'R' })
          expect((await flag())?.status).toBe(stack.at(-1) ?? 'open')
        }
        // As a colleague's store has it who imports the log: the way back is the same there.
        const other = openStore(at(`${count++}.sqlite`))
        await keep(other, sample('a', 'Now APT33 stole it.'))
        await other.decide(...(await store.decisions()))
        expect(toUndo(await history(other, fingerprint))?.verdict).toBe(stack.at(-1))
        await other.close()
        await store.close()
      }),
      { numRuns: 12 },
    )
  })

  it('is about all places of a cause at once, and so is its undo', async () => {
    const store = await fiveFlags(at(`${count++}.sqlite`))
    const [one] = await store.flag(name(1))
    if (!one) throw new Error('no flag')
    const rest = await restOfCause(store.flags(), one, ({ status }) => status === 'open')
    expect(rest).toEqual([name(2)])
    await decide(store, [name(3)], { verdict: 'dismissed', reviewer: 'R' })
    const said = await decide(store, [name(1), ...rest], { verdict: 'confirmed', reviewer: 'R' })
    expect(new Set(said.map(line => line.at)).size).toBe(1)
    const last = toUndo(await history(store, name(1)))
    expect(last && (await saidWith(store, last, [name(2), name(3), name(4)]))).toEqual([name(2)])
    await expect(undo(store, [name(1), name(4)], { reviewer: 'R' })).rejects.toThrow('no verdict to take back')
    expect((await store.flag(name(1)))[0]?.status).toBe('confirmed')
    await undo(store, [name(1), name(2)], { reviewer: 'R' })
    expect((await store.flag(name(2)))[0]?.status).toBe('open')
  })

  it('is taken back step by step when the team’s file has what the store has, and not when it says something later', async () => {
    const store = await fiveFlags(at(`${count++}.sqlite`))
    const file = at(`${count}.json`)
    const both = [name(1), name(2)]
    await decide(store, both, { verdict: 'confirmed', reviewer: 'R' })
    const [last] = await decide(store, both, { verdict: 'dismissed', reviewer: 'R' })
    if (!last) throw new Error('nothing was said')
    await saveDecisions(store, file)
    const given = readSuppressions(file).decisions
    expect(given.map(({ fingerprint, at }) => [fingerprint, at])).toEqual(both.map(one => [one, last.at]))
    expect(toUndo(await history(store, name(1)), onFlag(name(1), given))).toEqual(last)
    expect(await saidWith(store, last, [name(2)], given)).toEqual([name(2)])
    const later = { fingerprint: name(2), verdict: 'unsure', reviewer: 'S', at: '2999-01-01T00:00:00.000Z' } as const
    expect(await saidWith(store, last, [name(2)], [...given, later])).toEqual([])
    await expect(undo(store, both, { reviewer: 'R' }, [...given, later])).rejects.toThrow('says something later')
    await undo(store, both, { reviewer: 'R' }, given)
    expect((await store.flag(name(1)))[0]?.status).toBe('confirmed')
    await undo(store, both, { reviewer: 'R' }, given)
    expect((await store.flag(name(2)))[0]?.status).toBe('open')
    await expect(undo(store, both, { reviewer: 'R' }, given)).rejects.toThrow('no further verdict')
  })

  it('opens a flag again by the undo of its only verdict', async () => {
    const { store, fingerprint, flag } = await stored()
    await decide(store, [fingerprint], { verdict: 'unsure', reviewer: 'R' })
    await undo(store, [fingerprint], { reviewer: 'R' })
    const found = await flag()
    expect([found?.status, found?.decision]).toEqual(['open', undefined])
  })

  it('holds what is said last, whatever the clock of an import said', async () => {
    const { store, fingerprint, flag } = await stored()
    await store.decide({ fingerprint, verdict: 'dismissed', reviewer: 'R', at: '2999-01-01T00:00:00.000Z' })
    await decide(store, [fingerprint], { verdict: 'confirmed', reviewer: 'S' })
    expect((await flag())?.status).toBe('confirmed')
  })

  it('names a flag that is not there', async () => {
    const { store } = await stored()
    await expect(decide(store, ['abcd'], { verdict: 'unsure', reviewer: 'R' })).rejects.toThrow('no stored flag')
  })
})

describe('a decision on a flag that rests on knowledge', () => {
  it('survives a new release with the same row, and is re-opened, saying why, when the row has changed', async () => {
    const { store, fingerprint, flag } = await stored()
    await decide(store, [fingerprint], { verdict: 'dismissed', reviewer: 'R' })
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
    await decide(store, [fingerprint], { verdict: 'dismissed', reviewer: 'R' })
    expect((await flag())?.status).toBe('dismissed')
  })
})
