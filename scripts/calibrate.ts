// How often flags of each confidence are right, on cases with seeded errors (the format of score.mjs' README):
//   node scripts/calibrate.ts CASES.jsonl[.gz]        writes src/check/CALIBRATION.md
// The cases are weighted to the rate of errors among real articles, so that a confidence of 90 means nine in ten there.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { checks } from '../src/builtin.ts'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import type { Discrepancy } from '../src/model/discrepancy.ts'
import { overlaps, type Span } from '../src/model/span.ts'
import { makeDocument } from '../src/read/document.ts'
import { analyse } from '../src/run/analyse.ts'

/** Share of real articles that contradict or misspell themselves: 25 of 252 read in full. */
const REAL_RATE = 0.1

/** Evidence places that speak for a flag, as score.mjs counts them. */
const EVIDENCE = 8

interface Case {
  readonly doc: string
  readonly text: string
  readonly published?: string
  readonly title?: string
  readonly injected?: Span
  readonly more?: readonly Span[]
  readonly counterparts?: readonly Span[]
  readonly real?: readonly Span[]
}

/** Weighted flags of one band or check. */
interface Tally {
  flags: number
  right: number
  weight: number
  rightWeight: number
}

const file = process.argv[2]
if (file === undefined) {
  process.stderr.write('usage: node scripts/calibrate.ts CASES.jsonl[.gz]\n')
  process.exit(2)
}
const bytes = readFileSync(file)
const cases = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as Case)
const seeded = cases.filter(({ injected }) => injected !== undefined).length / cases.length
const knowledge = shippedKnowledge()

/** Whether a flag, or a place of its evidence, touches the seeded error, what betrays it, or an error of the printed article. */
function isRight({ injected, more = [], counterparts = [], real = [] }: Case, flag: Discrepancy): boolean {
  const targets = [...(injected ? [injected, ...more, ...counterparts] : []), ...real]
  return [flag.at, ...flag.evidence.slice(0, EVIDENCE).map(({ at }) => at)].some(span =>
    targets.some(target => overlaps(span, target)),
  )
}

const tallies = new Map<string, Tally>()
const count = (key: string, right: boolean, weight: number): void => {
  const tally = tallies.get(key) ?? { flags: 0, right: 0, weight: 0, rightWeight: 0 }
  tally.flags++
  tally.weight += weight
  if (right) tally.right++
  if (right) tally.rightWeight += weight
  tallies.set(key, tally)
}
for (const one of cases) {
  const { doc: id, text, title, published } = one
  const map = [0, 0, text.length]
  const doc = makeDocument({
    id,
    source: id,
    encoding: 'utf-8',
    text,
    map,
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
  })
  const weight = one.injected ? REAL_RATE / seeded : (1 - REAL_RATE) / (1 - seeded)
  for (const flag of analyse(doc, knowledge).flags) {
    if (flag.severity === 'note') continue
    const right = isRight(one, flag)
    count(`band ${Math.min(90, Math.floor(flag.confidence / 10) * 10)}`, right, weight)
    count(`check ${flag.check}`, right, weight)
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '\u2013' : `${((100 * part) / whole).toFixed(0)} %`
const row = (label: string, key: string): string => {
  const { flags = 0, right = 0, weight = 0, rightWeight = 0 } = tallies.get(key) ?? {}
  return `| ${label} | ${flags} | ${percent(right, flags)} | ${percent(rightWeight, weight)} |`
}
const head = '| flags | right among the cases | right at the real rate |\n| --- | --- | --- | --- |'
writeFileSync(
  new URL('../src/check/CALIBRATION.md', import.meta.url),
  `# What a flag's confidence means

Made by \`node scripts/calibrate.ts CASES\` from ${cases.length} cases, ${percent(seeded, 1)} of them real articles with one seeded error. The last
column weights them as if ${percent(REAL_RATE, 1)} of the articles erred, the rate found by reading 252 articles in full. A flag counts as
right when it touches the seeded error or the words that betray it. Errors that the printed articles hold and nobody has listed count
as wrong. Notes are left out.

| confidence ${head}
${[90, 80, 70, 60, 50].map(band => row(band === 90 ? '90 and more' : `${band} to ${band + 9}`, `band ${band}`)).join('\n')}

| check ${head}
${checks.map(({ id }) => row(id, `check ${id}`)).join('\n')}
`,
)
