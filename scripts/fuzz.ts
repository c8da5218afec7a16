// npm run fuzz [-- SEED]: tries the properties of test/fuzz on ever new inputs until it is stopped or one fails. Prints executions and seeds.

import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { PROPERTIES } from '../test/fuzz/properties.ts'

/** Executions with one seed. */
const ROUND = 5000
/** Milliseconds between two lines. */
const REPORT = 10_000

let seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 31))
let executions = 0
let slowest = { ms: 0, name: '' }
let stopped = false
let said = performance.now()
process.on('SIGINT', () => {
  stopped = true
})
process.on('SIGTERM', () => {
  stopped = true
})
const say = (): void =>
  console.log(
    `${executions} executions, seed ${seed}, slowest round ${slowest.name} ${slowest.ms.toFixed(0)} ms, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )

while (!stopped) {
  for (const { name, share, property } of PROPERTIES) {
    const numRuns = (ROUND * share) / 1000
    const start = performance.now()
    const result = await fc.check(property, { seed, numRuns })
    const ms = performance.now() - start
    if (ms > slowest.ms) slowest = { ms, name }
    executions += result.numRuns
    if (result.failed) {
      console.log(`${name} fails; FUZZ_SEED=${seed}`)
      for (const value of (result.counterexample as unknown[] | null) ?? [])
        console.log(
          value instanceof Uint8Array ? JSON.stringify(new TextDecoder().decode(value)) : JSON.stringify(value),
        )
      console.log(result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance)
      process.exitCode = 1
      if (!process.argv.includes('--go-on')) stopped = true
    }
    // Properties never wait: give signals their turn.
    await setImmediate()
    if (stopped) break
  }
  if (performance.now() - said > REPORT || stopped) {
    say()
    said = performance.now()
  }
  seed = (seed + 1) | 0
}
