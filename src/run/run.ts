import type { Loaded } from '../model/fetched.ts'
import type { InputRecord, Outcome, RunState, Store, StoredRun } from '../store/store.ts'
import { abortable, ahead } from './abortable.ts'
import { type Analyst, analyst } from './analyst.ts'
import { batches } from './batch.ts'
import { bearing, takeCorrections } from './correct.ts'
import { type Again, deciding, dueFor, packetMemory, type Settings, STAGE } from './ledger.ts'
import { type LoadOptions, loaded, withBytes } from './loaded.ts'
import { type Packets, packets } from './packets.ts'
import type { Pipeline } from './pipeline.ts'
import { teamFile } from './reviewed.ts'
import { scopeOf } from './sources.ts'
import { count, emptySummary, type Summary } from './summary.ts'
import { openFlags, type Tally, tallyFlags } from './tally.ts'
import { codeVersion, knowledgeVersion } from './version.ts'

/** Milliseconds between two signs of life in the database; a sixth of what makes a lock stale. */
const HEARTBEAT = 5000

export interface RunOptions extends Again {
  /** Worker threads; 0 works in place. */
  readonly threads: number
  /** Count the flags of the documents seen (`Done.flags`): a look at each of them, new or not. */
  readonly tally?: boolean
  /** Stops the run: what is stored stays, the rest is for the next run. */
  readonly signal: AbortSignal
  /** Called once the run has its number. */
  readonly onBegin?: (run: StoredRun) => void
  /** Called for every input, in the order of the inputs, once it is stored. */
  readonly onInput: (record: InputRecord) => void
  /** Writes the report once everything is stored; returns its files, or throws the signal's reason when that stopped it. */
  readonly report: (store: Store) => Promise<readonly string[]>
}

export interface Done {
  readonly run: StoredRun
  readonly state: RunState
  readonly summary: Summary
  /** There when `RunOptions.tally` asked for it, or the team's file has rules. */
  readonly flags?: Tally
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
  let opener: Packets | undefined
  try {
    const team = await teamFile(pipeline.suppressions)
    const corrections = await takeCorrections(store, team?.corrections ?? [])
    workers = analyst(options.threads, { ...pipeline, job: 'facts', corrections })
    const settings = { parts: deciding(pipeline), corrections: bearing(corrections) }
    if (options.threads > 0) opener = packets(pipeline.limits, packetMemory(store, settings, options))
    const found = outcomes(
      pipeline,
      store,
      { ...options, signal, ...(opener && { open: opener.open }) },
      settings,
      workers,
    )
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
    const counted = options.tally || (team?.rules.length ?? 0) > 0
    const flags = counted ? await tallyFlags(store, run.id, team) : undefined
    if (team) summary.dismissedByRule = flags?.dismissedByRule ?? {}
    if (!options.signal.aborted) summary.open = await openFlags(store, team)
    await reported(store, options, summary)
    state = options.signal.aborted ? 'interrupted' : 'done'
    return { run, state, summary, ...(flags && { flags }) }
  } finally {
    clearInterval(beat)
    over.abort()
    await Promise.all([workers?.close(), opener?.close()])
    summary.seconds = Math.round((performance.now() - started) / 100) / 10
    await store.finish(run.id, state, summary)
  }
}

/** A report that a signal stops is written by the next run. */
async function reported(store: Store, { report, signal }: RunOptions, summary: Summary): Promise<void> {
  try {
    if (!signal.aborted) summary.report = await report(store)
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error
  }
}

/** What becomes of each input, in order; those that need work go to the analyst while the next are loaded. */
async function* outcomes(
  pipeline: Pipeline,
  store: Store,
  options: RunOptions & Pick<LoadOptions, 'open'>,
  settings: Settings,
  workers: Analyst<'facts'>,
): AsyncGenerator<Outcome> {
  const pending: Promise<Outcome>[] = []
  const items = abortable(
    loaded(pipeline, store, {
      ...options,
      hasWork: async page => (await dueFor(page, store, settings, options)).does === 'work',
      forgotten: settings.corrections.forgotten,
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

/** Wraps the result, so that awaiting the start does not await the work. */
async function begin(
  item: Loaded,
  store: Store,
  again: Again,
  settings: Settings,
  workers: Analyst<'facts'>,
): Promise<{ readonly result: Promise<Outcome> }> {
  const known = (outcome: Outcome) => ({ result: Promise.resolve(outcome) })
  const { path } = item
  if ('reason' in item) {
    const { reason, input } = item
    return known({ status: 'skipped', path, reason, ...(input !== undefined && { doc: path, input }) })
  }
  const { doc } = item
  if ('copyOf' in item) return known({ status: 'unchanged', path, doc, copyOf: item.copyOf })
  const due = await dueFor(item, store, settings, again)
  if (due.does === 'nothing') return known({ status: 'unchanged', path, doc })
  if (due.does === 'skip') return known({ status: 'skipped', path, doc, reason: due.reason })
  const { input } = due
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
