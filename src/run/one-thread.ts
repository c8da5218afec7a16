import type { Threads } from './cpu.ts'
import type { Task, TaskOptions } from './work.ts'

/** A thread for one kind of task, under the limits, that starts with the first of them. */
export function oneThread<T extends Task>(options: TaskOptions<T>): Threads<T> {
  let closed = false
  let started: Promise<Threads<T>> | undefined
  return {
    async run(given) {
      // A stopped run may still come with what it was loading: a thread that begins now would have no end.
      if (closed) throw new Error('the thread is closed')
      started ??= import('./cpu.ts').then(({ startThreads }) => startThreads(1, options))
      return (await started).run(given)
    },
    async close() {
      closed = true
      await (await started)?.close()
    },
  }
}
