import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FETCH } from '../../src/load/fetch/settings.ts'
import { EXIT, FatalError } from '../../src/model/errors.ts'
import { limitsOf } from '../../src/model/limits.ts'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { type RunOptions, runPipeline } from '../../src/run/run.ts'
import { openStore } from '../../src/store/open.ts'
import type { InputRecord } from '../../src/store/store.ts'
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

  describe('lists that cost their parser seconds', () => {
    const names = Array.from({ length: 600_000 }, (_, n) => `<n${n}/>`).join('')
    const small = (origin: string) =>
      `<rss version="2.0"><channel><title>T</title><item><link>${origin}/a</link></item></channel></rss>`
    /** A run over two feeds and a sitemap, of which one feed alone is sound. */
    async function start(limits: Parameters<typeof limitsOf>[0]) {
      const host = await site({ '/a': answer(page('One', FILLER), HTML) })
      host.routes.set('/slow', answer(`<rss version="2.0"><channel><title>T</title>${names}</channel></rss>`))
      host.routes.set('/slow.xml', answer(`<urlset>${names}</urlset>`))
      // Long enough for the thread.
      host.routes.set('/feed', answer(small(host.origin).replace('<item>', `${' '.repeat(20_000)}<item>`)))
      const store = openStore(':memory:')
      const stop = new AbortController()
      const seen: InputRecord[] = []
      const options: RunOptions = {
        threads: 1,
        full: false,
        retrySkipped: false,
        signal: stop.signal,
        onInput: record => seen.push(record),
        report: async () => [],
      }
      const fetch = { ...DEFAULT_FETCH, contact: 'a@b.c', allow: [host.origin], delay: 0 }
      const remote = [
        { feed: `${host.origin}/slow` },
        { sitemap: `${host.origin}/slow.xml` },
        { feed: `${host.origin}/feed` },
      ]
      const run = runPipeline({ ...DEFAULTS, remote, fetch, limits: limitsOf(limits) }, store, options)
      return { host, store, stop, seen, run }
    }

    it('are left with the limit named, and the others go on', async () => {
      const { host, store, seen, run } = await start({ seconds: 1 })
      expect((await run).state).toBe('done')
      const reason = 'too large: more than 1 seconds of processor time (limits.seconds)'
      expect(seen.map(({ path, status, reason }) => [path.slice(host.origin.length), reason ?? status]).sort()).toEqual(
        [
          ['/a', 'parsed'],
          ['/slow', reason],
          ['/slow.xml', reason],
        ],
      )
      await store.close()
    })

    it('do not keep a signal waiting', async () => {
      const { host, store, stop, run } = await start({ seconds: 600 })
      while (!host.asked.some(({ path }) => path.startsWith('/slow'))) await setTimeout(10)
      stop.abort()
      expect((await run).state).toBe('interrupted')
      await store.close()
    })
  })
})
