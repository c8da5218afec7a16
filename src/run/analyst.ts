import { setImmediate } from 'node:timers/promises'
import type { Source } from '../model/document.ts'
import type { Work, WorkOptions } from './work.ts'

/** Who does the work on sources: this thread, or others. */
export interface Analyst {
  /** Results that may wait for their turn to be stored; bounds memory. */
  readonly ahead: number
  /** Waits until there is room, then promises the work. */
  start(source: Source): Promise<{ readonly result: Promise<Work> }>
  close(): Promise<void>
}

/** Sources in hand for each thread: one at work and some waiting, so that no thread idles while one result is stored. */
const WIDTH = 4

/**
 * @param threads 0 works in place. Nothing heavy is loaded before the first source: an unchanged folder needs none.
 */
export const analyst = (threads: number, options: WorkOptions): Analyst =>
  threads === 0 ? inPlace(options) : inThreads(threads, options)

function inPlace(options: WorkOptions): Analyst {
  const load = async () => {
    const [{ work }, { loadKnowledge }, { partsWith }] = await Promise.all([
      import('./work.ts'),
      import('../knowledge/load.ts'),
      import('./parts.ts'),
    ])
    const [knowledge, parts] = await Promise.all([loadKnowledge(options.knowledge), partsWith(options.plugins)])
    return (source: Source) => work(source, knowledge, parts, options)
  }
  let loaded: ReturnType<typeof load> | undefined
  return {
    ahead: 0,
    async start(source) {
      loaded ??= load()
      const work = await loaded
      // Nothing else gives signals their turn between two documents.
      await setImmediate()
      return { result: work(source) }
    },
    close: async () => undefined,
  }
}

function inThreads(count: number, options: WorkOptions): Analyst {
  const width = count * WIDTH
  const load = async () => {
    const [{ startThreads }, { queue }] = await Promise.all([import('./cpu.ts'), import('./io.ts')])
    return { threads: startThreads(count, options), queue: queue(width) }
  }
  let loaded: ReturnType<typeof load> | undefined
  return {
    ahead: width,
    async start(source) {
      loaded ??= load()
      const { threads, queue } = await loaded
      return queue.add(() => threads.run(source))
    },
    close: async () => {
      await (await loaded)?.threads.close()
    },
  }
}
