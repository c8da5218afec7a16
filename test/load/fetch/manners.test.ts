import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nights, told } from './fetching.ts'
import { answer, type Handler, HTML, site } from './site.ts'

/** A site of its own with pages /1 to /4. */
async function pages(robots?: Handler) {
  const host = await site(robots ? { '/robots.txt': robots } : {})
  for (const n of [1, 2, 3, 4]) host.routes.set(`/${n}`, answer(`<p>page ${n}`, HTML))
  return host
}
const urls = (origin: string, ...paths: string[]) => paths.map(path => ({ url: `${origin}${path}` }))

describe('robots.txt', () => {
  it('comes before the first page of a host, once, and holds for a day', async () => {
    const host = await pages(answer('User-agent: *\nDisallow: /\n\nUser-agent: errata\nDisallow: /2\nAllow: /\n'))
    const { night } = nights({ allow: [host.origin] })
    expect(told(await night(urls(host.origin, '/1', '/2')))).toEqual({
      '/1': '<p>page 1',
      '/2': 'robots.txt does not allow it',
    })
    await night(urls(host.origin, '/3'))
    expect(host.since()).toEqual(['/robots.txt', '/1', '/3'])
  })

  it.each([401, 403, 404, 410])('that answers %i allows everything', async status => {
    const host = await pages(answer('User-agent: *\nDisallow: /\n', {}, status))
    expect(told(await nights({ allow: [host.origin] }).night(urls(host.origin, '/1')))).toEqual({ '/1': '<p>page 1' })
  })

  it.each([429, 500, 503])('that answers %i allows nothing, until it answers otherwise', async status => {
    const host = await pages(answer('', {}, status))
    const { night } = nights({ allow: [host.origin], retries: 1 })
    const reason = `robots.txt answers ${status}: nothing is fetched`
    expect(told(await night(urls(host.origin, '/1', '/2')))).toEqual({ '/1': reason, '/2': reason })
    expect(host.since()).toEqual(['/robots.txt', '/robots.txt'])
    host.routes.delete('/robots.txt')
    expect(told(await night(urls(host.origin, '/1')))).toEqual({ '/1': '<p>page 1' })
  })

  it('that never comes allows nothing', async () => {
    const host = await pages(() => undefined)
    const { night } = nights({ allow: [host.origin], idle: 0.2 })
    expect(told(await night(urls(host.origin, '/1')))['/1']).toBe('robots.txt cannot be had: not one byte in 0.2 s')
    expect(host.since()).toEqual(['/robots.txt'])
  })

  it('is followed when it moved', async () => {
    const host = await pages(answer('', { location: '/rules' }, 301))
    host.routes.set('/rules', answer('\uFEFFUser-Agent: ERRATA/2.0\r\nDisallow: /*.htm$\r\n'))
    const { night } = nights({ allow: [host.origin] })
    host.routes.set('/a.htm', answer('<p>no', HTML))
    expect(told(await night(urls(host.origin, '/a.htm', '/1')))).toEqual({
      '/1': '<p>page 1',
      '/a.htm': 'robots.txt does not allow it',
    })
  })

  it('counts up to 500 KiB, and costs no time when it is hostile', async () => {
    const long = `User-agent: *\nDisallow: /2\n#${'x'.repeat(600_000)}\nDisallow: /1\n`
    const host = await pages(answer(long))
    const { night } = nights({ allow: [host.origin] })
    expect(told(await night(urls(host.origin, '/1', '/2')))).toMatchObject({ '/1': '<p>page 1' })
    const evil = await pages(answer(`User-agent: *\nDisallow: /${'a*'.repeat(100_000)}b\n`))
    const path = `/${'a'.repeat(1000)}`
    evil.routes.set(path, answer('<p>long', HTML))
    const start = performance.now()
    expect(told(await nights({ allow: [evil.origin] }).night(urls(evil.origin, path)))[path]).toBe('<p>long')
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('the pace', () => {
  it('leaves one connection and a pause to each host', async () => {
    const host = await pages()
    await nights({ allow: [host.origin], delay: 0.1 }).night(urls(host.origin, '/1', '/2', '/3', '/4'))
    expect(host.crowd.most).toBe(1)
    const times = host.asked.map(({ at }) => at)
    for (const [n, at] of times.slice(1).entries()) expect(at - (times[n] ?? 0)).toBeGreaterThanOrEqual(95)
  })

  it('goes on at other hosts meanwhile', async () => {
    const [slow, quick] = [await pages(), await pages()]
    slow.routes.set('/1', (_, response) => {
      // It answers once the other host has given all its pages.
      const timer = setInterval(() => {
        if (!quick.asked.some(({ path }) => path === '/4')) return
        clearInterval(timer)
        setTimeout(() => response.writeHead(200, HTML).end('<p>slow'), 300)
      }, 20)
    })
    const origins = [`http://slow.invalid:${slow.port}`, `http://quick.invalid:${quick.port}`] as const
    const { night } = nights({ allow: origins, delay: 0.05 })
    const items = await night([...urls(origins[0], '/1'), ...urls(origins[1], '/1', '/2', '/3', '/4')], {
      resolve: async () => ['127.0.0.1'],
    })
    expect(items).toHaveLength(5)
    expect(items.at(-1)?.path).toBe(`${origins[0]}/1`)
  })

  it('is that of Crawl-delay up to a cap; beyond it the rest is for later runs', async () => {
    const host = await pages(answer('User-agent: *\nCrawl-delay: 0.3\n'))
    await nights({ allow: [host.origin] }).night(urls(host.origin, '/1', '/2'))
    const [, first, second] = host.asked.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(290)

    const strict = await pages(answer('User-agent: *\nCrawl-delay: 3600\n'))
    const { night } = nights({ allow: [strict.origin], maxWait: 1 })
    const later = 'deferred to a later run: the host asks for more than 1 s without requests'
    expect(told(await night(urls(strict.origin, '/1', '/2')))).toEqual({ '/1': '<p>page 1', '/2': later })
    strict.since()
    expect(told(await night(urls(strict.origin, '/2')))).toEqual({ '/2': later })
    expect(strict.since()).toEqual([])
  })
})

describe('whoever reads the pages', () => {
  it('is waited for, so that they do not pile up', async () => {
    const host = await pages()
    const paths = Array.from({ length: 30 }, (_, n) => `/p${n}`)
    for (const path of paths) host.routes.set(path, answer(`<p>${path}`, HTML))
    const { items } = nights({ allow: [host.origin], delay: 0 })
    let seen = 0
    for await (const _ of items(urls(host.origin, ...paths))) {
      if (seen++ > 0) continue
      await sleep(500)
      expect(host.asked.length).toBeLessThan(10)
    }
    expect(seen).toBe(30)
  })
})

describe('an answer that passes', () => {
  it('is asked for twice more', async () => {
    for (const status of [408, 425, 429, 500, 502, 503, 504]) {
      const host = await pages()
      let left = 2
      host.routes.set('/1', (_, response) => void response.writeHead(left-- > 0 ? status : 200, HTML).end('<p>at last'))
      const { night } = nights({ allow: [host.origin] })
      expect(told(await night(urls(host.origin, '/1')))).toEqual({ '/1': '<p>at last' })
      left = 3
      host.since()
      expect(told(await nights({ allow: [host.origin] }).night(urls(host.origin, '/1')))['/1']).toBe(
        `the host answered ${status}`,
      )
      expect(host.since()).toEqual(['/robots.txt', '/1', '/1', '/1'])
    }
  })

  it('is not asked for again when it is final', async () => {
    for (const status of [400, 401, 403, 404, 410, 451]) {
      const host = await pages()
      host.routes.set('/1', answer('', {}, status))
      const { night } = nights({ allow: [host.origin] })
      const gone = { '/1': `the host answered ${status}` }
      expect(told(await night(urls(host.origin, '/1')))).toEqual(gone)
      expect(told(await night(urls(host.origin, '/1')))).toEqual(gone)
      expect(host.since()).toEqual(['/robots.txt', '/1'])
      host.routes.set('/1', answer('<p>back', HTML))
      expect(told(await night(urls(host.origin, '/1'), { retrySkipped: true }))).toEqual({ '/1': '<p>back' })
      expect(told(await night(urls(host.origin, '/1')))).toEqual({ '/1': 'kept' })
    }
  })

  it('says when to come back: soon is waited for, late is for a later run', async () => {
    const host = await pages()
    let left = 1
    host.routes.set('/1', (_, response) => {
      if (left-- > 0) response.writeHead(429, { 'retry-after': '1' }).end()
      else response.writeHead(200, HTML).end('<p>at last')
    })
    const { night } = nights({ allow: [host.origin], maxWait: 2 })
    expect(told(await night(urls(host.origin, '/1')))).toEqual({ '/1': '<p>at last' })
    const [, first, second] = host.asked.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(990)

    const busy = await pages()
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    busy.routes.set('/1', answer('', { 'retry-after': date }, 503))
    const later = nights({ allow: [busy.origin], maxWait: 2 })
    const deferred = 'deferred to a later run: the host asks for more than 2 s without requests'
    expect(told(await later.night(urls(busy.origin, '/1', '/2')))).toEqual({
      '/1': 'the host answered 503',
      '/2': deferred,
    })
    expect(busy.since()).toEqual(['/robots.txt', '/1'])
    expect(told(await later.night(urls(busy.origin, '/1', '/2')))).toEqual({ '/1': deferred, '/2': deferred })
    expect(busy.since()).toEqual([])
  })

  it('is a broken connection, too', async () => {
    const host = await pages()
    let left = 2
    host.routes.set('/1', (request, response) => {
      if (left-- > 0) request.socket.destroy()
      else response.writeHead(200, HTML).end('<p>at last')
    })
    expect(told(await nights({ allow: [host.origin] }).night(urls(host.origin, '/1')))).toEqual({ '/1': '<p>at last' })
  })
})

describe('a signal', () => {
  it('stops waiting and transfers at once', async () => {
    const host = await pages()
    host.routes.set('/2', () => undefined)
    const stop = new AbortController()
    const { night } = nights({ allow: [host.origin], delay: 0.01, idle: 20, timeout: 20 })
    host.routes.set('/1', (_, response) => {
      response.writeHead(200, HTML).end('<p>page 1')
      setTimeout(() => stop.abort(), 200)
    })
    const start = performance.now()
    expect(told(await night(urls(host.origin, '/1', '/2', '/3'), { signal: stop.signal }))).toEqual({
      '/1': '<p>page 1',
    })
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(host.since()).toEqual(['/robots.txt', '/1', '/2'])
  })
})
