import { parentPort, workerData } from 'node:worker_threads'
import type { FromThread } from './thread.ts'
import type { Given, Task, TaskOptions, Work, WorkOptions } from './work.ts'

// Thread entry: gets ready once, then takes one thing after the other.
const options = workerData as TaskOptions
const work = await ready()

const tell = (message: Omit<FromThread, 'spent'>): void => parentPort?.postMessage({ ...message, spent: spent() })

/** The code of the other tasks is not loaded. */
async function ready(): Promise<(given: never) => Promise<Work>> {
  if (options.job === 'open') return (await import('./opened.ts')).opened
  if (options.job === 'list') return (await import('./listed.ts')).listed
  return (await import('./work.ts')).worker(options as WorkOptions)
}

/** Milliseconds of processor time that this thread has used; Node 22 cannot tell. */
function spent(): number | undefined {
  const usage = process.threadCpuUsage?.()
  return usage && (usage.user + usage.system) / 1000
}

parentPort?.on('message', async (given: Given[Task]) => tell({ work: await work(given as never) }))
tell({})
