import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damerau, jaroWinkler } from '../../src/normalise/similarity.ts'

// Few letters, so that strings are often one step apart.
const name = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }))

describe('damerau', () => {
  it.each([
    ['kaspersky', 'kaspersky', 0],
    ['kaspersky', 'kapsersky', 1],
    ['kaspersky', 'kaspersy', 1],
    ['fireeye', 'fireye', 1],
    ['lazarus', 'lazurus', 1],
    ['abc', '', 3],
    ['apt33', 'apt38', 1],
    ['xa', 'xaa', 1],
  ])('%s to %s takes %i', (a, b, distance) => expect(damerau(a, b)).toBe(distance))

  it('is symmetric, zero for equals only, and at most the longer length', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const distance = damerau(a, b)
        expect(distance).toBe(damerau(b, a))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  it('does not build a matrix for what cannot be a name', () => {
    expect(damerau('a'.repeat(100_000), 'b')).toBe(100_000)
  })
})

describe('jaroWinkler', () => {
  it('gives the published values', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
    expect(jaroWinkler('abc', 'xyz')).toBe(0)
    expect(jaroWinkler('', 'x')).toBe(0)
  })

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = jaroWinkler(a, b)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
      }),
    )
  })
})
