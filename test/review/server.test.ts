import { describe, expect, it } from 'vitest'
import { decide, history, undo } from '../../src/review/decide.ts'
import type { Server } from '../../src/review/server.ts'
import type { Store } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { body, fields, followed, get, HOST, ORIGIN, post, serverOn } from './client.ts'
import { fiveFlags, flagged, keep, name } from './store.ts'

const at = scratch()
let count = 0

async function started(): Promise<{ store: Store; server: Server }> {
  const store = await fiveFlags(at(`${count++}.sqlite`))
  return { store, server: serverOn(store) }
}

/** Where an answer leads on to. */
const flagIn = (response: Response): string | null =>
  new URL(response.headers.get('location') ?? '', ORIGIN).searchParams.get('flag')

describe('the review server refuses', () => {
  it.each([
    ['another name for this machine', { host: 'evil.example:7373' }],
    ['another port', { host: '127.0.0.1:7374' }],
    ['no host', { host: '' }],
  ])('%s', async (_, headers) => {
    const { server } = await started()
    expect((await get(server, '/', headers)).status).toBe(403)
  })

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['another origin', { host: HOST, origin: 'http://evil.example' }, {}],
    ['the origin of a sandboxed page', { host: HOST, origin: 'null' }, {}],
    ['no origin', { host: HOST }, {}],
    ['this host by another scheme', { host: HOST, origin: `https://${HOST}` }, {}],
    ['its other name as origin', { host: HOST, origin: 'http://localhost:7373' }, {}],
    ['what a browser calls cross-site', { host: HOST, origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, {}],
    ['a body of another kind', { host: HOST, origin: ORIGIN, 'content-type': 'text/plain' }, {}],
    ['a wrong token', { host: HOST, origin: ORIGIN }, { token: 'x' }],
    ['no token', { host: HOST, origin: ORIGIN }, { token: '' }],
  ])('to write for %s', async (_, headers, change) => {
    const { store, server } = await started()
    const form = { ...fields(await body(server, '/'), '/decide'), verdict: 'confirmed', ...change }
    expect((await post(server, '/decide', form, headers)).status).toBe(403)
    expect((await post(server, '/undo', form, headers)).status).toBe(403)
    expect(await store.decisions()).toEqual([])
  })

  it('the token of another process', async () => {
    const { store, server } = await started()
    const form = { ...fields(await body(serverOn(store), '/'), '/decide'), verdict: 'confirmed' }
    expect((await post(server, '/decide', form)).status).toBe(403)
  })

  it('to be written to by reading, or in another way', async () => {
    const { server } = await started()
    expect((await get(server, '/decide')).status).toBe(404)
    for (const method of ['PUT', 'DELETE', 'OPTIONS'])
      expect((await server(new Request(`${ORIGIN}/`, { method, headers: { host: HOST } }))).status).toBe(403)
  })
})

describe('every answer of the review server', () => {
  it.each(['/', '/runs', '/nowhere', '/search?words=x', '/standing?flag=x'])('%s has its headers', async path => {
    const { server } = await started()
    const { headers } = await get(server, path, { origin: 'http://evil.example' })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; /)
    for (const rule of ["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect([...headers.keys()].filter(key => key.startsWith('access-control'))).toEqual([])
  })

  it('shows words from outside as text', async () => {
    const { store, server } = await started()
    const evil = '<script>alert(1)</script><a href="javascript:alert(2)">"onload=x'
    await keep(
      store,
      flagged('<b>.txt', `See ${evil} here.`, [
        { words: evil, fingerprint: name(9), message: evil, suggestion: evil, subject: evil },
      ]),
    )
    const query = new URLSearchParams({ words: evil, check: evil, entity: evil, doc: evil })
    for (const path of [
      `/?flag=${name(9)}`,
      `/?${query}`,
      `/search?${query}`,
      `/entity?id=${encodeURIComponent(evil)}`,
      '/document?id=%3Cb%3E.txt',
    ]) {
      const page = await body(server, path)
      // The page's own script is the only one.
      expect(page.match(/<script/g), path).toHaveLength(1)
      expect(page, path).not.toMatch(/href="javascript/)
      expect(page, path).not.toContain('<b>.txt')
    }
  })
})

describe('the queue', () => {
  it('shows the gravest open flag first, its article beside it, without notes', async () => {
    const { server } = await started()
    const page = await body(server, '/')
    expect(page).toContain('APT33 is a slip.')
    expect(page).toContain('1 of 4 open flags')
    expect(page).toContain('30 February</mark>')
    expect(page).not.toContain('name-variant')
  })

  it.each([
    ['severity=note', 1],
    ['severity=warning', 1],
    ['check=impossible-date', 1],
    ['doc=a.txt', 3],
    ['entity=actor%2Fx', 2],
    ['words=february', 3],
    ['words=%22%29+OR+nothing', 0],
    ['run=1', 4],
    ['run=2', 0],
    ['status=confirmed', 0],
    ['status=all', 4],
  ])('is narrowed by %s', async (query, number) => {
    const { server } = await started()
    expect(await body(server, `/?${query}`)).toMatch(
      new RegExp(`<h1>(${number === 0 ? '' : '1 of '})${number} (open |confirmed )?flags?</h1>`),
    )
  })

  it('is paged', async () => {
    const { store, server } = await started()
    const many = Array.from({ length: 60 }, (_, n) => ({ words: 'word', fingerprint: name(100 + n), subject: `s${n}` }))
    await keep(store, flagged('many.txt', 'One word here.', many))
    expect(await body(server, '/')).toContain('page 1 of 3')
    const second = await body(server, '/?page=2')
    expect(second).toContain('page 2 of 3')
    expect(second.match(/<a class="error" href/g)).toHaveLength(25)
    expect(await body(server, '/?page=99')).toContain('page 3 of 3')
  })
})

describe('a verdict', () => {
  it('is stored before the next card shows', async () => {
    const { store, server } = await started()
    const form = fields(await body(server, `/?flag=${name(3)}`), '/decide')
    const answer = await post(server, '/decide', {
      ...form,
      verdict: 'dismissed',
      note: ' right as it is ',
      corrected: '',
    })
    expect(answer.status).toBe(303)
    expect(await store.decisions()).toMatchObject([
      { fingerprint: name(3), verdict: 'dismissed', reviewer: 'Ann', note: 'right as it is' },
    ])
    expect(flagIn(answer)).toBe(name(4))
    const next = await body(server, answer.headers.get('location') ?? '')
    expect(next).toContain('3 of 3 open flags')
    expect(next).toContain('Dismissed: ')
  })

  it('covers the other places of its cause when asked to, and leads past them', async () => {
    const { store, server } = await started()
    const page = await body(server, `/?flag=${name(1)}`)
    expect(page).toContain('one other open place')
    const answer = await post(server, '/decide', { ...fields(page, '/decide'), verdict: 'confirmed', others: name(2) })
    expect((await store.decisions()).map(({ fingerprint }) => fingerprint)).toEqual([name(1), name(2)])
    expect(flagIn(answer)).toBe(name(3))
  })

  it('is taken back by undo, which is told of', async () => {
    const { store, server } = await started()
    await post(server, '/decide', { ...fields(await body(server, '/'), '/decide'), verdict: 'unsure' })
    const page = await body(server, `/?status=all&flag=${name(1)}`)
    expect(page).toContain('Ann is unsure')
    const answer = await post(server, '/undo', fields(page, '/undo'))
    expect(flagIn(answer)).toBe(name(1))
    expect((await store.flag(name(1)))[0]?.status).toBe('open')
    expect(await history(store, name(1))).toHaveLength(2)
    const after = await followed(server, answer)
    expect(after).toContain('Taken back: “APT33” is open again')
    expect(after).not.toContain('<button data-undo')
  })

  it('is taken back on all the places that it was given on, and not when others have spoken since', async () => {
    const { store, server } = await started()
    const form = fields(await body(server, '/'), '/decide')
    const answer = await post(server, '/decide', { ...form, verdict: 'confirmed', others: name(2) })
    const page = await followed(server, answer)
    expect(page).toContain('Confirmed: “APT33”, in two places')
    expect(await body(server, `/?status=confirmed&flag=${name(2)}`)).toContain('Undo the last verdict, on two places')
    const own = await history(store, name(2))
    await decide(store, [name(2)], { verdict: 'dismissed', reviewer: 'Bob' })
    const stopped = await post(server, '/undo', fields(page, '/undo'))
    expect(stopped.status).toBe(409)
    expect(await stopped.text()).toContain('not the last one any more (Bob dismissed it')
    await undo(store, [name(2)], { reviewer: 'Bob' })
    expect((await store.flag(name(2)))[0]?.decision?.verdict).toBe(own[0]?.verdict)
    const back = await followed(server, await post(server, '/undo', fields(page, '/undo')))
    expect(back).toContain('Taken back: “APT33”, in two places, is open again')
    expect((await store.flag(name(2)))[0]?.status).toBe('open')
    // The same button once more, from the page that the browser kept.
    expect((await post(server, '/undo', fields(page, '/undo'))).status).toBe(409)
  })

  it('of somebody else is shown before it is overruled, and what was written stays', async () => {
    const { store, server } = await started()
    const other = serverOn(store, { reviewer: 'Bob' })
    const mine = fields(await body(server, '/'), '/decide')
    await post(other, '/decide', { ...fields(await body(other, '/'), '/decide'), verdict: 'confirmed' })
    expect(await (await get(server, `/standing?flag=${name(1)}`)).json()).toMatchObject({ seen: '1' })
    const stopped = await post(server, '/decide', { ...mine, verdict: 'dismissed', note: 'my note' })
    expect(stopped.status).toBe(409)
    const page = await stopped.text()
    expect(page).toMatch(/Not stored yet: Bob confirmed it/)
    expect(page).toContain('my note</textarea>')
    expect(await store.decisions()).toHaveLength(1)
    await post(server, '/decide', { ...fields(page, '/decide'), verdict: 'dismissed', note: 'my note' })
    expect((await history(store, name(1))).map(({ reviewer, verdict }) => [reviewer, verdict])).toEqual([
      ['Bob', 'confirmed'],
      ['Ann', 'dismissed'],
    ])
  })

  it('that agrees with somebody else’s is stored as well', async () => {
    const { store, server } = await started()
    const mine = fields(await body(server, '/'), '/decide')
    const other = serverOn(store, { reviewer: 'Bob' })
    await post(other, '/decide', { ...fields(await body(other, '/'), '/decide'), verdict: 'confirmed' })
    expect((await post(server, '/decide', { ...mine, verdict: 'confirmed' })).status).toBe(303)
    expect(await history(store, name(1))).toHaveLength(2)
  })

  it('is neither any word nor on any flag', async () => {
    const { store, server } = await started()
    const form = fields(await body(server, '/'), '/decide')
    expect((await post(server, '/decide', { ...form, verdict: 'open' })).status).toBe(400)
    expect((await post(server, '/decide', { ...form, verdict: 'confirmed', flag: name(77) })).status).toBe(400)
    expect(await store.decisions()).toEqual([])
  })

  it('from elsewhere shows at once, and so do new flags', async () => {
    const { store, server } = await started()
    expect(await body(server, '/')).toContain('4 open flags')
    await store.decide({
      fingerprint: name(4),
      verdict: 'dismissed',
      reviewer: 'shell',
      at: '2026-01-01T00:00:00.000Z',
    })
    expect(await body(server, '/')).toContain('3 open flags')
    await undo(store, [name(4)], { reviewer: 'shell' })
    await keep(store, flagged('d.txt', 'Some more words.', [{ words: 'more', fingerprint: name(8) }]))
    const page = await body(server, '/?order=newness')
    expect(page).toContain('1 of 5 open flags')
    expect(page).toContain('run 2, the latest with any')
  })
})

describe('the other pages', () => {
  it('show a document with its causes, an entity, the runs, what a search finds', async () => {
    const { server } = await started()
    expect(await body(server, '/document?id=a.txt')).toContain('Judge it')
    const entity = await body(server, '/entity?id=actor%2Fapt38')
    expect(entity).toContain('mitre/cti')
    expect(await body(server, '/entity?id=actor%2Fx')).toContain('Two flags about it')
    expect(await body(server, '/runs')).toContain('Flags by run: 1 4')
    const search = await body(server, '/search?words=apt33')
    expect(search).toContain('<mark>APT33</mark>')
    expect(search).toContain('actor/apt33')
  })

  it.each(['/document?id=nope', '/document', '/entity?id=nope', '/nowhere'])('%s is not found', async path => {
    const { server } = await started()
    expect((await get(server, path)).status).toBe(404)
  })
})
