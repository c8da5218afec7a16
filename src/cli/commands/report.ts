import { join } from 'node:path'
import { EXIT } from '../../model/errors.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openExisting } from '../../store/open.ts'
import { logOf } from '../log.ts'
import { checkFormats } from '../plugins.ts'
import { reportOptions } from '../report-options.ts'
import { warnOfLimits } from '../sarif-limits.ts'
import { sinceRun } from '../since.ts'
import type { Options } from '../spec.ts'
import { closing } from '../store.ts'

/** `errata report`: files over what is stored. Returns the exit code. */
export async function reportCommand(options: Options): Promise<number> {
  const out = String(options['out'])
  return closing(openExisting(String(options['db']), join(out, 'backup')), async store => {
    const since = await sinceRun(store, options)
    const formats = options['format'] as string[]
    const shown = await reportOptions(options, since?.id)
    await checkFormats(formats, shown.plugins ?? [])
    prepareFolder(out)
    const log = logOf(options)
    for (const file of await writeReport(store, formats, out, shown)) {
      log.info(`report: ${file}`)
      await warnOfLimits(file, log)
    }
    return EXIT.done
  })
}
