import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { EXIT, FatalError } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { tally } from '../../report/words.ts'
import type { Ended } from '../../run/ended.ts'
import type { Pipeline } from '../../run/pipeline.ts'
import { planRun } from '../../run/plan.ts'
import { type Done, runPipeline } from '../../run/run.ts'
import { packageVersion } from '../../run/version.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openStore, openToRead } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { type Log, logOf } from '../log.ts'
import { print } from '../output.ts'
import { pipelineOf } from '../pipeline.ts'
import { showProgress } from '../progress.ts'
import { warnOfLimits } from '../sarif-limits.ts'
import { atLeast, showsNotes } from '../severity.ts'
import { untilSignal } from '../signals.ts'
import type { Options } from '../spec.ts'
import { closing, namedDb } from '../store.ts'
import { summaryLines } from '../summary.ts'
import { isTold, prepareMetrics, tellEnded } from '../tell.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** `errata run`: the batch (contract.md), once or by a schedule. Returns the exit code. */
export async function runCommand(args: readonly string[], options: Options): Promise<number> {
  const log = logOf(options)
  const pipeline = await pipelineOf(args, options)
  const { dryRun: dry, every } = options
  if (dry === true && every !== undefined)
    throw new FatalError('--every and --dry-run do not go together: a dry run shows what one run would do', EXIT.usage)
  if (dry === true) return dryRun(pipeline, options, log)
  const words = typeof every === 'string' ? every : undefined
  if (words === undefined) return untilSignal(log, signal => runOnce(pipeline, options, log, signal))
  if (args.includes('-')) throw new FatalError('--every: standard input can be read only once', EXIT.usage)
  // The pipeline file is read anew each time: what is wrong with it then is told, and the next run comes all the same.
  const again = async (signal: AbortSignal) =>
    // A signal of its own: what a run adds to it goes with the run.
    runOnce(await pipelineOf(args, options), options, log, AbortSignal.any([signal]))
  const { everyRun } = await import('./every.ts')
  return untilSignal(log, signal => everyRun(words, () => again(signal), log, signal))
}

/** One run of a pipeline, and what tells of it. Returns the exit code. */
async function runOnce(pipeline: Pipeline, options: Options, log: Log, signal: AbortSignal): Promise<number> {
  const startedAt = new Date().toISOString()
  const end: Mutable<Ended> = {
    pipeline: pipeline.name,
    version: packageVersion(),
    state: 'failed',
    exitCode: EXIT.findings,
    startedAt,
    finishedAt: startedAt,
  }
  // Metrics that cannot be written end the run, which says why; trying again would say it twice.
  const { metrics: _, ...unmeasured } = pipeline
  let told: Pipeline = unmeasured
  try {
    prepareMetrics(pipeline)
    told = pipeline
    await stored(pipeline, options, log, signal, end)
    return end.exitCode
  } catch (error) {
    end.exitCode = error instanceof FatalError ? error.exitCode : EXIT.findings
    end.error = (error as Error).message
    throw error
  } finally {
    end.finishedAt = new Date().toISOString()
    await tellEnded(told, end, log)
  }
}

/** Runs a pipeline over its store, and notes how it ended. */
async function stored(
  pipeline: Pipeline,
  options: Options,
  log: Log,
  signal: AbortSignal,
  end: Mutable<Ended>,
): Promise<void> {
  const out = String(options['out'])
  prepareFolder(out)
  await closing(openStore(pipeline.store, join(out, 'backup')), async store => {
    const done = await batch(pipeline, store, out, options, log, signal)
    Object.assign(end, { run: done.run.id, state: done.state, summary: done.summary })
    const [heading = '', ...rest] = summaryLines(done)
    log.info(heading, { run: done.run.id, summary: done.summary })
    for (const line of rest) log.info(line, { run: done.run.id })
    if (done.flags) end.flags = done.flags
    end.exitCode = codeOf(done, options)
    // Unread standard input would keep the process alive.
    if (done.state === 'interrupted') process.stdin.destroy()
  })
}

function codeOf({ state, summary, flags }: Done, { failOn }: Options): number {
  if (state === 'interrupted') return EXIT.interrupted
  if (failOn !== undefined && flags?.gravest && atLeast(flags.gravest, failOn)) return EXIT.findings
  return summary.documents.skipped > 0 ? EXIT.skipped : EXIT.done
}

async function batch(
  pipeline: Pipeline,
  store: Store,
  out: string,
  options: Options,
  log: Log,
  signal: AbortSignal,
): Promise<Done> {
  let progress = showProgress(log)
  const { tlp, checks, report, knowledge, plugins, suppressions } = pipeline
  const db = namedDb(pipeline.store)
  const shown = {
    notes: showsNotes(options),
    status: 'open',
    checks,
    knowledge,
    plugins,
    ...(tlp ? { tlp } : {}),
    ...(db === undefined ? {} : { db }),
    ...(suppressions === undefined ? {} : { suppressions }),
  } as const
  try {
    return await runPipeline(pipeline, store, {
      threads: typeof options['threads'] === 'number' ? options['threads'] : Math.max(1, availableParallelism() - 1),
      full: options['full'] === true,
      retrySkipped: options['retrySkipped'] === true,
      tally: options['failOn'] !== undefined || isTold(pipeline),
      signal,
      onBegin: ({ id }) => {
        progress = showProgress(log.with({ run: id }))
      },
      onInput: record => progress.see(record),
      report: async () => {
        const files = await writeReport(store, report, out, shown, signal)
        for (const file of files) await warnOfLimits(file, log)
        return files
      },
    })
  } finally {
    progress.end()
  }
}

/** `--dry-run`: on standard output one line an input that has something to do. Nothing is stored or written. */
async function dryRun(pipeline: Pipeline, options: Options, log: Log): Promise<number> {
  const counts = { read: 0, fetch: 0, skip: 0, nothing: 0 }
  const how = { full: options['full'] === true, retrySkipped: options['retrySkipped'] === true }
  await closing(openToRead(pipeline.store), async store => {
    for await (const { path, does, reason } of planRun(pipeline, store, how)) {
      counts[does]++
      if (does !== 'nothing')
        await print(`would ${does} ${visibleLine(`${path}${reason === undefined ? '' : `: ${reason}`}`)}\n`)
    }
  })
  const fetching = counts.fetch > 0 ? `, ask ${tally(counts.fetch, 'address', 'addresses')}` : ''
  log.info(`would read ${counts.read}, skip ${counts.skip}; ${counts.nothing} unchanged${fetching}`, counts)
  return counts.skip > 0 ? EXIT.skipped : EXIT.done
}
