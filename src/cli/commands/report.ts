import { join } from 'node:path'
import { EXIT } from '../../model/errors.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openExisting } from '../../store/open.ts'
import { checkRun } from '../check-run.ts'
import { logOf } from '../log.ts'
import { checkFormats } from '../plugins.ts'
import { reportOptions } from '../report-options.ts'
import type { Options } from '../spec.ts'

/** `errata report`: files over what is stored. Returns the exit code. */
export async function reportCommand(options: Options): Promise<number> {
  const out = String(options['out'])
  const store = openExisting(String(options['db']), join(out, 'backup'))
  try {
    await checkRun(store, options['since'])
    const formats = options['format'] as string[]
    const shown = await reportOptions(options)
    await checkFormats(formats, shown.plugins ?? [])
    prepareFolder(out)
    for (const file of await writeReport(store, formats, out, shown)) logOf(options).info(`report: ${file}`)
    return EXIT.done
  } finally {
    await store.close()
  }
}
