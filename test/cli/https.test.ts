import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, CERTIFICATE, FILLER, HTML, page, type Site, secureSite, site } from '../load/fetch/site.ts'
import { lines } from './errata.ts'
import { startErrata } from './errata-async.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => startErrata(at('.'), ...args).ended

/** One run over addresses; its exit code, and what status says of each. */
async function fetched(addresses: readonly string[], ...sites: Site[]) {
  const load = addresses.map(url => ({ url }))
  const allow = [...sites.map(({ origin }) => origin), ...addresses.map(url => new URL(url).origin)]
  const fetch = { contact: 'tests@errata.invalid', allow, delay: 0.01, retries: 0 }
  writeFileSync(at('p.yaml'), JSON.stringify({ load, fetch, store: 'x.sqlite', report: ['jsonl'] }))
  const { status } = await errata('run', 'p.yaml')
  const seen = lines((await errata('status', '--json', '--db', 'x.sqlite')).stdout)
  return [status, ...seen.map(({ status, reason }) => reason ?? status)]
}

const unsafe = (code: string): string => `robots.txt cannot be had: no safe connection (${code})`
const story = answer(page('Banks robbed', `Hackers of APT38 robbed a bank in Chile.\n${FILLER}`), HTML)

beforeEach(() => rmSync(at('x.sqlite'), { force: true }))
afterEach(() => vi.unstubAllEnvs())

describe('HTTPS', () => {
  it('is refused, before anything is asked, when nobody vouches for the certificate', async () => {
    const news = await secureSite({ '/a': story })
    expect(await fetched([`${news.origin}/a`])).toEqual([3, unsafe('DEPTH_ZERO_SELF_SIGNED_CERT')])
    expect(news.since()).toEqual([])
  })

  it('is read when somebody does, also behind a redirect', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', CERTIFICATE)
    const news = await secureSite({ '/a': story })
    const old = await site({
      '/b': (_, response) => response.writeHead(301, { location: `${news.origin}/a` }).end(),
    })
    expect(await fetched([`${news.origin}/a`], news)).toEqual([0, 'parsed'])
    expect(news.since()).toEqual(['/robots.txt', '/a'])
    rmSync(at('x.sqlite'))
    expect(await fetched([`${old.origin}/b`], news)).toEqual([0, 'parsed'])
    const [document] = lines((await errata('export', 'documents', '--db', 'x.sqlite')).stdout)
    expect(document).toMatchObject({ doc: `${news.origin}/a` })
  })

  it('is refused when the certificate is for another name', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', CERTIFICATE)
    const news = await secureSite({ '/a': story })
    expect(await fetched([`https://localhost:${news.port}/a`])).toEqual([3, unsafe('ERR_TLS_CERT_ALTNAME_INVALID')])
    expect(news.since()).toEqual([])
  })

  it('is no safe connection when what answers speaks HTTP only', async () => {
    const plain = await site({ '/a': story })
    expect(await fetched([`https://127.0.0.1:${plain.port}/a`])).toEqual([3, unsafe('EPROTO')])
    expect(plain.since()).toEqual([])
  })
})
