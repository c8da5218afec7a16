import type { Ended } from '../../src/run/ended.ts'

/** A run of a minute that came to its end, with open flags and one of them new. */
export const ENDED: Ended = {
  pipeline: 'nightly',
  version: '0.1.0',
  run: 7,
  state: 'done',
  exitCode: 3,
  startedAt: '2026-07-01T02:30:00.000Z',
  finishedAt: '2026-07-01T02:31:00.500Z',
  flags: {
    open: [{ check: 'name-drift', severity: 'error', count: 3 }],
    fresh: [{ check: 'name-drift', severity: 'error', count: 1 }],
    openNotes: [],
    freshNotes: [],
  },
}
