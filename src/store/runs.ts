import type { Removed } from './remove.ts'
import type { RunState, StoredRun } from './store.ts'

/** What a store knows of runs. */
export interface RunKeeper {
  /** Takes the lock and opens a run. */
  begin(run: {
    pipeline: string
    version: string
    knowledge: string
    marking?: string
    /** The same for runs over the same inputs; see `removeAbsent`. */
    scope?: string
  }): Promise<StoredRun>
  /** Says that the run is alive; a lock without a heartbeat is taken over. */
  heartbeat(): Promise<void>
  /** Closes the run and gives back the lock. */
  finish(run: number, state: RunState, summary: unknown): Promise<void>
  /**
   * Takes out of the present documents those that a run, now at its end, should have seen and did not: their flags count as
   * fixed. Nothing without a scope. The run's summary names them from then on; undefined when there are none.
   */
  removeAbsent(run: number): Promise<Removed | undefined>
  /** The last run; with a state, the last that ended so. */
  lastRun(state?: RunState): Promise<StoredRun | undefined>
  run(id: number): Promise<StoredRun | undefined>
}
