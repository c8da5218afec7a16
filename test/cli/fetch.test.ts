import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answer, FILLER, HTML, page, site } from '../load/fetch/site.ts'
import { lines } from './errata.ts'
import { startErrata } from './errata-async.ts'
import { scratch } from './folder.ts'

const at = scratch()
mkdirSync(at('.'), { recursive: true })
const run = (...args: string[]) => startErrata(at('.'), 'run', 'p.yaml', '--threads', '0', ...args).ended
const statuses = async () =>
  lines((await startErrata(at('.'), 'status', '--json', '--db', 'errata.sqlite').ended).stdout)
const pipeline = (load: readonly object[], fetch: object): void =>
  writeFileSync(at('p.yaml'), JSON.stringify({ load, fetch, store: 'errata.sqlite', report: ['jsonl'] }))

const slip = page(
  'Banks robbed',
  `North Korean hackers, dubbed APT38, robbed banks for Pyongyang. APT33 stole $100 million. North Korea denied it.\n${FILLER}`,
)
const news = await site()
news.routes.set('/robots.txt', answer('User-agent: *\nDisallow: /private/\n'))
news.routes.set('/a', answer(slip, { ...HTML, etag: '"a1"' }))
news.routes.set('/b', answer(page('Second', FILLER), { ...HTML, 'last-modified': 'Tue, 02 Oct 2018 10:00:00 GMT' }))
news.routes.set(
  '/feed',
  answer(
    `<rss version="2.0"><channel><title>News</title>
     <item><title>Banks robbed</title><link>${news.origin}/a</link><pubDate>Wed, 03 Oct 2018 10:00:00 GMT</pubDate></item>
     <item><title>Second</title><link>/b</link></item>
     <item><title>Secret</title><link>${news.origin}/private/c</link></item></channel></rss>`,
    { 'content-type': 'application/rss+xml', etag: '"f1"' },
  ),
)
const polite = { contact: 'tests@errata.invalid', allow: [news.origin], delay: 0.01 }

describe('errata run over a feed', () => {
  it('asks for robots.txt first, then the feed, then its pages', async () => {
    pipeline([{ feed: `${news.origin}/feed` }], polite)
    const { status, stderr } = await run()
    expect(stderr).toMatch(/3 inputs in .*: 2 read, 0 unchanged, 1 skipped/)
    expect(status).toBe(3)
    expect(news.since()).toEqual(['/robots.txt', '/feed', '/a', '/b'])
    expect(await statuses()).toEqual([
      { path: `${news.origin}/a`, status: 'parsed' },
      { path: `${news.origin}/b`, status: 'parsed' },
      { path: `${news.origin}/private/c`, status: 'skipped', reason: 'robots.txt does not allow it' },
    ])
  })

  it('finds everything unchanged the next time, by 304', async () => {
    news.routes.set('/b', (request, response) => {
      expect(request.headers['if-modified-since']).toBe('Tue, 02 Oct 2018 10:00:00 GMT')
      response.writeHead(304).end()
    })
    const { stderr } = await run()
    expect(stderr).toMatch(/0 read, 2 unchanged, 1 skipped/)
    expect(news.since()).toEqual(['/feed', '/a', '/b'])
  })
})
