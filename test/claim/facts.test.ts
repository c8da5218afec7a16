import { describe, expect, it } from 'vitest'
import { facts } from '../../src/claim/facts.ts'
import type { Claim } from '../../src/model/claim.ts'
import { claimsOf } from './sample.ts'

const of = async (predicate: string, ...texts: string[]): Promise<Claim[]> =>
  (await Promise.all(texts.map(claimsOf))).flat().filter(claim => claim.predicate === predicate)

const counts = (claims: readonly Claim[]) =>
  facts(claims).map(({ supports, disputes }) => [supports.length, disputes.length])

describe('facts', () => {
  it('is empty without claims', () => {
    expect(facts([])).toEqual([])
  })

  it('puts claims with one value together, however it is written', async () => {
    const claims = await of('stole', 'LockBit stole $5 million.', 'LockBit stole five million dollars.')
    expect(counts(claims)).toEqual([[2, 0]])
  })

  it('shows a denial beside what it disputes', async () => {
    const claims = await of('stole', 'LockBit stole $5 million.', 'LockBit did not steal $5 million.')
    expect(counts(claims)).toEqual([[1, 1]])
  })

  it('sets values against each other where there can be one only', async () => {
    const claims = await of('attributed-to', 'APT28 is linked to Russia.', 'APT28 is linked to China.')
    expect(counts(claims)).toEqual([
      [1, 1],
      [1, 1],
    ])
    const targets = await of('targets', 'APT28 targeted Germany.', 'APT28 targeted France.')
    expect(counts(targets)).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('keeps what holds at different times apart', async () => {
    const claims = await of(
      'suffered',
      'Google was hit by a ransomware attack in May 2023.',
      'Google was hit by a ransomware attack in June 2024.',
    )
    expect(facts(claims).map(({ time }) => time?.timex)).toEqual(['2023-05', '2024-06'])
  })
})
