import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Source } from '../model/document.ts'
import type { Work, WorkOptions } from './work.ts'

/** Worker threads that take a source each. */
export interface Threads {
  run(source: Source): Promise<Work>
  close(): Promise<void>
}

/**
 * Trees of pages die young; a young generation that grows for them raises the peak memory (85 pages, two threads: 615 MB against
 * 443 MB; 406 texts: 400 against 325) and saves no CPU time.
 */
const YOUNG_MB = 8

/** Starts threads; each loads the knowledge once, at its first document. */
export function startThreads(count: number, options: WorkOptions): Threads {
  // tsc does not rewrite this address: the worker stands beside this file, with the same extension.
  const worker = new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url)
  const pool = new Piscina<Source, Work>({
    filename: fileURLToPath(worker),
    name: 'analyseSource',
    minThreads: count,
    maxThreads: count,
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  return { run: source => pool.run(source), close: () => pool.destroy() }
}
