import type { InputRecord } from '../store/store.ts'
import type { Log } from './log.ts'

/** Tells of a run's inputs as they are stored. */
export interface Progress {
  readonly see: (record: InputRecord) => void
  /** Clears the line, so that what is said next stands by itself. */
  end(): void
}

/** Milliseconds between two changes of the line on a terminal. */
const REFRESH = 100

/** Names every skipped input; on a terminal, one line below them counts what is done. */
export function showProgress(log: Log): Progress {
  const counts = { parsed: 0, unchanged: 0, skipped: 0 }
  let shown = 0
  const clear = (): void => {
    if (log.watched && shown > 0) process.stderr.write('\r\u001b[K')
  }
  return {
    see({ path, status, reason }) {
      counts[status]++
      if (status === 'skipped') {
        clear()
        log.warn(`skipped ${path}: ${reason}`, { stage: 'analyse', document: path, reason })
      } else if (status === 'parsed') log.detail(`read ${path}`, { stage: 'analyse', document: path })
      if (!log.watched || performance.now() - shown < REFRESH) return
      shown = performance.now()
      const { parsed, unchanged, skipped } = counts
      process.stderr.write(`\r\u001b[K${parsed} read, ${unchanged} unchanged, ${skipped} skipped `)
    },
    end: clear,
  }
}
