import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { beyond } from '../model/limits.ts'
import { failure } from './failure.ts'
import type { Given, Task, TaskOptions, Work } from './work.ts'

/** What a thread tells: that it is ready (no work yet), or what it made of what it was given. */
export interface FromThread {
  readonly work?: Work
  /** Milliseconds of processor time since it began; undefined where Node cannot tell. */
  readonly spent: number | undefined
}

/**
 * Trees of pages die young; a young generation that grows for them raises the peak memory (85 pages, two threads: 615 MB against
 * 443 MB; 406 texts: 400 against 325) and saves no CPU time.
 */
const YOUNG_MB = 8

/** How many times the limit of processor time may pass on the clock before a thread counts as stuck. */
const PATIENCE = 24

/** Milliseconds between two looks at a thread that has passed the limit on the clock only: others use the machine too. */
const LOOK = 250

/** A worker thread that does one work at a time, and is stopped when a document takes too long or too much memory. */
export class Thread<J extends Task> {
  readonly #worker: Worker
  readonly #options: TaskOptions<J>
  readonly #ready: Promise<void>
  #spent: number | undefined
  #end: ((work: Work<J>) => void) | undefined
  #alive = true

  constructor(options: TaskOptions<J>) {
    this.#options = options
    // tsc does not rewrite this address: the worker stands beside this file, with the same extension.
    const entry = new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url)
    this.#worker = new Worker(cached(entry), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: options.limits.memory },
    })
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.once('error', reject)
      this.#worker.once('message', resolve)
      this.#worker.once('exit', code => reject(new Error(ended(code))))
    })
    // Whoever runs something on it sees the failure; until then it must not count as unhandled.
    this.#ready.catch(() => undefined)
    this.#worker.on('message', ({ work, spent }: FromThread) => {
      this.#spent = spent
      if (work) this.#finish(work as Work<J>)
    })
    this.#worker.on('error', error => this.#die(reasonOf(error, options)))
    this.#worker.on('exit', code => this.#die(failure(ended(code))))
  }

  /** False once it was stopped, or stopped by itself. */
  get alive(): boolean {
    return this.#alive
  }

  /** @throws what kept the thread from starting */
  async run(given: Given[J]): Promise<Work<J>> {
    await this.#ready
    const done = new Promise<Work<J>>(resolve => {
      this.#end = resolve
    })
    this.#worker.postMessage(given)
    const seconds = this.#options.limits.seconds
    const stuck = setTimeout(() => this.#stop(), seconds * PATIENCE * 1000)
    const before = this.#spent ?? this.#active()
    let look = setTimeout(() => void check(), seconds * 1000)
    const check = async (): Promise<void> => {
      const used = (await this.#used()) - before
      if (this.#end === undefined) return
      if (used >= seconds * 1000) this.#stop()
      else look = setTimeout(() => void check(), Math.max(LOOK, seconds * 1000 - used))
    }
    try {
      return await done
    } finally {
      clearTimeout(stuck)
      clearTimeout(look)
    }
  }

  async close(): Promise<void> {
    this.#alive = false
    await this.#worker.terminate()
  }

  /** Milliseconds of processor time so far; where Node cannot tell, those in which the thread was not idle. */
  async #used(): Promise<number> {
    if (this.#spent === undefined) return this.#active()
    try {
      const { user, system } = await this.#worker.cpuUsage()
      return (user + system) / 1000
    } catch {
      // It ended meanwhile: its last words count.
      return this.#spent
    }
  }

  #active(): number {
    return this.#worker.performance.eventLoopUtilization().active
  }

  #stop(): void {
    this.#die(beyond('seconds', this.#options.limits))
    void this.#worker.terminate()
  }

  #die(reason: string): void {
    this.#alive = false
    this.#finish({ reason })
  }

  #finish(work: Work<J>): void {
    this.#end?.(work)
    this.#end = undefined
  }
}

/**
 * A thread does not inherit the cache of compiled modules, and it holds only for what is imported after it is on: 0.3 s of
 * processor time for each thread.
 */
const cached = (entry: URL): URL => {
  const code = `import module from 'node:module'; module.enableCompileCache?.(); await import(${JSON.stringify(entry.href)})`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}

const ended = (code: number): string => `its thread ended by itself (${code})`

/** Why a document gives nothing that ended its thread. */
function reasonOf(error: unknown, { limits }: TaskOptions): string {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? beyond('memory', limits) : failure(error)
}
