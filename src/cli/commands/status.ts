import { EXIT } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { tally } from '../../report/words.ts'
import { openExisting } from '../../store/open.ts'
import type { StoredRun } from '../../store/store.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'

/** `errata status`: the last run and every input it saw. Returns the exit code. */
export async function statusCommand(options: Options): Promise<number> {
  const store = openExisting(String(options['db']))
  try {
    const run = await store.lastRun()
    const check = options['check'] === true && run?.state !== 'done' ? EXIT.skipped : EXIT.done
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
    for (const line of skipped) await print(line)
    if (left > skipped.length) await print(`  … and ${left - skipped.length} more: errata status --json\n`)
    return check
  } finally {
    await store.close()
  }
}

/** Skipped inputs named to a person; `--json` has all. */
const SHOWN = 100

function heading({ id, pipeline, state, startedAt, finishedAt }: StoredRun): string {
  const what = state === 'running' ? 'not finished: it is still going on, or was killed' : state
  return `run ${id} of ${pipeline}: ${what} (${startedAt}${finishedAt ? ` to ${finishedAt}` : ''})`
}
