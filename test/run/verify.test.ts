import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/model/sha256.ts'
import { verify } from '../../src/run/verify.ts'
import { openStore } from '../../src/store/open.ts'
import type { Fault, Outcome } from '../../src/store/store.ts'
import { sample } from '../store/store-contract.ts'

const TEXT = 'Now APT33 stole it.'

/** What is wrong with a document whose raw source and map are these: both are stored as they are, seals and all. */
async function faultsOf(raw: string, map: readonly number[]): Promise<string[]> {
  const store = openStore(':memory:')
  const { facts, source, ...rest } = sample('a', TEXT)
  const bytes = new TextEncoder().encode(raw)
  const doc = { ...facts.doc, source: sha256(bytes), map }
  const outcome: Outcome = { ...rest, source: { ...source, id: doc.source, bytes }, facts: { ...facts, doc } }
  const run = await store.begin({ pipeline: 'test', version: '1', knowledge: '1' })
  await store.put(run.id, 'analyse', [outcome])
  const faults: Fault[] = []
  await verify(store, fault => faults.push(fault))
  await store.close()
  return faults.map(({ where, what }) => `${where}: ${what}`)
}

describe('verify re-reads every quote from the raw source', () => {
  it('and is content where the map leads to its words', async () => {
    expect(await faultsOf(TEXT, [0, 0, TEXT.length])).toEqual([])
    expect(await faultsOf(`<p>${TEXT}</p>`, [0, 3, TEXT.length])).toEqual([])
    // "Now" and "APT33" stand there as they are, the space between them as an entity.
    expect(await faultsOf(`Now&nbsp;APT33 stole it.`, [0, 0, 3, 3, 3, 6, 4, 9, 15])).toEqual([])
  })

  it.each([
    ['to other words', `<p>${TEXT}`, [0, 2, TEXT.length]],
    ['beyond its end', TEXT, [0, 12, TEXT.length]],
    ['to words that were altered', TEXT.replace('APT33', 'APT38'), [0, 0, TEXT.length]],
  ])('and tells where the map leads %s', async (_, raw, map) => {
    expect(await faultsOf(raw, map)).toContain('a: mention 4-9: the raw source does not give "APT33"')
  })
})
