import { setImmediate } from 'node:timers/promises'
import type { Source } from '../model/document.ts'
import type { Job, Work, WorkOptions } from './work.ts'

/** Who does the work on sources: this thread, or others. */
export interface Analyst<J extends Job> {
  /** Results that may wait for their turn to be stored; bounds memory. */
  readonly ahead: number
  /** Waits until there is room, then promises the work. */
  start(source: Source): Promise<{ readonly result: Promise<Work<J>> }>
  /** Ends what is in hand; nothing can be started afterwards. */
  close(): Promise<void>
}

/** Sources in hand for each thread: one at work and some waiting, so that no thread idles while one result is stored. */
const WIDTH = 4

/**
 * @param threads 0 works in place, where nothing can stop a document that takes too long. Nothing heavy is loaded before the
 *   first source: an unchanged folder needs none.
 */
export const analyst = <J extends Job>(threads: number, options: WorkOptions<J>): Analyst<J> =>
  threads === 0 ? inPlace(options) : inThreads(threads, options)

/** Bytes of a document that may be worked on in place: at worst it takes a second. */
const SMALL = 100_000

/** Formats of which a few bytes may cost seconds or much memory: packed streams, parts within parts. */
const PACKED = /^(?:application\/pdf|message\/rfc822|application\/x-errata-mbox-message)$/

/** Works in place on what is small, and starts a thread for what is not: for commands that mostly see a few articles. */
export function carefulAnalyst<J extends Job>(options: WorkOptions<J>): Analyst<J> {
  const here = inPlace(options)
  const there = inThreads(1, options)
  return {
    ahead: 0,
    start: source => (source.bytes.length > SMALL || PACKED.test(source.mediaType) ? there : here).start(source),
    close: () => there.close(),
  }
}

function inPlace<J extends Job>(options: WorkOptions<J>): Analyst<J> {
  const load = async () => (await import('./work.ts')).worker(options)
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

function inThreads<J extends Job>(count: number, options: WorkOptions<J>): Analyst<J> {
  const width = count * WIDTH
  const load = async () => {
    const [{ startThreads }, { queue }] = await Promise.all([import('./cpu.ts'), import('./io.ts')])
    return { threads: startThreads(count, options), queue: queue(width) }
  }
  let loaded: ReturnType<typeof load> | undefined
  let closed = false
  return {
    ahead: width,
    async start(source) {
      // A stopped run may still come with the document that it was loading: threads that begin now would have no end.
      if (closed) throw new Error('the analyst is closed')
      loaded ??= load()
      const { threads, queue } = await loaded
      return queue.add(() => threads.run(source))
    },
    close: async () => {
      closed = true
      await (await loaded)?.threads.close()
    },
  }
}
