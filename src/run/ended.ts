import type { RunState } from '../store/store.ts'
import type { Summary } from './summary.ts'
import type { Tally } from './tally.ts'

/** How a run ended, for those who were not there: notifications and metrics are made of it. */
export interface Ended {
  readonly pipeline: string
  readonly version: string
  /** Number of the run; absent when it could not begin. */
  readonly run?: number
  readonly state: Exclude<RunState, 'running'>
  readonly exitCode: number
  /** Why it failed. */
  readonly error?: string
  /** ISO instants. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly summary?: Summary
  readonly flags?: Pick<Tally, 'open' | 'fresh' | 'openNotes' | 'freshNotes'>
}
