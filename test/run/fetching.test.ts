import { describe, expect, it } from 'vitest'
import { DEFAULT_FETCH } from '../../src/load/fetch/settings.ts'
import { EXIT, FatalError } from '../../src/model/errors.ts'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { runPipeline } from '../../src/run/run.ts'
import { openStore } from '../../src/store/open.ts'
import { answer, FILLER, HTML, page, site } from '../load/fetch/site.ts'

describe('a run that fetches', () => {
  it('fails at once when it cannot store, whatever it still waits for', async () => {
    const host = await site({ '/1': answer(page('One', FILLER), HTML), '/2': () => undefined })
    const store = openStore(':memory:')
    const fetch = { ...DEFAULT_FETCH, contact: 'a@b.c', allow: [host.origin], delay: 0, idle: 30, timeout: 30 }
    const remote = ['/1', '/2'].map(path => ({ url: `${host.origin}${path}` }))
    const start = performance.now()
    const running = runPipeline({ ...DEFAULTS, remote, fetch }, store, {
      threads: 0,
      full: false,
      retrySkipped: false,
      signal: new AbortController().signal,
      onInput: () => {
        throw new FatalError('the disk is full', EXIT.storage)
      },
      report: async () => [],
    })
    await expect(running).rejects.toThrow('the disk is full')
    expect(performance.now() - start).toBeLessThan(20_000)
    expect((await store.lastRun())?.state).toBe('failed')
    await store.close()
  })
})
