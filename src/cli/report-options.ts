import type { Tlp } from '../run/pipeline.ts'
import type { ReportOptions } from '../run/stored-report.ts'
import type { FlagFilter } from '../store/store.ts'
import { logOf } from './log.ts'
import { pluginsOf } from './plugins.ts'
import { knowledgeFiles, type Options } from './spec.ts'
import { namedDb } from './store.ts'
import { teamGiven } from './team.ts'

/** What `report` and `export` show, from their command line. @param since the run that they compare with (`sinceRun`) */
export async function reportOptions(options: Options, since?: number): Promise<ReportOptions> {
  const { tlp, suppressions } = options
  const db = namedDb(String(options['db']))
  const plugins = await pluginsOf(options)
  if (typeof suppressions === 'string') await teamGiven(suppressions, plugins, logOf(options))
  return {
    notes: options['notes'] === true,
    status: options['status'] as FlagFilter,
    checks: {},
    knowledge: knowledgeFiles(options),
    plugins,
    ...(db === undefined ? {} : { db }),
    ...(since === undefined ? {} : { since }),
    ...(typeof suppressions === 'string' ? { suppressions } : {}),
    ...(typeof tlp === 'string' ? { tlp: tlp as Tlp } : {}),
  }
}
