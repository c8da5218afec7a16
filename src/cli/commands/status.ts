import { EXIT, FatalError } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { commandLine } from '../../report/command.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { tally } from '../../report/words.ts'
import { lengthOf } from '../../run/length.ts'
import type { Summary } from '../../run/summary.ts'
import type { Store, StoredRun } from '../../store/store.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { namedDb, withStore } from '../store.ts'
import { removedLine } from '../summary.ts'

/** `errata status`: the last run and every input it saw. Returns the exit code. */
export async function statusCommand(options: Options): Promise<number> {
  return withStore(options, async store => {
    const run = await store.lastRun()
    const late = await lateness(store, options['maxAge'])
    if (late !== undefined) logOf(options).warn(late)
    const incomplete = options['check'] === true && run?.state !== 'done'
    if (incomplete) logOf(options).warn(`not complete: ${run ? heading(run) : 'no run yet'}`)
    const check = incomplete || late !== undefined ? EXIT.skipped : EXIT.done
    if (options['json'] === true) {
      if (run) for await (const record of store.inputs(run.id)) await print(jsonLine(record))
      return check
    }
    if (!run) {
      await print('no run yet\n')
      return check
    }
    const counts = { parsed: 0, unchanged: 0, skipped: 0 }
    const skipped: string[] = []
    for await (const { path, status, reason } of store.inputs(run.id)) {
      counts[status]++
      if (status === 'skipped' && skipped.length < SHOWN) skipped.push(`  ${visibleLine(`${path}: ${reason}`)}\n`)
    }
    const { parsed, unchanged, skipped: left } = counts
    await print(`${heading(run)}\n`)
    await print(
      `${tally(parsed + unchanged + left, 'input')}: ${parsed} read, ${unchanged} unchanged, ${left} skipped\n`,
    )
    const { removed } = (run.summary ?? {}) as Partial<Summary>
    if (removed) await print(`${removedLine(removed)}\n`)
    for (const line of skipped) await print(line)
    if (left > skipped.length) {
      const all = commandLine('status --json', namedDb(String(options['db'])))
      await print(`  … and ${left - skipped.length} more: ${all}\n`)
    }
    return check
  })
}

/**
 * That no run came to its end for longer than `--max-age`, in a sentence; undefined when one did.
 * @throws FatalError 2 when the age is no length of time
 */
async function lateness(store: Store, maxAge: unknown): Promise<string | undefined> {
  if (typeof maxAge !== 'string') return undefined
  const length = lengthOf(maxAge)
  if (length === undefined)
    throw new FatalError(`--max-age ${maxAge}: not a length of time such as 26h, 90m or 2d`, EXIT.usage)
  const last = await store.lastRun('done')
  if (!last) return 'no run has come to its end yet'
  const ended = last.finishedAt ?? last.startedAt
  if (Date.now() - Date.parse(ended) <= length) return undefined
  return `no run has come to its end for more than ${maxAge}: the last, run ${last.id}, ended ${ended}`
}

/** Skipped inputs named to a person; `--json` has all. */
const SHOWN = 100

function heading({ id, pipeline, state, startedAt, finishedAt }: StoredRun): string {
  const what = state === 'running' ? 'not finished: it is still going on, or was killed' : state
  return `run ${id} of ${pipeline}: ${what} (${startedAt}${finishedAt ? ` to ${finishedAt}` : ''})`
}
