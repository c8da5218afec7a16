// Quality on the labelled sets beside the checkout. `npm run eval` prints the figures beside those recorded in
// scripts/quality.json; `-- --gate` fails when one has fallen, `-- --record` writes them, `-- extraction` runs one part.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { articles } from './eval/articles.ts'
import { discrepancies } from './eval/discrepancies.ts'
import { extraction } from './eval/extraction.ts'

/** Points a figure may move without being called a fall; repeated runs of the same code give the same figures. */
const TOLERANCE = 0.5
const RECORD = fileURLToPath(new URL('quality.json', import.meta.url))
const SHARED = fileURLToPath(new URL('../../shared/eval/', import.meta.url))

/** Figures where less is better. */
const isCost = (name: string): boolean => /false flags/.test(name)

const PARTS: Readonly<Record<string, () => Promise<Record<string, number>>>> = { articles, extraction, discrepancies }

const args = process.argv.slice(2)
const wanted = Object.keys(PARTS).filter(part => args.includes(part))
if (!existsSync(SHARED)) {
  console.log('skipped: the labelled sets (../shared/eval) are not beside this checkout')
  process.exit(0)
}
if (args.includes('--gate') && !existsSync(RECORD))
  throw new Error('no quality.json: nothing to hold the figures against')
const recorded: Record<string, number> = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {}
const measured: Record<string, number> = {}
for (const [part, run] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(part))
    for (const [name, value] of Object.entries(await run()))
      measured[`${part}: ${name}`] = Math.round(value * 100) / 100

let fallen = 0
for (const [name, value] of Object.entries(measured)) {
  const before = recorded[name]
  const worse = before !== undefined && (isCost(name) ? value - before : before - value) > TOLERANCE
  if (worse) fallen++
  console.log(
    `${name.padEnd(62)} ${value.toFixed(2).padStart(8)}${before === undefined ? '' : `  recorded ${before.toFixed(2)}`}${worse ? '  FALLEN' : ''}`,
  )
}
const missing = Object.keys(recorded).filter(
  name => !(name in measured) && (wanted.length === 0 || wanted.some(part => name.startsWith(part))),
)
for (const name of missing) console.log(`${name} is recorded but was not measured`)
if (args.includes('--record')) writeFileSync(RECORD, `${JSON.stringify({ ...recorded, ...measured }, null, 2)}\n`)
if (args.includes('--gate') && fallen + missing.length > 0) {
  console.log(
    `quality gate: ${fallen} figures have fallen by more than ${TOLERANCE} points, ${missing.length} are missing`,
  )
  process.exitCode = 1
}
