import { describe, expect, it } from 'vitest'
import { nights, told } from './fetching.ts'
import { answer, type Handler, HTML, site } from './site.ts'

const host = await site({ '/end': answer('<p>the end', HTML) })
const other = await site({ '/end': answer('<p>must not be read', HTML) })
const friend = await site({
  '/end': answer('<p>a friend', HTML),
  '/robots.txt': answer('User-agent: *\nDisallow: /no\n'),
})
const { night } = nights({ allow: [host.origin, friend.origin] })

const to = (location: string, status = 302): Handler => answer('', { location, 'set-cookie': 'id=1' }, status)

async function outcome(path: string, handler: Handler): Promise<string | undefined> {
  host.routes.set(path, handler)
  return told(await night([{ url: `${host.origin}${path}` }]))[path]
}

describe('a redirect', () => {
  it('is followed, up to five of them', async () => {
    for (let n = 1; n <= 6; n++)
      host.routes.set(`/${n}`, to(n === 1 ? '/end' : `/${n - 1}`, [301, 302, 303, 307, 308][n % 5]))
    expect(told(await night([{ url: `${host.origin}/5` }]))).toEqual({ '/5': '<p>the end' })
    expect(told(await night([{ url: `${host.origin}/6` }]))).toEqual({ '/6': 'more than 5 redirects' })
  })

  it('names the document by where it ends', async () => {
    const [item] = await night([{ url: `${host.origin}/1` }])
    expect(item).toMatchObject({
      doc: `${host.origin}/end`,
      path: `${host.origin}/1`,
      stated: { fields: { url: `${host.origin}/end` } },
    })
  })

  it('may be written in UTF-8', async () => {
    host.routes.set('/caf%C3%A9', answer('<p>coffee', HTML))
    const location = Buffer.from('/café').toString('latin1')
    expect(await outcome('/utf8', (_, response) => void response.writeHead(302, { location }).end())).toBe('<p>coffee')
  })

  it('in a circle, to nowhere or to another scheme is refused', async () => {
    host.routes.set('/c2', to('/c1'))
    expect(await outcome('/c1', to('/c2'))).toBe('its redirects lead in a circle')
    expect(await outcome('/self', to('/self'))).toBe('its redirects lead in a circle')
    expect(await outcome('/nowhere', answer('', {}, 302))).toMatch(/does not say where to/)
    expect(await outcome('/bad', to('http://[::'))).toMatch(/does not say where to/)
    for (const scheme of ['file:///etc/passwd', 'javascript:1', 'ftp://x.invalid/'])
      expect(await outcome('/scheme', to(scheme))).toMatch(/only http and https/)
    expect(await outcome('/long', to(`/${'x'.repeat(3000)}`))).toMatch(/more than 2000 characters/)
  })

  it('to an origin that is not allowed is refused without a packet', async () => {
    expect(await outcome('/out', to(`${other.origin}/end`))).toMatch(/^refused: it is not a public address/)
    expect(await outcome('/out2', to(`http://localhost:${other.port}/end`))).toMatch(/^refused: localhost leads to/)
    expect(other.crowd.most).toBe(0)
    expect(other.asked).toEqual([])
  })

  it('to another host is looked at by the rules of that host', async () => {
    expect(await outcome('/friend', to(`${friend.origin}/end`))).toBe('<p>a friend')
    expect(await outcome('/friend-no', to(`${friend.origin}/no`))).toBe('robots.txt does not allow it')
    expect(friend.since()).toEqual(['/robots.txt', '/end'])
  })

  it('carries no credentials, cookies or validators to another address', async () => {
    host.routes.set('/moved', answer('<p>here', { ...HTML, etag: '"1"', 'set-cookie': 'id=1' }))
    await night([{ url: `${host.origin}/moved` }])
    host.routes.set('/moved', to(`http://user:pass@127.0.0.1:${friend.port}/end`))
    await night([{ url: `${host.origin}/moved` }])
    const headers = friend.asked.at(-1)?.headers ?? {}
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
    expect(headers['user-agent']).toBe('errata/0 (+mailto:tests@errata.invalid)')
    expect(host.asked.at(-1)?.headers['if-none-match']).toBe('"1"')
  })
})

describe('a host name', () => {
  it('is looked up once a request, and what was looked at is what is connected to', async () => {
    const asked: string[] = []
    const rebinding = async (name: string): Promise<string[]> => {
      asked.push(name)
      return ['127.0.0.1']
    }
    const name = `http://site.invalid:${host.port}`
    const { night } = nights({ allow: [name] })
    expect(told(await night([{ url: `${name}/end` }], { resolve: rebinding }))).toEqual({ '/end': '<p>the end' })
    expect(asked).toEqual(['site.invalid', 'site.invalid'])
    expect(host.asked.at(-1)?.headers.host).toBe(`site.invalid:${host.port}`)
  })

  it('one of whose addresses is not public is refused before anything is sent', async () => {
    const { night } = nights({})
    const lying = async (): Promise<string[]> => ['93.184.216.34', '127.0.0.1']
    const told1 = told(await night([{ url: `http://site.invalid:${other.port}/end` }], { resolve: lying }))
    expect(told1['/end']).toBe(
      "refused: site.invalid leads to 127.0.0.1, which is not a public address; fetch.allow names hosts of one's own",
    )
    expect(other.crowd.most).toBe(0)
  })

  it('that nobody knows is tried again in the next run', async () => {
    const { night } = nights({})
    let known = false
    const resolve = async (): Promise<string[]> => {
      if (known) return ['127.0.0.1']
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    const first = told(await night([{ url: 'http://gone.invalid/' }], { resolve }))
    expect(first['/']).toBe('robots.txt cannot be had: the host gone.invalid cannot be looked up (ENOTFOUND)')
    known = true
    expect(told(await night([{ url: 'http://gone.invalid/' }], { resolve }))['/']).toMatch(/^refused: gone\.invalid/)
  })
})
