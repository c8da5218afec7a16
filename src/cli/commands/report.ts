import { EXIT, FatalError } from '../../model/errors.ts'
import type { Tlp } from '../../run/pipeline.ts'
import { prepareFolder, writeReport } from '../../run/write-report.ts'
import { openExisting } from '../../store/open.ts'
import type { FlagStatus } from '../../store/store.ts'
import { logOf } from '../log.ts'
import { knowledgeFiles, type Options } from '../spec.ts'

/** `errata report`: files over what is stored. Returns the exit code. */
export async function reportCommand(options: Options): Promise<number> {
  const out = String(options['out'])
  const store = openExisting(String(options['db']))
  try {
    const { since, tlp } = options
    if (typeof since === 'number' && !(await store.run(since)))
      throw new FatalError(`--since ${since}: there is no such run ("errata status" names the last)`, EXIT.usage)
    prepareFolder(out)
    const files = await writeReport(store, options['format'] as string[], out, {
      notes: options['notes'] === true,
      status: options['status'] as FlagStatus | 'all',
      checks: {},
      knowledge: knowledgeFiles(options),
      ...(typeof since === 'number' ? { since } : {}),
      ...(typeof tlp === 'string' ? { tlp: tlp as Tlp } : {}),
    })
    for (const file of files) logOf(options).info(`report: ${file}`)
    return EXIT.done
  } finally {
    await store.close()
  }
}
