/**
 * Server time of the review pages over a synthetic store: `node scripts/bench-review.ts [DOCUMENTS]` (default 20,000, each with
 * one flag on average, every tenth decided). Prints CPU milliseconds: the first answer, then the median of ten.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import { mention } from '../src/model/mention.ts'
import { sha256 } from '../src/model/sha256.ts'
import { select } from '../src/model/span.ts'
import { identityMap } from '../src/model/text-map.ts'
import { decide } from '../src/review/decide.ts'
import { queueOf } from '../src/review/queue.ts'
import { reviewServer } from '../src/review/server.ts'
import { openStore } from '../src/store/open.ts'
import type { Outcome } from '../src/store/store.ts'

const documents = Number(process.argv[2] ?? 20_000)
const CHECKS = ['name-drift', 'value-conflict', 'impossible-date', 'sum-mismatch', 'name-variant']
const SEVERITIES = ['error', 'warning', 'error', 'warning', 'note'] as const
const HOST = '127.0.0.1:7373'
const ROUNDS = 10
const BATCH = 500

/** CPU milliseconds of this process so far: other work on the machine does not count. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const sentence = (n: number): string =>
  `The group APT${n % 500} took $${(n % 90) + 10} million from bank ${n} in 2017. `

/** A made-up article of some 2,000 characters with a few mentions, a claim, and no, one or two flags. */
function outcome(n: number): Extract<Outcome, { status: 'parsed' }> {
  const text = sentence(n) + 'It was one of many such cases, and nobody was charged with it. '.repeat(30)
  const id = `site-${n % 40}/article-${n}.txt`
  const bytes = new TextEncoder().encode(text)
  const lists = {
    map: identityMap(text),
    sentences: [{ start: 0, end: text.length }],
    masked: [],
    dropped: [],
    notes: [],
  }
  const head = {
    id,
    source: sha256(text),
    encoding: 'utf-8',
    revision: sha256(text),
    title: `Case ${n}`,
    language: 'en',
  }
  const doc = { ...head, ...lists, text, site: `Publisher ${n % 40}` }
  const place = { start: text.indexOf('APT'), end: text.indexOf(' took') }
  const actor = `actor/made-up-${n % 500}`
  const found = mention(doc, 'bench', 'actor', place.start, place.end, { canonical: actor }, actor)
  const at = select(doc, place)
  const flags = Array.from({ length: n % 3 }, (_, index) => ({
    fingerprint: sha256(`${n}/${index}`).slice(0, 32),
    check: CHECKS[(n + index) % CHECKS.length] ?? 'name-drift',
    severity: SEVERITIES[(n + index) % SEVERITIES.length] ?? 'error',
    confidence: 50 + (n % 50),
    at,
    subject: actor,
    message: `\u201c${at.quote.exact}\u201d does not fit what article ${n} says elsewhere.`,
    evidence: [{ role: 'for' as const, note: 'it says so here', at: select(doc, { start: 0, end: 3 }) }],
    knowledge: [{ entity: actor, fact: 'It is made up', source: 'bench', version: '1' }],
  }))
  const claim = { subject: actor, predicate: 'stole', object: found, stance: 'asserted' as const, at }
  const links = [{ mention: 0, key: actor, entity: actor, score: 1 }]
  const source = { id: doc.source, doc: id, path: id, mediaType: 'text/plain', bytes }
  return {
    status: 'parsed',
    path: id,
    input: doc.revision,
    source,
    facts: { doc, mentions: [found], links, claims: [claim], flags },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'errata-bench-'))
const store = openStore(join(folder, 'errata.sqlite'))
const { id: run } = await store.begin({ pipeline: 'bench', version: '1', knowledge: '1' })
let number = 0
for (let n = 0; n < documents; n += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, documents - n) }, (_, index) => outcome(n + index))
  await store.put(run, 'analyse', batch)
  const flags = batch.flatMap(({ facts }) => facts.flags)
  number += flags.length
  const decided = flags.filter((_, index) => index % 10 === 0)
  const said = { verdict: 'dismissed' as const, reviewer: 'bench', at: '2026-01-01T00:00:00.000Z' }
  await store.decide(...decided.map(({ fingerprint }) => ({ fingerprint, ...said })))
}
await store.finish(run, 'done', {})
console.log(`${documents} documents, ${number} flags`)

const failed = (error: unknown): void => console.error(error)
const queue = queueOf(store)
const from = cpu()
await queue()
console.log(`reading the queue: ${(cpu() - from).toFixed(0)} ms`)
const server = reviewServer({
  store,
  queue,
  knowledge: shippedKnowledge(),
  checks: [],
  reviewer: 'bench',
  port: 7373,
  failed,
})
let further = documents
/** What a run stores while somebody reviews: so many articles at once. */
const BESIDE = 100
async function time(path: string): Promise<number> {
  if (path === 'batch') {
    const { id } = await store.begin({ pipeline: 'bench', version: '1', knowledge: '1' })
    await store.put(
      id,
      'analyse',
      Array.from({ length: BESIDE }, () => outcome(further++)),
    )
    await store.finish(id, 'done', {})
    return await time('/')
  }
  if (path === 'decide') {
    const [item] = (await queue()).select({ status: 'open', order: 'severity' }, new Set()).items
    await decide(store, [item?.fingerprint ?? ''], { verdict: 'unsure', reviewer: 'bench' })
    return await time('/')
  }
  const from = cpu()
  const answer = await server(new Request(`http://${HOST}${path}`, { headers: { host: HOST } }))
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return cpu() - from
}

const paths = {
  'queue, first answer': '/',
  queue: '/',
  'queue, after a verdict': 'decide',
  'queue, while a run stores 100 articles': 'batch',
  'queue, another order': '/?order=newness&status=all',
  'queue, by check': '/?check=value-conflict&severity=warning',
  'queue, words': '/?words=bank+7',
  search: '/search?words=bank+7',
  document: '/document?id=site-1%2Farticle-1.txt',
  entity: '/entity?id=actor%2Fmade-up-7',
  runs: '/runs',
}
for (const [name, path] of Object.entries(paths)) {
  const first = await time(path)
  if (name.includes('first')) console.log(`${name}: ${first.toFixed(0)} ms`)
  else {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await time(path))
    console.log(`${name}: ${first.toFixed(0)} ms, then ${times.sort((a, b) => a - b)[ROUNDS / 2]?.toFixed(0)} ms`)
  }
}
await store.close()
rmSync(folder, { recursive: true })
