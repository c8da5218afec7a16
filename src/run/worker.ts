import { parentPort, workerData } from 'node:worker_threads'
import type { Source } from '../model/document.ts'
import type { FromThread } from './thread.ts'
import { type WorkOptions, worker } from './work.ts'

// Thread entry: gets ready once, then takes one source after the other.
const work = await worker(workerData as WorkOptions)

const tell = (message: Omit<FromThread, 'spent'>): void => parentPort?.postMessage({ ...message, spent: spent() })

/** Milliseconds of processor time that this thread has used; Node 22 cannot tell. */
function spent(): number | undefined {
  const usage = process.threadCpuUsage?.()
  return usage && (usage.user + usage.system) / 1000
}

parentPort?.on('message', async (source: Source) => tell({ work: await work(source) }))
tell({})
