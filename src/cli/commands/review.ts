import { setImmediate } from 'node:timers/promises'
import { loadKnowledge } from '../../knowledge/load.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { visible } from '../../report/characters.ts'
import { placeOf } from '../../review/address.ts'
import { listen } from '../../review/listen.ts'
import { ORDERS } from '../../review/order.ts'
import { type PasswordHash, readPasswordFile } from '../../review/password.ts'
import { queueOf } from '../../review/queue.ts'
import { reviewServer } from '../../review/server.ts'
import { openTeam } from '../../review/team.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import { partsOf, pluginsOf } from '../plugins.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { namedDb, withStore } from '../store.ts'
import { teamGiven } from '../team.ts'
import { byOf } from './decide.ts'

/** `errata review`: serves the review pages until it is told to stop (SIGINT, SIGTERM). Returns the exit code. */
export async function reviewCommand(options: Options): Promise<number> {
  const port = Number(options['port'])
  if (port > 65535) throw new FatalError(`--port ${port}: ports end at 65535`, EXIT.usage)
  return withStore(options, async store => {
    const { reviewer } = byOf(options)
    const knowledge = await loadKnowledge(knowledgeFiles(options))
    const { checks } = await partsOf(options)
    const log = logOf(options)
    const { suppressions } = options
    const db = namedDb(String(options['db']))
    const file = typeof suppressions === 'string' ? suppressions : undefined
    await teamGiven(file, await pluginsOf(options), log)
    const team = file === undefined ? undefined : openTeam(file)
    const password = passwordOf(options)
    const queue = queueOf(store, team?.read)
    const failed = (error: unknown): void => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.stderr.write(`errata: ${visible(text)}\n`)
    }
    const listening = await listen(port, chosen =>
      reviewServer({
        store,
        queue,
        knowledge,
        checks,
        reviewer,
        port: chosen,
        failed,
        ...(team ? { team } : {}),
        ...(db === undefined ? {} : { db }),
        ...(password === undefined ? {} : { password }),
      }),
    )
    // Read and sorted before anybody asks, so that the first page is as quick as the others.
    const start = placeOf(new URLSearchParams())
    ;(await queue()).select(start, new Set())
    const stopped = new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await print(`http://127.0.0.1:${listening.port}/\n`)
    log.info(`reviewing as ${reviewer}; Ctrl-C ends it`)
    for (const order of ORDERS) {
      // Whoever asks comes first.
      await setImmediate()
      ;(await queue()).select({ ...start, order }, new Set())
    }
    await stopped
    await listening.close()
    return EXIT.done
  })
}

/** The hash in the file of `--password-file`, or of the environment's ERRATA_REVIEW_PASSWORD_FILE. */
function passwordOf({ passwordFile }: Options): PasswordHash | undefined {
  const file = typeof passwordFile === 'string' ? passwordFile : process.env['ERRATA_REVIEW_PASSWORD_FILE']
  return file ? readPasswordFile(file) : undefined
}
