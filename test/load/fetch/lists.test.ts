import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nights, told } from './fetching.ts'
import { answer, HTML, site } from './site.ts'

const host = await site()
for (const name of 'abcdef') host.routes.set(`/${name}`, answer(`<p>page ${name}`, HTML))
const settings = { allow: [host.origin], maxBytes: 1_000_000 }
const { night } = nights(settings)
const XML = { 'content-type': 'application/xml' }

const feedOf = async (body: string | Uint8Array, headers: Record<string, string> = XML) => {
  host.routes.set('/feed', answer(body, headers))
  return night([{ feed: `${host.origin}/feed` }], { hasWork: true })
}
const rss = (items: string): string => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`

describe('a feed', () => {
  it.each([
    [
      'RSS',
      rss(
        `<item><title>A &amp; B</title><link>${host.origin}/a</link><pubDate>Wed, 03 Oct 2018 10:00:00 GMT</pubDate></item>`,
      ),
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A &amp; B</title><link href="/a"/>
        <id>urn:1</id><published>2018-10-03T10:00:00Z</published><updated>2018-10-04T10:00:00Z</updated></entry></feed>`,
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="x"><title>T</title></channel><item rdf:about="x"><title>A &amp; B</title><link>${host.origin}/a</link><dc:date>2018-10-03T10:00:00Z</dc:date></item></rdf:RDF>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [{ id: '1', url: `${host.origin}/a`, title: 'A & B', date_published: '2018-10-03T10:00:00Z' }],
      }),
    ],
  ])('of the kind %s leads to its pages, and says what it knows of them', async (_kind, body) => {
    const [item] = await feedOf(body)
    expect(item).toMatchObject({
      doc: `${host.origin}/a`,
      stated: {
        from: 'feed',
        fields: { title: 'A & B', date: expect.stringMatching(/^Wed, 03 Oct 2018|^2018-10-03T10/) },
      },
    })
  })

  it('of Atom counts relative addresses from its base', async () => {
    const entry = '<entry><title>T</title><id>1</id><link href="b"/></entry>'
    const atom = (base: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${base}"><title>T</title>${entry}</feed>`
    for (const base of ['/', `${host.origin}/x`, 'http://['])
      expect(told(await feedOf(atom(base)))).toEqual({ '/b': '<p>page b' })
  })

  it('that breaks off, is none or is empty says so', async () => {
    const whole = rss(`<item><link>${host.origin}/a</link></item>`)
    for (const cut of [whole.length - 3, whole.length - 6, whole.indexOf('</item>') + 7, whole.indexOf('</li')])
      expect(told(await feedOf(whole.slice(0, cut)))['/feed']).toMatch(/breaks off|not a sound feed/)
    expect(told(await feedOf('<!doctype html><html><body>hi</body></html>'))['/feed']).toMatch(/^not an RSS, Atom, RDF/)
    expect(told(await feedOf('{"items": [}'))['/feed']).toMatch(/^not an RSS/)
    expect(told(await feedOf(rss('')))).toEqual({ '/feed': 'an empty feed' })
    expect(told(await feedOf(''))).toEqual({ '/feed': 'an empty body' })
  })

  it('that writes of entities is none that declares them', async () => {
    const item = `<item><link>${host.origin}/a</link><description><![CDATA[They sent <!DOCTYPE x [<!ENTITY y "z">]>.]]></description></item>`
    expect(told(await feedOf(rss(item.replace('<!DOCTYPE x [', '['))))['/feed']).toBeUndefined()
  })

  it('that declares entities is refused, and none is ever expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`)
      .join('')}]>${rss('<item><title>&j;</title></item>')}`
    expect(told(await feedOf(bomb))['/feed']).toMatch(/declares entities/)
    const thief = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss(`<item><title>&x;</title><link>${host.origin}/a</link></item>`)}`
    expect(told(await feedOf(thief))['/feed']).toMatch(/declares entities/)
    const remote = `<!DOCTYPE rss SYSTEM "${host.origin}/dtd">${rss(`<item><link>${host.origin}/b</link></item>`)}`
    expect(told(await feedOf(remote))).toEqual({ '/b': '<p>page b' })
    expect(host.asked.map(({ path }) => path)).not.toContain('/dtd')
  })

  it('is read by its charset, whatever it is called', async () => {
    const body = rss(`<item><title>Café</title><link>${host.origin}/a</link></item>`)
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`, 'latin1')
    const title = async (bytes: Uint8Array, headers: Record<string, string>) => {
      const [item] = await nights(settings).night([{ feed: `${host.origin}/feed` }])
      return [bytes.length > 0, headers, item && 'stated' in item ? item.stated?.fields.title : item]
    }
    for (const [bytes, headers] of [
      [latin, XML],
      [Buffer.from(body, 'latin1'), { 'content-type': 'text/xml; charset=latin1' }],
      [Buffer.from(`\uFEFF${body}`), { 'content-type': 'text/xml; charset=latin1' }],
      [Buffer.from(`\uFEFF${body}`, 'utf16le'), XML],
    ] as const) {
      host.routes.set('/feed', answer(bytes, headers))
      expect((await title(bytes, headers))[2]).toBe('Café')
    }
  })

  it('with entries that cannot be used names them', async () => {
    const items = `<item><title>No link</title></item><item><link>mailto:x@y.invalid</link></item><item><link>${host.origin}/c</link></item>`
    expect(told(await feedOf(rss(items)))).toEqual({
      '/c': '<p>page c',
      '/feed#1': 'an entry without an http(s) address',
      '/feed#2': 'an entry without an http(s) address',
    })
  })

  it('and another that lists the same page lead to it once', async () => {
    host.routes.set('/feed', answer(rss(`<item><link>${host.origin}/d?utm_source=1</link></item>`), XML))
    host.routes.set('/feed2', answer(rss(`<item><link>${host.origin}/d#x</link></item>`), XML))
    const items = await night([{ feed: `${host.origin}/feed` }, { feed: `${host.origin}/feed2` }])
    expect(items.map(item => 'doc' in item && item.doc)).toEqual([`${host.origin}/d`])
  })
})

describe('a sitemap', () => {
  const sitemapOf = async (body: string | Uint8Array) => {
    host.routes.set('/sitemap.xml', answer(body, XML))
    return night([{ sitemap: `${host.origin}/sitemap.xml` }], { hasWork: true })
  }
  const urlset = (...paths: string[]): string =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
      .map(
        path =>
          `<url><loc>${host.origin}${path}</loc><image:image><image:loc>${host.origin}/no</image:loc></image:image></url>`,
      )
      .join('')}</urlset>`

  it('leads to its pages, packed or not', async () => {
    expect(told(await sitemapOf(urlset('/a', '/b')))).toEqual({ '/a': '<p>page a', '/b': '<p>page b' })
    expect(told(await sitemapOf(gzipSync(urlset('/c'))))).toEqual({ '/c': '<p>page c' })
    expect(told(await sitemapOf(`${host.origin}/a\n${host.origin}/f\n`))).toEqual({
      '/a': '<p>page a',
      '/f': '<p>page f',
    })
    expect(told(await sitemapOf(gzipSync(Buffer.alloc(5_000_000))))['/sitemap.xml']).toMatch(
      /larger than 1000000 bytes/,
    )
  })

  it('may be an index, also one that names itself', async () => {
    host.routes.set('/one.xml', answer(urlset('/a', '/b'), XML))
    host.routes.set(
      '/two.xml',
      answer(`<sitemapindex><sitemap><loc>${host.origin}/sitemap.xml</loc></sitemap></sitemapindex>`, XML),
    )
    const index = ['/sitemap.xml', '/one.xml', '/two.xml', '/gone.xml']
      .map(path => `<sitemap><loc>${host.origin}${path}</loc></sitemap>`)
      .join('')
    host.since()
    expect(told(await sitemapOf(`<sitemapindex>${index}</sitemapindex>`))).toEqual({
      '/a': '<p>page a',
      '/b': '<p>page b',
      '/gone.xml': 'the host answered 404',
    })
    expect(
      host
        .since()
        .filter(path => path.endsWith('.xml'))
        .sort(),
    ).toEqual(['/gone.xml', '/one.xml', '/sitemap.xml', '/two.xml'])
  })

  it('that grows for ever is cut off', async () => {
    const trap = await site()
    let made = 0
    trap.routes.set('/s', (_, response) => {
      made++
      response
        .writeHead(200, XML)
        .end(`<sitemapindex><sitemap><loc>${trap.origin}/s?n=${made}</loc></sitemap></sitemapindex>`)
    })
    const found = told(await nights({ allow: [trap.origin], delay: 0 }).night([{ sitemap: `${trap.origin}/s` }]))
    expect(found['/s']).toBe('more than 200 sitemaps below it: the others are left out')
    expect(made).toBe(200)
  })

  it('of news says title and date; broken ones say what is wrong', async () => {
    const news = `<urlset><url><loc>${host.origin}/e?a=1&amp;b=2</loc><news:news><news:publication_date>2018-10-03</news:publication_date><news:title>A &#38; B</news:title></news:news></url></urlset>`
    const [item] = await sitemapOf(news)
    expect(item).toMatchObject({
      doc: `${host.origin}/e?a=1&b=2`,
      stated: { from: 'sitemap', fields: { title: 'A & B', date: '2018-10-03' } },
    })
    expect(told(await sitemapOf(news.slice(0, -5)))['/sitemap.xml']).toMatch(/breaks off/)
    expect(told(await sitemapOf('<html></html>'))['/sitemap.xml']).toMatch(/^not a sitemap/)
    expect(told(await sitemapOf('hello'))['/sitemap.xml']).toMatch(/^not a sitemap/)
    expect(told(await sitemapOf('<!DOCTYPE x [<!ENTITY a "b">]><urlset></urlset>'))['/sitemap.xml']).toMatch(
      /declares entities/,
    )
    expect(told(await sitemapOf('<urlset></urlset>'))['/sitemap.xml']).toBe('an empty sitemap')
  })
})
