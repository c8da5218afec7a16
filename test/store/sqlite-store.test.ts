import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FatalError } from '../../src/model/errors.ts'
import { verify } from '../../src/run/verify.ts'
import { openExisting, openStore } from '../../src/store/open.ts'
import type { Fault } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { sample, storeContract } from './store-contract.ts'

const at = scratch()
let count = 0
storeContract('the store on SQLite', () => openStore(at(`${count++}.sqlite`)))

/** Faults that `verify` finds in a database, or the refusal to open or read it. */
async function faultsOf(file: string): Promise<string[]> {
  const faults: string[] = []
  try {
    const store = openExisting(file)
    try {
      await verify(store, ({ where, what }: Fault) => faults.push(`${where}: ${what}`))
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof FatalError)) throw error
    faults.push(error.message)
  }
  return faults
}

describe('a stored database', () => {
  it('shows every flipped byte in raw bytes, texts and facts', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `Article ${n}: then APT${n} stole ${n * 17} coins. `).join('')
    const store = openStore(at('whole.sqlite'))
    const run = await store.begin({ pipeline: 'p', version: '1', knowledge: '1' })
    await store.put(run.id, 'analyse', [sample('a', words), sample('b', words.toUpperCase())])
    await store.finish(run.id, 'done', {})
    await store.close()
    expect(await faultsOf(at('whole.sqlite'))).toEqual([])
    const whole = readFileSync(at('whole.sqlite'))
    // Every place where the raw bytes and the text of document b stand, and its flag's message.
    const places = [...'ARTICLE 42: THEN|It does not add up|actor/x|Title of b'.split('|')].flatMap(needle => {
      const found: number[] = []
      for (let from = whole.indexOf(needle); from >= 0; from = whole.indexOf(needle, from + 1)) found.push(from + 1)
      return found
    })
    expect(places.length).toBeGreaterThan(6)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.integer({ min: 0, max: 4 }), async (place, bit) => {
        const changed = Buffer.from(whole)
        changed.writeUInt8((changed[place] ?? 0) ^ (1 << bit), place)
        writeFileSync(at('changed.sqlite'), changed)
        expect(await faultsOf(at('changed.sqlite'))).not.toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('keeps decisions as they were made, whoever writes', async () => {
    const store = openStore(at('decided.sqlite'))
    await store.decide({ fingerprint: 'f', verdict: 'unsure', reviewer: 'R', at: '2026-01-01T00:00:00Z' })
    await store.close()
    const db = new DatabaseSync(at('decided.sqlite'))
    expect(() => db.exec("UPDATE decision SET verdict = 'confirmed'")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM decision')).toThrow('append-only')
    db.close()
  })
})
