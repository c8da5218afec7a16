import { describe, expect, it } from 'vitest'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { runPipeline } from '../../src/run/run.ts'
import { openStore } from '../../src/store/open.ts'

describe('a run whose team file is gone when it begins', () => {
  it('fails, and leaves the database to the next one', async () => {
    const store = openStore(':memory:')
    const options = {
      threads: 0,
      full: false,
      retrySkipped: false,
      signal: new AbortController().signal,
      onInput: () => undefined,
      report: async () => [],
    }
    await expect(runPipeline({ ...DEFAULTS, suppressions: 'no-such-file.json' }, store, options)).rejects.toThrow(
      'no-such-file.json: no such file',
    )
    expect((await store.lastRun())?.state).toBe('failed')
    expect((await runPipeline(DEFAULTS, store, options)).state).toBe('done')
    await store.close()
  })
})
