import { loadKnowledge } from '../../knowledge/load.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { visible } from '../../report/characters.ts'
import { listen } from '../../review/listen.ts'
import { queueOf } from '../../review/queue.ts'
import { reviewServer } from '../../review/server.ts'
import { openExisting } from '../../store/open.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import { partsOf } from '../plugins.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { byOf } from './decide.ts'

/** `errata review`: serves the review pages until it is told to stop (SIGINT, SIGTERM). Returns the exit code. */
export async function reviewCommand(options: Options): Promise<number> {
  const port = Number(options['port'])
  if (port > 65535) throw new FatalError(`--port ${port}: ports end at 65535`, EXIT.usage)
  const store = openExisting(String(options['db']))
  try {
    const { reviewer } = byOf(options)
    const knowledge = await loadKnowledge(knowledgeFiles(options))
    const { checks } = await partsOf(options)
    const log = logOf(options)
    const queue = queueOf(store)
    const failed = (error: unknown): void => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.stderr.write(`errata: ${visible(text)}\n`)
    }
    const listening = await listen(port, chosen =>
      reviewServer({ store, queue, knowledge, checks, reviewer, port: chosen, failed }),
    )
    // The first page, made before anybody asks, so that it is as quick as the others.
    const address = `http://127.0.0.1:${listening.port}/`
    await (await fetch(address)).text()
    await print(`${address}\n`)
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
