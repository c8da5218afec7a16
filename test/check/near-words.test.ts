import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearPairs, oneEdit, scrambledPairs } from '../../src/check/near-words.ts'
import { damerau } from '../../src/normalise/similarity.ts'

const word = fc.stringMatching(/^[abc]{1,7}$/)

describe('oneEdit', () => {
  it('names the edit and its place', () => {
    expect(oneEdit('emtoet', 'emotet')).toEqual({ kind: 'transpose', at: 2 })
    expect(oneEdit('racklay', 'rackley')).toEqual({ kind: 'substitute', at: 5 })
    expect(oneEdit('reconhelcat', 'reconhellcat')).toEqual({ kind: 'insert', at: 8 })
    expect(oneEdit('dharrma', 'dharma')).toEqual({ kind: 'delete', at: 4 })
    expect(oneEdit('petya', 'petya')).toBeUndefined()
    expect(oneEdit('iran', 'oman')).toBeUndefined()
  })

  it('is there just when the distance is one', () => {
    fc.assert(fc.property(word, word, (a, b) => (oneEdit(a, b) !== undefined) === (damerau(a, b) === 1)))
  })
})

describe('nearPairs', () => {
  it('finds each pair of different words one edit apart, once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-d]{4,7}$/), { maxLength: 6 }), words => {
        const expected = words.flatMap((a, i) => words.flatMap((b, j) => (i < j && oneEdit(a, b) ? [`${i}-${j}`] : [])))
        expect(
          nearPairs(words)
            .map(([i, j]) => `${i}-${j}`)
            .sort(),
        ).toEqual(expected.sort())
      }),
    )
  })

  it('stays linear on ten thousand words of one pattern', () => {
    const words = Array.from(
      { length: 10_000 },
      (_, at) => `Aaaa${String.fromCharCode(97 + (at % 26))}${at.toString(26)}`,
    )
    const before = process.cpuUsage().user
    nearPairs(words)
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000)
  })
})

describe('scrambledPairs', () => {
  it('finds words of the same letters and first letter, more than a swap apart', () =>
    expect(scrambledPairs(['gevers', 'gerves', 'severg', 'gevres', 'gever', 'rubin'])).toEqual([[0, 1]]))
  it('leaves short words and crowds alone', () => {
    expect(scrambledPairs(['abcd', 'adcb'])).toEqual([])
    const crowd = Array.from(
      { length: 20 },
      (_, at) => `x${'abcdefgh'.slice(at % 8)}${'abcdefgh'.slice(0, at % 8)}${at}`,
    )
    expect(scrambledPairs(crowd)).toEqual([])
  })
})
