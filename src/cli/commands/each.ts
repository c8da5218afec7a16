import { loadKnowledge } from '../../knowledge/load.ts'
import type { Source } from '../../model/document.ts'
import { EXIT } from '../../model/errors.ts'
import { carefulAnalyst } from '../../run/analyst.ts'
import { packets } from '../../run/packets.ts'
import { partsWith } from '../../run/parts.ts'
import { sources } from '../../run/sources.ts'
import type { Job, Works } from '../../run/work.ts'
import { limitsGiven } from '../limits.ts'
import { logOf } from '../log.ts'
import { pluginsOf } from '../plugins.ts'
import { knowledgeFiles, type Options } from '../spec.ts'

/** Works on every document of the inputs; what cannot be read is named on standard error. Returns the exit code. */
export async function eachDocument<J extends Job>(
  job: J,
  inputs: readonly string[],
  use: (made: Works[J], source: Source) => Promise<void> | void,
  options: Options = {},
): Promise<number> {
  const log = logOf(options)
  let skipped = 0
  const skip = (path: string, reason: string): void => {
    skipped++
    log.warn(`skipped ${path}: ${reason}`, { stage: 'analyse', document: path, reason })
  }
  const knowledge = knowledgeFiles(options)
  const plugins = await pluginsOf(options)
  // Here, because a thread's complaint about them would come late and from far away.
  if (knowledge.length > 0) await loadKnowledge(knowledge)
  if (plugins.length > 0) await partsWith(plugins)
  const limits = await limitsGiven(options)
  const analyst = carefulAnalyst({ job, checks: {}, knowledge, plugins, corrections: [], limits })
  const opener = packets(limits)
  const published = typeof options['published'] === 'string' ? options['published'] : undefined
  try {
    for await (const item of sources(inputs, published, opener.open)) {
      if ('reason' in item) {
        skip(item.path, item.reason)
        continue
      }
      const work = await (await analyst.start(item)).result
      if ('reason' in work) skip(item.path, work.reason)
      else await use(work.made, item)
    }
  } finally {
    // A thread that is left keeps the process from ending.
    await Promise.all([analyst.close(), opener.close()])
  }
  return skipped > 0 ? EXIT.skipped : EXIT.done
}
