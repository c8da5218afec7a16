// What errata costs: CPU per article against compromise's parse and views on the same articles, alternating in one process;
// the commands, in processes of their own; and whether long and odd input stays linear.
// `npm run bench [-- FOLDER]`; default ../shared/corpus/casie, else corpus/articles. Exits 1 when a long input is not linear.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import { load } from '../src/load/load.ts'
import type { Source } from '../src/model/document.ts'
import { analyse, extract, read } from '../src/run/analyse.ts'
import { command, cpu, least } from './bench/cpu.ts'
import { longTexts, MOST, wholeAndPieces } from './bench/long-input.ts'

interface View {
  json(options: object): readonly unknown[]
}
type Nlp = (text: string) => Readonly<Record<'people' | 'places' | 'organizations' | 'money' | 'numbers', () => View>>

const CASIE = fileURLToPath(new URL('../../shared/corpus/casie/', import.meta.url))
const folder =
  process.argv[2] ?? (existsSync(CASIE) ? CASIE : fileURLToPath(new URL('../corpus/articles/', import.meta.url)))
const ROUNDS = 3
/** Of these the first ones warm up: the engine compiles what runs often. */
const ROUNDS_IN_PROCESS = 6
const BATCH = 25
/** How many times over a long run reads the articles: what one more costs, and what memory does as documents come. */
const COPIES = 5

const row = (name: string, value: number, unit: string, rest = ''): void =>
  console.log(
    `${name.padEnd(34)} ${value.toFixed(unit.startsWith('s') ? 2 : 3).padStart(9)} ${unit.padEnd(18)} ${rest}`,
  )
const short = (number: number): string => number.toFixed(3)

const nlp = createRequire(import.meta.url)('compromise') as Nlp
const sources: Source[] = []
for await (const item of load([folder])) if ('bytes' in item && item.mediaType === 'text/plain') sources.push(item)
const knowledge = shippedKnowledge()

const contestants: Readonly<Record<string, (batch: readonly Source[]) => Promise<void>>> = {
  'read to mentions': async batch => {
    for (const source of batch) extract(await read(source), knowledge)
  },
  'read to claims': async batch => {
    for (const source of batch) analyse(await read(source), knowledge, [])
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

// The cheapest round of each counts, as of the commands below: a shared machine only ever adds.
const perArticle = new Map<string, number>()
for (let round = 0; round < ROUNDS_IN_PROCESS; round++) {
  const spent = new Map<string, number>()
  for (let at = 0; at < sources.length; at += BATCH)
    for (const [name, work] of Object.entries(contestants))
      spent.set(name, (spent.get(name) ?? 0) + (await cpu(() => work(sources.slice(at, at + BATCH)))))
  for (const [name, total] of spent)
    perArticle.set(name, Math.min(perArticle.get(name) ?? Number.POSITIVE_INFINITY, total / sources.length))
}
const peer = perArticle.get('compromise parse and views') ?? Number.NaN
const before = perArticle.get('read to claims') ?? Number.NaN
const checks = (perArticle.get('read to flags') ?? Number.NaN) - before

console.log(`${sources.length} articles of ${folder}, the cheapest of ${ROUNDS_IN_PROCESS} rounds`)
for (const [name, value] of perArticle) row(name, value, 'ms CPU an article', `${short(value / peer)} of compromise`)
row('the checks alone', checks, 'ms CPU an article', `${short(checks / before)} of what comes before them`)

const scratch = mkdtempSync(join(tmpdir(), 'errata-bench-'))
try {
  const store = (name: string): string[] => ['--db', join(scratch, `${name}.sqlite`), '--out', join(scratch, name)]
  const run = (input: string, name: string) => command(['run', input, ...store(name), '--quiet'])
  const start = least(ROUNDS, ['--version']).seconds
  // The same articles four times over, each copy a document of its own: start-up, warm-up of the engine and the knowledge base
  // are paid once, so the difference is what an article costs in a long run.
  const many = join(scratch, 'articles')
  mkdirSync(many)
  for (let copy = 0; copy < COPIES; copy++)
    for (const [at, { bytes }] of sources.entries()) writeFileSync(join(many, `${copy}-${at}.txt`), bytes)
  const first = run(folder, 'whole')
  const long = run(many, 'long')
  const second = run(folder, 'whole')
  const each = (1000 * (first.seconds - start)) / sources.length
  const more = (1000 * (long.seconds - first.seconds)) / ((COPIES - 1) * sources.length)
  const again = (100 * (second.seconds - start)) / (first.seconds - start)
  row('whole run with store and report', each, 'ms CPU an article', `${short(each / peer)} of compromise`)
  row('the same, each further article', more, 'ms CPU an article', `${short(more / peer)} of compromise`)
  row(
    'without the checks',
    more - checks,
    'ms CPU an article',
    `the checks add ${short(checks / (more - checks))} of it`,
  )
  row('second run, nothing new', second.seconds, 's CPU', `${again.toFixed(1)} % of the first, start-up aside`)
  row('memory of a run', first.megabytes, 'MB at most', `${long.megabytes.toFixed(0)} MB for ${COPIES} times as many`)
  row('start-up (errata --version)', start, 's CPU')
  const lint = least(ROUNDS, ['lint', '--format', 'jsonl', join(folder, sources[0]?.doc ?? '')])
  row('errata lint of one article', lint.seconds, 's CPU', `${lint.megabytes.toFixed(0)} MB at most`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

console.log('200 kB read to flags, against its sixteen pieces')
const decoder = new TextDecoder()
for (const [name, text] of longTexts(sources.map(({ bytes }) => decoder.decode(bytes)))) {
  const { whole, pieces } = await wholeAndPieces(text, knowledge)
  const ratio = whole / pieces
  row(`  ${name}`, ratio, 'times', `${whole.toFixed(0)} ms CPU${ratio > MOST ? `: more than ${MOST}, not linear` : ''}`)
  if (ratio > MOST) process.exitCode = 1
}
