import { Thread } from './thread.ts'
import type { Given, Task, TaskOptions, Work } from './work.ts'

/** Worker threads that take a source or packet each. */
export interface Threads<J extends Task> {
  /** @throws what keeps threads from starting, or that they were closed */
  run(given: Given[J]): Promise<Work<J>>
  /** Ends the threads with what they have in hand; what waits for one fails. */
  close(): Promise<void>
}

/**
 * Up to `count` threads, started when there is work for them; each loads the knowledge once. One that a document ended is
 * replaced; sources that wait for a thread never notice.
 */
export function startThreads<J extends Task>(count: number, options: TaskOptions<J>): Threads<J> {
  const threads = new Set<Thread<J>>()
  const idle: Thread<J>[] = []
  const waiting: (() => void)[] = []
  let closed = false
  const take = async (): Promise<Thread<J>> => {
    while (!closed && idle.length === 0 && threads.size >= count)
      await new Promise<void>(resolve => waiting.push(resolve))
    // What waited for a thread that `close` ended must not start another: nobody would end that one.
    if (closed) throw new Error('the threads are closed')
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (free.alive) return free
      // It ended while it had nothing to do.
      threads.delete(free)
    }
    const thread = new Thread(options)
    threads.add(thread)
    return thread
  }
  return {
    async run(given) {
      const thread = await take()
      try {
        return await thread.run(given)
      } finally {
        if (thread.alive) idle.push(thread)
        else threads.delete(thread)
        waiting.shift()?.()
      }
    },
    async close() {
      closed = true
      for (const wake of waiting.splice(0)) wake()
      await Promise.all([...threads].map(thread => thread.close()))
    },
  }
}
