import type { Kept, Loaded } from '../model/fetched.ts'
import type { InputRecord, Outcome, RunState, Store, StoredRun } from '../store/store.ts'
import { abortable, ahead } from './abortable.ts'
import { type Analyst, analyst } from './analyst.ts'
import { batches } from './batch.ts'
import { forgottenReason, takeCorrections } from './correct.ts'
import { deciding, inputOf, type Settings, STAGE } from './ledger.ts'
import { loaded, withBytes } from './loaded.ts'
import type { Pipeline } from './pipeline.ts'
import { dismissedByRule } from './reviewed.ts'
import { scopeOf } from './sources.ts'
import { count, emptySummary, type Summary } from './summary.ts'
import { codeVersion, knowledgeVersion } from './version.ts'

/** Milliseconds between two signs of life in the database; a sixth of what makes a lock stale. */
const HEARTBEAT = 5000

export interface RunOptions {
  /** Worker threads; 0 works in place. */
  readonly threads: number
  /** Work on everything, whatever the ledger says. */
  readonly full: boolean
  /** Work again on what failed before. */
  readonly retrySkipped: boolean
  /** Stops the run: what is stored stays, the rest is for the next run. */
  readonly signal: AbortSignal
  /** Called once the run has its number. */
  readonly onBegin?: (run: StoredRun) => void
  /** Called for every input, in the order of the inputs, once it is stored. */
  readonly onInput: (record: InputRecord) => void
  /** Writes the report once everything is stored; returns its files. */
  readonly report: (store: Store) => Promise<readonly string[]>
}

export interface Done {
  readonly run: StoredRun
  readonly state: RunState
  readonly summary: Summary
}

/**
 * Joins the stages: load, then (in threads) read to check, then store, in the order of the inputs.
 * Inputs that the ledger knows are not worked on.
 * @throws FatalError as the store and the loaders do; the run then counts as failed.
 */
export async function runPipeline(pipeline: Pipeline, store: Store, options: RunOptions): Promise<Done> {
  const started = performance.now()
  const version = codeVersion()
  const knowledge = knowledgeVersion(pipeline.knowledge)
  const scope = scopeOf(pipeline)
  const run = await store.begin({
    pipeline: pipeline.name,
    version,
    knowledge,
    ...(pipeline.tlp === undefined ? {} : { marking: pipeline.tlp }),
    ...(scope === undefined ? {} : { scope }),
  })
  options.onBegin?.(run)
  const summary = emptySummary()
  if (scope !== undefined) summary.scope = scope
  if (pipeline.reliability !== undefined) summary.reliability = pipeline.reliability
  // A failing heartbeat shows at the next `put`, which says so itself.
  const beat = setInterval(() => void store.heartbeat().catch(() => undefined), HEARTBEAT).unref()
  // What is fetched ends with the run, however that ends.
  const over = new AbortController()
  const signal = AbortSignal.any([options.signal, over.signal])
  let state: RunState = 'failed'
  let workers: Analyst<'facts'> | undefined
  try {
    const corrections = await takeCorrections(store, pipeline.suppressions)
    workers = analyst(options.threads, { ...pipeline, job: 'facts', corrections })
    const settings = { parts: deciding(pipeline), corrections }
    const found = outcomes(pipeline, store, { ...options, signal }, settings, workers)
    for await (const batch of batches(found, options.signal)) {
      const records = await store.put(run.id, STAGE, batch)
      for (const [index, record] of records.entries()) {
        const outcome = batch[index]
        if (outcome) count(summary, outcome, record)
        options.onInput(record)
      }
    }
    const removed = options.signal.aborted ? undefined : await store.removeAbsent(run.id)
    if (removed) summary.removed = removed
    if (pipeline.suppressions !== undefined)
      summary.dismissedByRule = await dismissedByRule(store, pipeline.suppressions, run.id)
    if (!options.signal.aborted) summary.report = await options.report(store)
    state = options.signal.aborted ? 'interrupted' : 'done'
    return { run, state, summary }
  } finally {
    clearInterval(beat)
    over.abort()
    await workers?.close()
    summary.seconds = Math.round((performance.now() - started) / 100) / 10
    await store.finish(run.id, state, summary)
  }
}

/** What becomes of each input, in order; those that need work go to the analyst while the next are loaded. */
async function* outcomes(
  pipeline: Pipeline,
  store: Store,
  options: RunOptions,
  settings: Settings,
  workers: Analyst<'facts'>,
): AsyncGenerator<Outcome> {
  const pending: Promise<Outcome>[] = []
  const items = abortable(
    loaded(pipeline, store, {
      ...options,
      hasWork: workOn(store, options, settings),
      forgotten: page => forgottenReason(page, settings.corrections),
    }),
    options.signal,
  )
  let next = ahead(items)
  for (;;) {
    const [first] = pending
    // Pages come seconds apart: what is done meanwhile is stored meanwhile.
    const done = first && (await Promise.race([next.then(() => undefined), first]))
    if (done) {
      pending.shift()
      yield done
      continue
    }
    const item = await next
    if (item.done) break
    pending.push((await begin(item.value, store, options, settings, workers)).result)
    next = ahead(items)
    while (pending.length > workers.ahead && !options.signal.aborted) yield await (pending.shift() as Promise<Outcome>)
  }
  for (const outcome of pending) {
    if (options.signal.aborted) return
    yield await outcome
  }
}

/** Whether there is work to do on a page that has not changed. */
const workOn =
  (store: Store, { full, retrySkipped }: RunOptions, settings: Settings) =>
  async (kept: Kept): Promise<boolean> => {
    const entry = await store.ledger(STAGE, kept.doc)
    return full || entry?.input !== inputOf(settings, kept) || (entry.state === 'failed' && retrySkipped)
  }

/** Wraps the result, so that awaiting the start does not await the work. */
async function begin(
  item: Loaded,
  store: Store,
  { full, retrySkipped }: RunOptions,
  settings: Settings,
  workers: Analyst<'facts'>,
): Promise<{ readonly result: Promise<Outcome> }> {
  const known = (outcome: Outcome) => ({ result: Promise.resolve(outcome) })
  const { path } = item
  if ('reason' in item) return known({ status: 'skipped', path, reason: item.reason })
  const { doc } = item
  if ('copyOf' in item) return known({ status: 'unchanged', path, doc, copyOf: item.copyOf })
  const forgotten = forgottenReason(item, settings.corrections)
  if (forgotten !== undefined) return known({ status: 'skipped', path, reason: forgotten })
  const input = inputOf(settings, item)
  const entry = await store.ledger(STAGE, doc)
  if (!full && entry?.input === input) {
    if (entry.state === 'done') return known({ status: 'unchanged', path, doc })
    if (!retrySkipped) return known({ status: 'skipped', path, doc, reason: entry.error ?? 'skipped before' })
  }
  const source = 'bytes' in item ? item : await withBytes(store, item)
  if (!source)
    return known({
      status: 'skipped',
      path,
      reason: 'not modified, but its bytes are not stored: the next run asks anew',
    })
  const { result } = await workers.start(source)
  const outcome = result.then((work): Outcome => {
    if ('reason' in work) return { status: 'skipped', path, doc, input, reason: work.reason }
    return { status: 'parsed', path, input, source, facts: work.made }
  })
  // A stopped run leaves work behind that nobody awaits.
  outcome.catch(() => undefined)
  return { result: outcome }
}
