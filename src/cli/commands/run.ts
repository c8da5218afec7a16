import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { EXIT } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { tally } from '../../report/words.ts'
import type { Pipeline } from '../../run/pipeline.ts'
import { planRun } from '../../run/plan.ts'
import { reviewedFlags, teamFile } from '../../run/reviewed.ts'
import { type Done, runPipeline } from '../../run/run.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openStore, openToRead } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { type Log, logOf } from '../log.ts'
import { print } from '../output.ts'
import { pipelineOf } from '../pipeline.ts'
import { showProgress } from '../progress.ts'
import { warnOfLimits } from '../sarif-limits.ts'
import { atLeast, showsNotes } from '../severity.ts'
import type { Options } from '../spec.ts'
import { summaryLines } from '../summary.ts'

/** `errata run`: the batch (contract.md). Returns the exit code. */
export async function runCommand(args: readonly string[], options: Options): Promise<number> {
  const log = logOf(options)
  const pipeline = await pipelineOf(args, options)
  if (options['dryRun'] === true) return dryRun(pipeline, options, log)
  const out = String(options['out'])
  prepareFolder(out)
  const store = openStore(pipeline.store, join(out, 'backup'))
  try {
    const done = await untilSignal(log, signal => batch(pipeline, store, out, options, log, signal))
    const [heading = '', ...rest] = summaryLines(done)
    log.info(heading, { summary: done.summary })
    for (const line of rest) log.info(line)
    if (done.state === 'interrupted') {
      // Unread standard input would keep the process alive.
      process.stdin.destroy()
      return EXIT.interrupted
    }
    if (await hasFindings(store, done.run.id, options['failOn'], pipeline.suppressions)) return EXIT.findings
    return done.summary.documents.skipped > 0 ? EXIT.skipped : EXIT.done
  } finally {
    await store.close()
  }
}

async function batch(
  pipeline: Pipeline,
  store: Store,
  out: string,
  options: Options,
  log: Log,
  signal: AbortSignal,
): Promise<Done> {
  const progress = showProgress(log)
  const { tlp, checks, report, knowledge, plugins, suppressions } = pipeline
  const shown = {
    notes: showsNotes(options),
    status: 'open',
    checks,
    knowledge,
    plugins,
    ...(tlp ? { tlp } : {}),
    ...(suppressions === undefined ? {} : { suppressions }),
  } as const
  try {
    return await runPipeline(pipeline, store, {
      threads: typeof options['threads'] === 'number' ? options['threads'] : availableParallelism() - 1,
      full: options['full'] === true,
      retrySkipped: options['retrySkipped'] === true,
      signal,
      onInput: progress.see,
      report: async () => {
        const files = await writeReport(store, report, out, shown)
        for (const file of files) await warnOfLimits(file, log)
        return files
      },
    })
  } finally {
    progress.end()
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Work that a signal stops: what is stored stays, the rest is for the next run. */
async function untilSignal<T>(log: Log, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const onSignal = (): void => {
    // A second signal does not wait for the document in hand; SQLite rolls its batch back.
    if (stop.signal.aborted) process.exit(EXIT.interrupted)
    log.warn('stopping: what is stored stays, the next run goes on from here')
    stop.abort()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  try {
    return await work(stop.signal)
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}

/** Whether a document of this run has a flag as grave as `--fail-on`, and no reviewer dismissed it. */
async function hasFindings(store: Store, run: number, threshold: unknown, team?: string): Promise<boolean> {
  if (threshold === undefined) return false
  const suppressions = await teamFile(team)
  for await (const { flag, status } of reviewedFlags(store, suppressions, { seenIn: run }))
    if (status !== 'dismissed' && status !== 'fixed' && atLeast(flag.severity, threshold)) return true
  return false
}

/** `--dry-run`: on standard output one line an input that has something to do. Nothing is stored or written. */
async function dryRun(pipeline: Pipeline, options: Options, log: Log): Promise<number> {
  const store = openToRead(pipeline.store)
  const counts = { read: 0, fetch: 0, skip: 0, nothing: 0 }
  const how = { full: options['full'] === true, retrySkipped: options['retrySkipped'] === true }
  try {
    for await (const { path, does, reason } of planRun(pipeline, store, how)) {
      counts[does]++
      if (does !== 'nothing')
        await print(`would ${does} ${visibleLine(`${path}${reason === undefined ? '' : `: ${reason}`}`)}\n`)
    }
  } finally {
    await store.close()
  }
  const fetching = counts.fetch > 0 ? `, ask ${tally(counts.fetch, 'address', 'addresses')}` : ''
  log.info(`would read ${counts.read}, skip ${counts.skip}; ${counts.nothing} unchanged${fetching}`, counts)
  return counts.skip > 0 ? EXIT.skipped : EXIT.done
}
