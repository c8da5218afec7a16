import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { retrievalSchema } from '../../src/run/output-schema.ts'
import { answer, FILLER, HTML, page, type Site, site } from '../load/fetch/site.ts'
import { lines } from './errata.ts'
import { startErrata } from './errata-async.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => startErrata(at('.'), ...args).ended
const run = (...args: string[]) => errata('run', 'p.yaml', '--threads', '0', ...args)
const stored = async (...args: string[]) => lines((await errata(...args, '--db', 'errata.sqlite')).stdout)
const statuses = () => stored('status', '--json')

const pipeline = (load: readonly object[], fetch: object | undefined, more: object = {}): void =>
  writeFileSync(
    at('p.yaml'),
    JSON.stringify({ load, fetch, store: 'errata.sqlite', report: ['html', 'jsonl'], ...more }),
  )
const polite = (...sites: Site[]) => ({
  contact: 'tests@errata.invalid',
  allow: sites.map(({ origin }) => origin),
  delay: 0.01,
})

const slip = (sum: string): string =>
  page(
    'Banks robbed',
    `North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole ${sum}. North Korea denied it.\n${FILLER}`,
  )
const feed = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>News</title>${items.map(item => `<item>${item}</item>`).join('')}</channel></rss>`

beforeEach(() => {
  for (const file of globSync('*', { cwd: at('.') })) rmSync(at(file), { recursive: true })
  mkdirSync(at('.'), { recursive: true })
})

describe('errata run over a feed', () => {
  it('reads what is new, and the next night nothing, by 304', async () => {
    const news = await site()
    news.routes.set('/robots.txt', answer('User-agent: *\nDisallow: /private/\n'))
    news.routes.set('/a', answer(slip('$100 million'), { ...HTML, etag: '"a1"' }))
    news.routes.set('/b', answer(page('Second', FILLER), { ...HTML, etag: '"b1"' }))
    const date = '<pubDate>Wed, 03 Oct 2018 10:00:00 GMT</pubDate>'
    news.routes.set(
      '/feed',
      answer(
        feed(
          `<title>Ignored</title><link>${news.origin}/a</link>${date}`,
          `<title>Second</title><link>/b</link>`,
          `<title>Secret</title><link>${news.origin}/private/c</link>`,
        ),
        { etag: '"f1"' },
      ),
    )
    pipeline([{ feed: `${news.origin}/feed` }], polite(news))
    const first = await run()
    expect([first.status, first.stderr]).toEqual([
      3,
      expect.stringMatching(/3 inputs in .*: 2 read, 0 unchanged, 1 skipped/),
    ])
    expect(news.since()).toEqual(['/robots.txt', '/feed', '/a', '/b'])
    expect(await statuses()).toEqual([
      { path: `${news.origin}/a`, status: 'parsed' },
      { path: `${news.origin}/b`, status: 'parsed' },
      { path: `${news.origin}/private/c`, status: 'skipped', reason: 'robots.txt does not allow it' },
    ])
    expect(await stored('export', 'documents')).toMatchObject([
      {
        doc: `${news.origin}/a`,
        url: `${news.origin}/a`,
        title: 'Banks robbed',
        published: '2018-10-03',
        publishedFrom: 'feed',
      },
      { doc: `${news.origin}/b`, title: 'Second' },
    ])
    expect(await stored('export', 'flags')).toMatchObject([{ doc: `${news.origin}/a`, text: 'APT33' }])

    const second = await run()
    expect([second.status, second.stderr]).toEqual([3, expect.stringMatching(/0 read, 2 unchanged, 1 skipped/)])
    expect(news.since()).toEqual(['/feed', '/a', '/b'])
    expect((await errata('verify', '--db', 'errata.sqlite')).stdout).toMatch(/^sound: 2 documents/)

    // Other checks: the stored bytes are read again, without a transfer.
    pipeline([{ feed: `${news.origin}/feed` }], polite(news), { checks: { 'name-drift': 'off' } })
    expect((await run()).stderr).toMatch(/2 read, 0 unchanged, 1 skipped/)
    expect(await stored('export', 'flags')).toEqual([])

    // What the publisher changed is a new revision.
    pipeline([{ feed: `${news.origin}/feed` }], polite(news))
    news.routes.set('/a', answer(slip('$200 million'), { ...HTML, etag: '"a2"' }))
    expect((await run()).stderr).toMatch(/2 read, 0 unchanged, 1 skipped/)
    expect(await stored('export', 'changes')).toMatchObject([{ doc: `${news.origin}/a` }])
    const retrievals = await stored('export', 'retrievals')
    for (const line of retrievals) retrievalSchema.parse(line)
    expect(retrievals).toMatchObject([
      { doc: `${news.origin}/a`, etag: '"a1"', status: 200, redirects: [] },
      { doc: `${news.origin}/a`, etag: '"a2"' },
      { doc: `${news.origin}/b`, etag: '"b1"', final: `${news.origin}/b` },
    ])
    expect((await run()).stderr).toMatch(/0 read, 2 unchanged, 1 skipped/)
  })

  it('believes the page before the feed, and the user before both', async () => {
    const news = await site()
    const head =
      '<meta property="article:published_time" content="2018-10-02T08:00:00Z"><link rel="canonical" href="https://news.example/story?sid=hush">'
    news.routes.set('/a', answer(page('Page title', FILLER, head), HTML))
    news.routes.set(
      '/feed',
      answer(feed(`<title>Feed title</title><link>/a</link><pubDate>Wed, 03 Oct 2018 10:00:00 GMT</pubDate>`)),
    )
    pipeline([{ feed: `${news.origin}/feed` }], polite(news))
    expect((await run()).status).toBe(0)
    expect(await stored('export', 'documents')).toMatchObject([
      {
        title: 'Page title',
        published: '2018-10-02T08:00:00Z',
        publishedFrom: 'meta',
        url: 'https://news.example/story?sid=REDACTED',
      },
    ])
    await run('--published', '2018-10-01')
    expect(await stored('export', 'documents')).toMatchObject([{ published: '2018-10-01', publishedFrom: 'given' }])
  })

  it('reads the charset that the header names, unless the bytes refute it', async () => {
    const news = await site()
    const body = page('Café', `The café “Überall” lost €5 million.\n${FILLER}`)
    news.routes.set(
      '/latin',
      answer(Buffer.from(body.replace(/[“”€]/g, ''), 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' }),
    )
    news.routes.set('/lie', answer(body, { 'content-type': 'text/html; charset=windows-1251' }))
    news.routes.set('/unknown', answer(body, { 'content-type': 'text/html; charset=no-such' }))
    news.routes.set('/none', answer(Buffer.from(`\uFEFF${body}`, 'utf16le'), {}))
    pipeline(
      ['/latin', '/lie', '/unknown', '/none'].map(path => ({ url: `${news.origin}${path}` })),
      polite(news),
    )
    expect((await run()).stderr).toMatch(/4 read/)
    for (const { text } of await stored('export', 'documents')) expect(text).toMatch(/The café “?Überall”? lost/)
  })
})

describe('a page of a type that is none of the web', () => {
  it('is not read, though errata has a reader for what its own containers hold', async () => {
    const news = await site()
    const item = JSON.stringify({ doc: 'other', text: FILLER, url: 'https://bank.invalid/' })
    news.routes.set('/x', answer(item, { 'content-type': 'application/x-errata-document+json' }))
    pipeline([{ url: `${news.origin}/x` }], polite(news))
    expect((await run()).stderr).toContain('no reader takes application/x-errata-document+json')
    expect(await stored('export', 'documents')).toEqual([])
  })
})

describe('what is configured', () => {
  it('is no address on the command line', async () => {
    const { status, stderr } = await errata('run', 'http://127.0.0.1:9/?token=hush')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/an address is fetched by a pipeline/)])
    expect(stderr).not.toContain('hush')
  })

  it('ships as a pipeline that says what to fill in', async () => {
    const shipped = new URL('../../pipelines/nightly.yaml', import.meta.url)
    writeFileSync(at('p.yaml'), readFileSync(shipped))
    const { status, stderr } = await run()
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/p\.yaml:\d+:\d+: fetch\.contact: must be a mail address/),
    ])
  })

  it('is asked nothing by --dry-run', async () => {
    const news = await site()
    pipeline([{ feed: `${news.origin}/feed?token=hush` }], polite(news))
    const { status, stdout } = await run('--dry-run')
    expect([status, stdout]).toEqual([0, `would fetch ${news.origin}/feed?token=REDACTED\n`])
    expect(news.asked).toEqual([])
  })
})

describe('secrets in addresses', () => {
  it('are in no report, log or status, and nowhere in the database', async () => {
    const news = await site()
    news.routes.set('/a', answer(slip('$100 million'), HTML))
    news.routes.set(
      '/feed',
      answer(
        feed(
          `<link>${news.origin}/a?id=1&amp;token=hush-1</link>`,
          `<link>http://u:hush-2@127.0.0.1:${news.port}/gone?sig=hush-3</link>`,
        ),
      ),
    )
    writeFileSync(at('list.txt'), `# mine\n${news.origin}/gone2?password=hush-4\nnot an address hush-5\n`)
    pipeline([{ feed: `${news.origin}/feed?key=hush-6` }, { urls: 'list.txt' }], polite(news))
    const { stdout, stderr } = await run('--log-format', 'json')
    expect(news.asked.map(({ path }) => path)).toContain('/a?id=1&token=hush-1')
    const exports = await Promise.all(
      ['documents', 'mentions', 'claims', 'facts', 'flags'].map(what =>
        errata('export', what, '--db', 'errata.sqlite'),
      ),
    )
    const all = [stdout, stderr, JSON.stringify(await statuses()), ...exports.map(({ stdout }) => stdout)]
    for (const file of globSync('{errata.sqlite*,output/**/*.*}', { cwd: at('.') }))
      all.push(readFileSync(at(file), 'latin1'))
    expect(all.filter(text => text.includes('hush'))).toEqual([])
    expect((await statuses()).map(({ path, status }) => [path, status])).toEqual([
      [`${news.origin}/a?id=1&token=REDACTED`, 'parsed'],
      [`${news.origin}/gone2?password=REDACTED`, 'skipped'],
      [`${news.origin}/gone?sig=REDACTED`, 'skipped'],
      ['list.txt#3', 'skipped'],
    ])
  })
})

describe('a run that is stopped', () => {
  /** A site of ten pages, the later ones slow. */
  async function slowSite() {
    const news = await site()
    const urls = Array.from({ length: 10 }, (_, n) => `${news.origin}/${n}`)
    for (const n of urls.keys())
      news.routes.set(`/${n}`, (request, response) => {
        const etag = `"${n}"`
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
        else
          setTimeout(
            () => response.writeHead(200, { ...HTML, etag }).end(page(`Page ${n}`, `Story ${n}.\n${FILLER}`)),
            150,
          )
      })
    pipeline(
      urls.map(url => ({ url })),
      { ...polite(news), idle: 60, timeout: 60 },
    )
    return news
  }
  const fetchedSome = (news: Site) =>
    new Promise<void>(resolve => {
      const timer = setInterval(() => {
        if (news.asked.length < 6) return
        clearInterval(timer)
        resolve()
      }, 10)
    })

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends at once with 130, and the next one completes', async signal => {
    const news = await slowSite()
    news.routes.set('/7', () => undefined)
    const { child, ended } = startErrata(at('.'), 'run', 'p.yaml', '--threads', '0')
    await new Promise<void>(resolve => {
      const timer = setInterval(() => {
        if (!news.asked.some(({ path }) => path === '/7')) return
        clearInterval(timer)
        resolve()
      }, 10)
    })
    const start = performance.now()
    child.kill(signal)
    expect((await ended).status).toBe(130)
    expect(performance.now() - start).toBeLessThan(20_000)
    news.routes.set('/7', answer(page('Page 7', `Story 7.\n${FILLER}`), HTML))
    expect((await run()).status).toBe(0)
    expect(await stored('export', 'documents')).toHaveLength(10)
  })

  it('by kill -9 loses and doubles nothing', async () => {
    const news = await slowSite()
    const { child, ended } = startErrata(at('.'), 'run', 'p.yaml', '--threads', '0')
    await fetchedSome(news)
    child.kill('SIGKILL')
    await ended
    const { status, stderr } = await run()
    expect([status, stderr]).toEqual([0, expect.stringMatching(/10 inputs/)])
    const documents = await stored('export', 'documents')
    expect(documents.map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, n) => `Page ${n}`))
    expect((await errata('verify', '--db', 'errata.sqlite')).status).toBe(0)
  })
})
