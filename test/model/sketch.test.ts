import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands, likeness, sketch } from '../../src/model/sketch.ts'

const word = (n: number): string => `w${n.toString(36)}`
const words = (from: number, count: number): string[] => Array.from({ length: count }, (_, n) => word(from + n))
const sketchOf = (...parts: readonly string[]) => {
  const made = sketch(parts.join(' '))
  if (!made) throw new Error('the text is too short for a sketch')
  return made
}
const share = (one: Uint32Array, other: Uint32Array): boolean => {
  const mine = new Set(bands(one))
  return bands(other).some(band => mine.has(band))
}

describe('sketch', () => {
  it('is none for a text of a few words', () => {
    expect(sketch('')).toBeUndefined()
    expect(sketch(words(0, 39).join(' '))).toBeUndefined()
    expect(sketch(words(0, 40).join(' '))).toBeDefined()
  })

  it('does not mind case, spacing, quotation marks and dashes', () => {
    const text = words(0, 60)
    expect(sketchOf(`“${text.join('’\u00a0')} —`.toUpperCase())).toEqual(sketchOf(...text))
  })

  it('says that texts without a run in common are not alike', () => {
    expect(likeness(sketchOf(...words(0, 300)), sketchOf(...words(1000, 300)))).toBeLessThan(0.05)
  })

  it('estimates the share of runs in common within four standard errors, and copies share a band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 600 }), fc.integer({ min: 0, max: 1e6 }), (length, seed) => {
        const text = words(seed, length)
        // Every fiftieth word changed, as an editor would: each change touches four runs.
        const mended = text.map((own, n) => (n % 50 === 25 ? `${own}x` : own))
        const runs = (all: readonly string[]) => new Set(all.slice(3).map((_, n) => all.slice(n, n + 4).join(' ')))
        const [one, other] = [runs(text), runs(mended)]
        const common = [...one].filter(run => other.has(run)).length
        const jaccard = common / (one.size + other.size - common)
        const [a, b] = [sketchOf(...text), sketchOf(...mended)]
        expect(Math.abs(likeness(a, b) - jaccard)).toBeLessThan(4 * 0.045)
        expect(share(a, b)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
