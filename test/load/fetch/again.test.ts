import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/load/fetch/key.ts'
import { pageKey } from '../../../src/load/fetch/page.ts'
import { nights, told } from './fetching.ts'
import { answer, type Handler, HTML, site } from './site.ts'

const host = await site()
const { night, store } = nights({ allow: [host.origin] })
const url = (path: string) => ({ url: `${host.origin}${path}` })
const validators = () => {
  const { 'if-none-match': etag, 'if-modified-since': since } = host.asked.at(-1)?.headers ?? {}
  return { etag, since }
}

describe('a page that is known', () => {
  it('is asked for conditionally, and need not be transferred', async () => {
    const modified = 'Tue, 02 Oct 2018 10:00:00 GMT'
    host.routes.set('/a', answer('<p>one', { ...HTML, etag: 'W/"1"', 'last-modified': modified }))
    const [first] = await night([url('/a')])
    expect(validators()).toEqual({ etag: undefined, since: undefined })
    expect(await night([url('/a')])).toEqual([{ ...first, bytes: undefined, kept: true }])
    expect(validators()).toEqual({ etag: 'W/"1"', since: modified })
    host.routes.set('/a', answer('<p>two', { ...HTML, etag: 'W/"2"' }))
    expect(told(await night([url('/a')]))).toEqual({ '/a': '<p>two' })
    expect(told(await night([url('/a')]))).toEqual({ '/a': 'kept' })
    expect(validators()).toEqual({ etag: 'W/"2"', since: undefined })
  })

  it('is the same when its bytes are, whatever the host says of them', async () => {
    host.routes.set('/b', answer('<p>one', HTML))
    await night([url('/b')])
    expect(told(await night([url('/b')]))).toEqual({ '/b': 'kept' })
    host.routes.set('/b', answer('<p>one', { 'content-type': 'text/html; charset=latin1' }))
    expect(await night([url('/b')])).toMatchObject([{ charset: 'latin1', bytes: expect.any(Uint8Array) }])
  })

  it('is asked for as a whole when the run needs bytes that are not stored', async () => {
    host.routes.set('/c', answer('<p>one', { ...HTML, etag: '"1"' }))
    await night([url('/c')])
    expect(told(await night([url('/c')], { hasWork: true }))).toEqual({ '/c': '<p>one' })
    expect(validators().etag).toBeUndefined()
  })

  it('that claims not to have changed without being asked is tried again', async () => {
    host.routes.set('/d', answer('', {}, 304))
    const reason = 'answered "not modified" to what was not asked'
    expect(told(await night([url('/d')]))).toEqual({ '/d': reason })
    host.routes.set('/d', answer('<p>one', HTML))
    expect(told(await night([url('/d')]))).toEqual({ '/d': '<p>one' })
  })

  it('that somebody had forgotten is not even asked for', async () => {
    host.routes.set('/f', answer('<p>one', HTML))
    await night([url('/f')])
    host.since()
    expect(told(await night([url('/f')], { forgotten: '/f' }))).toEqual({ '/f': 'forgotten' })
    expect(host.since()).toEqual([])
  })

  it('whose validator cannot be sent back is asked for without', async () => {
    host.routes.set('/e', (request, response) => {
      const lines = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\netag: "a\tb"\r\ncontent-length: 6\r\n\r\n<p>one'
      response.socket?.end(lines)
      request.resume()
    })
    expect(told(await night([url('/e')]))).toEqual({ '/e': '<p>one' })
    expect(told(await night([url('/e')]))).toEqual({ '/e': 'kept' })
    expect(validators().etag).toBeUndefined()
  })

  it('keeps how its bytes came', async () => {
    host.routes.set('/old', answer('', { location: '/new' }, 301))
    host.routes.set('/new', answer('<p>one', { ...HTML, etag: '"1"' }))
    await night([url('/old')])
    const key = pageKey(`${host.origin}/old`)
    expect((await store.recalled(key))?.retrieval).toEqual({
      address: `${host.origin}/old`,
      final: `${host.origin}/new`,
      redirects: [`${host.origin}/old`],
      at: expect.stringMatching(/^20\d\d-/),
      status: 200,
      contentType: HTML['content-type'],
      etag: '"1"',
    })
  })

  it('is not asked for again after some days, or within some hours', async () => {
    const once = await site({ '/a': answer('<p>one', HTML) })
    const { night, store } = nights({ allow: [once.origin], recheckDays: 30, recheckHours: 1 })
    await night([{ url: `${once.origin}/a` }])
    once.since()
    expect(told(await night([{ url: `${once.origin}/a` }]))).toEqual({ '/a': 'kept' })
    expect(once.since()).toEqual([])
    // Days are not waited for: what is remembered is made older.
    const known = await store.recalled(pageKey(`${once.origin}/a`))
    const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
    if (!known) throw new Error('nothing is remembered')
    await store.remember('x', { ...known, checkedAt: ago(1), firstAt: ago(29) })
    await night([{ url: `${once.origin}/a` }])
    expect(once.since()).toEqual(['/a'])
    await store.remember('x', { ...known, checkedAt: ago(1), firstAt: ago(31) })
    expect(told(await night([{ url: `${once.origin}/a` }]))).toEqual({ '/a': 'kept' })
    expect(once.since()).toEqual([])
  })
})

describe('a list that is known', () => {
  const rss = (path: string) =>
    `<rss version="2.0"><channel><title>T</title><item><link>${host.origin}${path}</link></item></channel></rss>`

  it('is asked for conditionally, and still leads to what failed before', async () => {
    host.routes.set('/feed', answer(rss('/later'), { etag: '"f"' }))
    host.routes.set('/later', answer('', {}, 503))
    const quick = nights({ allow: [host.origin], retries: 0 })
    expect(told(await quick.night([{ feed: `${host.origin}/feed` }]))).toEqual({ '/later': 'the host answered 503' })
    host.routes.set('/later', answer('<p>later', HTML))
    host.since()
    expect(told(await quick.night([{ feed: `${host.origin}/feed` }]))).toEqual({ '/later': '<p>later' })
    expect(host.since()).toEqual(['/feed', '/later'])
    expect(host.asked.at(-2)?.headers['if-none-match']).toBe('"f"')
  })

  it('whose addresses carry secrets is read anew, because those are not remembered', async () => {
    host.routes.set('/feed', answer(rss('/s?token=hush-hush-1'), { etag: '"g"' }))
    host.routes.set('/s', answer('<p>secret', HTML))
    const { night, store } = nights({ allow: [host.origin] })
    const feed = `http://127.0.0.1:${host.port}/feed?key=hush-hush-2`
    const [item] = await night([{ feed }])
    expect(item).toMatchObject({ path: `${host.origin}/s?token=REDACTED`, doc: `${host.origin}/s?token=REDACTED` })
    expect(JSON.stringify(item)).not.toContain('hush')
    expect(host.asked.at(-1)?.path).toBe('/s?token=hush-hush-1')
    await night([{ feed }])
    expect(host.asked.at(-2)?.headers['if-none-match']).toBeUndefined()
    expect(JSON.stringify(await store.recalled(keyOf(feed)))).not.toContain('hush')
  })

  it('of many addresses is worked through in several runs, the new ones first', async () => {
    const big = await site()
    const page: Handler = (request, response) => void response.writeHead(200, HTML).end(`<p>page ${request.url}`)
    const paths = Array.from({ length: 10 }, (_, n) => `/${n}`)
    for (const path of paths) big.routes.set(path, page)
    const list = `<urlset>${paths.map(path => `<url><loc>${big.origin}${path}</loc></url>`).join('')}</urlset>`
    big.routes.set('/map', answer(list))
    const { night } = nights({ allow: [big.origin], maxItems: 4, delay: 0 })
    const pagesOf = () => big.since().filter(path => /^\/\d$/.test(path))
    const first = told(await night([{ sitemap: `${big.origin}/map` }]))
    expect(pagesOf()).toEqual(['/0', '/1', '/2', '/3'])
    expect(Object.values(first).filter(text => text.startsWith('deferred to a later run: more than 4'))).toHaveLength(6)
    await night([{ sitemap: `${big.origin}/map` }])
    expect(pagesOf()).toEqual(['/4', '/5', '/6', '/7'])
    const third = told(await night([{ sitemap: `${big.origin}/map` }]))
    expect(pagesOf().slice(0, 2)).toEqual(['/8', '/9'])
    expect(Object.values(third).filter(text => text === 'kept')).toHaveLength(8)
  })

  it('that says when pages changed saves asking for the others', async () => {
    const map = (day: string) =>
      answer(`<urlset><url><loc>${host.origin}/m</loc><lastmod>${day}</lastmod></url></urlset>`)
    host.routes.set('/map', map('2018-10-03'))
    host.routes.set('/m', answer('<p>m', HTML))
    const { night } = nights({ allow: [host.origin] })
    await night([{ sitemap: `${host.origin}/map` }])
    host.since()
    expect(told(await night([{ sitemap: `${host.origin}/map` }]))).toEqual({ '/m': 'kept' })
    expect(host.since()).toEqual(['/map'])
    host.routes.set('/map', map('2018-10-04'))
    await night([{ sitemap: `${host.origin}/map` }])
    expect(host.since()).toEqual(['/map', '/m'])
    // A day that is not over may bring further changes.
    host.routes.set('/map', map(new Date().toISOString().slice(0, 10)))
    await night([{ sitemap: `${host.origin}/map` }])
    await night([{ sitemap: `${host.origin}/map` }])
    expect(host.since()).toEqual(['/map', '/m', '/map', '/m'])
  })
})

describe('two addresses', () => {
  it('that lead to one document count as one', async () => {
    host.routes.set('/x', answer('<p>x', HTML))
    host.routes.set('/y', answer('', { location: '/x' }, 302))
    const found = told(await nights({ allow: [host.origin] }).night([url('/x'), url('/y'), url('/x')]))
    expect(found).toEqual({ '/x': '<p>x', '/y': 'copy of /x' })
  })

  it('that differ in a secret only are not taken for one', async () => {
    host.routes.set('/k', (request, response) => void response.writeHead(200, HTML).end(`<p>${request.url}`))
    const items = await nights({ allow: [host.origin] }).night([url('/k?key=one-secret'), url('/k?key=two-secret')])
    expect(items).toMatchObject([
      { doc: `${host.origin}/k?key=REDACTED`, path: `${host.origin}/k?key=REDACTED` },
      {
        path: `${host.origin}/k?key=REDACTED (2)`,
        reason: `its address differs from that of ${host.origin}/k?key=REDACTED only in a value that is not kept`,
      },
    ])
  })
})
