// node scripts/bench-linear.ts [KIND…] [--words]: CPU at 2n over n for runs of every sign and of the grammars' words. Prints what grows faster.

import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import { cost, grammarWords, type Kind, units } from './bench/linear.ts'

/** Twice the text may cost so many times as much. */
const MOST = 2.3
/** Milliseconds below which a measure is noise. */
const NOISE = 40
const LENGTHS = [10_000, 20_000, 40_000, 80_000, 160_000, 320_000]

const kinds = process.argv.slice(2).filter(arg => !arg.startsWith('-')) as Kind[]
const knowledge = shippedKnowledge()
const list = units(process.argv.includes('--words') ? grammarWords() : [])
let wrong = 0
let slowest = { ms: 0, unit: '' }

/** The cheapest of several turns: a shared machine only ever adds. */
async function least(unit: string, length: number, kind: Kind, turns: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < turns; turn++) best = Math.min(best, (await cost(unit, length, kind, knowledge)) ?? 0)
  return best
}

for (const kind of kinds.length > 0 ? kinds : (['txt', 'md', 'html'] as const)) {
  for (let warm = 0; warm < 20; warm++)
    await cost('Kim Lee, of Acme Bank, lost $5 million in May. ', 10_000, kind, knowledge)
  for (const unit of list) {
    let before = await least(unit, LENGTHS[0] ?? 0, kind, 1)
    for (const length of LENGTHS.slice(1)) {
      let now = await least(unit, length, kind, 1)
      if (now > slowest.ms) slowest = { ms: now, unit: `${kind} ${JSON.stringify(unit)} × ${length}` }
      if (now > NOISE * 2 && now > MOST * before) {
        before = Math.min(before, await least(unit, length / 2, kind, 3))
        now = Math.min(now, await least(unit, length, kind, 2))
        if (now > NOISE * 2 && now > MOST * before && now > length / 200) {
          console.log(
            `${kind} ${JSON.stringify(unit)} ${length}: ${(now / before).toFixed(2)} (${before.toFixed(0)} to ${now.toFixed(0)} ms)`,
          )
          wrong++
          break
        }
      }
      before = now
      if (now > 4 * NOISE) break
    }
  }
}
console.log(
  `${list.length} units; ${wrong} grow faster than ${MOST}; slowest ${slowest.unit}: ${slowest.ms.toFixed(0)} ms`,
)
process.exitCode = wrong > 0 ? 1 : 0
