// CPU per article of errata against compromise's parse and views on the same articles, alternating in one process,
// and of the whole run with the store. `npm run bench [-- FOLDER]`; default ../shared/corpus/casie, else corpus/articles.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import { load } from '../src/load/load.ts'
import type { Source } from '../src/model/document.ts'
import { analyse, extract, read } from '../src/run/analyse.ts'

interface View {
  json(options: object): readonly unknown[]
}
type Nlp = (text: string) => Readonly<Record<'people' | 'places' | 'organizations' | 'money' | 'numbers', () => View>>

const BIN = fileURLToPath(new URL('../bin/errata.js', import.meta.url))
const CASIE = fileURLToPath(new URL('../../shared/corpus/casie/', import.meta.url))
const folder =
  process.argv[2] ?? (existsSync(CASIE) ? CASIE : fileURLToPath(new URL('../corpus/articles/', import.meta.url)))
const ROUNDS = 3
const BATCH = 25

const nlp = createRequire(import.meta.url)('compromise') as Nlp
const sources: Source[] = []
for await (const item of load([folder])) if ('bytes' in item && item.mediaType === 'text/plain') sources.push(item)
const knowledge = shippedKnowledge()

/** CPU milliseconds (user and system) of a piece of work in this process. */
async function cpu(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const contestants: Readonly<Record<string, (batch: readonly Source[]) => Promise<void>>> = {
  'read to mentions': async batch => {
    for (const source of batch) extract(await read(source), knowledge)
  },
  'read to flags': async batch => {
    for (const source of batch) analyse(await read(source), knowledge)
  },
  'compromise parse and views': async batch => {
    for (const source of batch) {
      const doc = nlp((await read(source)).text)
      for (const view of ['people', 'places', 'organizations', 'money', 'numbers'] as const)
        doc[view]().json({ offset: true })
    }
  },
}

const totals = new Map<string, number>(Object.keys(contestants).map(name => [name, 0]))
for (let round = -1; round < ROUNDS; round++)
  for (let at = 0; at < sources.length; at += BATCH)
    for (const [name, work] of Object.entries(contestants)) {
      const spent = await cpu(() => work(sources.slice(at, at + BATCH)))
      if (round >= 0) totals.set(name, (totals.get(name) ?? 0) + spent) // round -1 warms up
    }
const perArticle = new Map([...totals].map(([name, total]) => [name, total / ROUNDS / sources.length]))
const peer = perArticle.get('compromise parse and views') ?? Number.NaN

/** CPU seconds of an errata command in a process of its own, its threads included. */
function command(args: readonly string[]): number {
  const child = spawnSync(process.execPath, ['-e', SPAWN, BIN, ...args], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return Number(child.stdout.trim().split('\n').at(-1))
}
/** Node has no way to read a child's CPU time: a small parent reports the growth of its children's through /proc. */
const SPAWN = `
const { spawnSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { status, stderr } = spawnSync(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] })
if (status !== 0 && status !== 3) { process.stderr.write(stderr); process.exit(1) }
const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
console.log((Number(fields[13]) + Number(fields[14])) / 100)
`

console.log(`${sources.length} articles of ${folder}, ${ROUNDS} rounds`)
for (const [name, value] of perArticle)
  console.log(
    `${name.padEnd(30)} ${value.toFixed(3).padStart(8)} ms CPU an article   ${(value / peer).toFixed(3)} of compromise`,
  )

if (existsSync('/proc/self/stat')) {
  const scratch = mkdtempSync(join(tmpdir(), 'errata-bench-'))
  try {
    const store = ['--db', join(scratch, 'bench.sqlite'), '--out', join(scratch, 'out'), '--quiet']
    const start = command(['--version'])
    const first = command(['run', folder, ...store]) - start
    const second = command(['run', folder, ...store]) - start
    const each = (1000 * first) / sources.length
    console.log(`start-up (errata --version)    ${start.toFixed(2)} s CPU`)
    console.log(
      `whole run with store, report   ${each.toFixed(3).padStart(8)} ms CPU an article   ${(each / peer).toFixed(3)} of compromise`,
    )
    console.log(
      `second run, nothing new        ${second.toFixed(2)} s CPU, ${((100 * second) / first).toFixed(1)} % of the first`,
    )
    console.log(
      `errata lint of one article     ${command(['lint', '--format', 'jsonl', join(folder, sources[0]?.doc ?? '')]).toFixed(2)} s CPU`,
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
