import fc from 'fast-check'
import { describe, it } from 'vitest'
import { PROPERTIES } from './properties.ts'

/** Executions of all properties together. A run of CI has so many; `npm run fuzz` goes on for as long as it may. */
const EXECUTIONS = 100_000
/** The same in every run, so that nobody's change is stopped by another's fault; FUZZ_SEED gives another, `npm run fuzz` ever new ones. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1)

describe(`whatever comes in (FUZZ_SEED=${seed})`, () => {
  it.each(PROPERTIES)('$name', { timeout: 300_000 }, async ({ property, share }) => {
    await fc.assert(property, { seed, numRuns: (EXECUTIONS * share) / 1000 })
  })
})
