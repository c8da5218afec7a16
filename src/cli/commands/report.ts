import { join } from 'node:path'
import { EXIT, FatalError } from '../../model/errors.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openExisting } from '../../store/open.ts'
import { logOf } from '../log.ts'
import { reportOptions } from '../report-options.ts'
import type { Options } from '../spec.ts'

/** `errata report`: files over what is stored. Returns the exit code. */
export async function reportCommand(options: Options): Promise<number> {
  const out = String(options['out'])
  const store = openExisting(String(options['db']), join(out, 'backup'))
  try {
    const { since } = options
    if (typeof since === 'number' && !(await store.run(since)))
      throw new FatalError(`--since ${since}: there is no such run ("errata status" names the last)`, EXIT.usage)
    prepareFolder(out)
    for (const file of await writeReport(store, options['format'] as string[], out, reportOptions(options)))
      logOf(options).info(`report: ${file}`)
    return EXIT.done
  } finally {
    await store.close()
  }
}
