import { availableParallelism } from 'node:os'
import { EXIT, FatalError } from '../../model/errors.ts'
import { DEFAULTS, type Pipeline } from '../../run/pipeline.ts'
import { type Done, runPipeline } from '../../run/run.ts'
import { openStore } from '../../store/open.ts'
import { logOf } from '../log.ts'
import { showProgress } from '../progress.ts'
import type { Options } from '../spec.ts'
import { summaryLines } from '../summary.ts'

/** `errata run`: the batch (contract.md). Returns the exit code. */
export async function runCommand(args: readonly string[], options: Options): Promise<number> {
  const log = logOf(options)
  const pipeline = await pipelineOf(args, options)
  const stop = new AbortController()
  const onSignal = (): void => {
    // The second signal does not wait for the document in hand; SQLite rolls its batch back.
    if (stop.signal.aborted) process.exit(EXIT.interrupted)
    log.warn('stopping; what is read stays, the next run goes on from here')
    stop.abort()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  const progress = showProgress(log)
  const store = openStore(pipeline.store)
  let done: Done
  try {
    done = await runPipeline(pipeline, store, {
      threads: typeof options['threads'] === 'number' ? options['threads'] : availableParallelism() - 1,
      full: options['full'] === true,
      retrySkipped: options['retrySkipped'] === true,
      signal: stop.signal,
      onInput: progress.see,
    })
  } finally {
    progress.end()
    await store.close()
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
  for (const line of summaryLines(done)) log.info(line)
  if (done.state === 'interrupted') return EXIT.interrupted
  return done.summary.documents.skipped > 0 ? EXIT.skipped : EXIT.done
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The pipeline of the command line: a file of its own, or the inputs in the place of those of pipelines/folder.yaml. */
async function pipelineOf(args: readonly string[], options: Options): Promise<Pipeline> {
  const [first] = args
  const isFile = args.length === 1 && first !== undefined && /\.ya?ml$/i.test(first)
  if (first === undefined) throw new FatalError('nothing to run: name a pipeline (.yaml), files or folders', EXIT.usage)
  if (isFile) throw new FatalError(`${first}: pipelines come later`, EXIT.usage)
  const published = options['published']
  return {
    ...DEFAULTS,
    load: args,
    ...(typeof options['db'] === 'string' ? { store: options['db'] } : {}),
    ...(typeof published === 'string' ? { published } : {}),
  }
}
