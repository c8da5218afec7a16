import { checks } from '../../builtin.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { listen } from '../../review/listen.ts'
import { reviewServer } from '../../review/server.ts'
import { openExisting } from '../../store/open.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { visible } from '../visible.ts'
import { byOf } from './decide.ts'

/** `errata review`: serves the review pages until it is told to stop (SIGINT, SIGTERM). Returns the exit code. */
export async function reviewCommand(options: Options): Promise<number> {
  const port = Number(options['port'])
  if (port > 65535) throw new FatalError(`--port ${port}: ports end at 65535`, EXIT.usage)
  const store = openExisting(String(options['db']))
  try {
    const { reviewer } = byOf(options)
    const knowledge = await loadKnowledge(knowledgeFiles(options))
    const log = logOf(options)
    const failed = (error: unknown): void => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.stderr.write(`errata: ${visible(text)}
`)
    }
    const listening = await listen(port, chosen =>
      reviewServer({ store, knowledge, checks, reviewer, port: chosen, failed }),
    )
    await print(`http://127.0.0.1:${listening.port}/\n`)
    log.info(`reviewing as ${reviewer}; Ctrl-C ends it`)
    await new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await listening.close()
    return EXIT.done
  } finally {
    await store.close()
  }
}
