import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { decisionLines } from '../../src/review/exchange.ts'
import { hashPassword, isPassword, type PasswordHash, readPasswordFile } from '../../src/review/password.ts'
import type { Server } from '../../src/review/server.ts'
import type { Store } from '../../src/store/store.ts'
import { ERRATA } from '../cli/errata.ts'
import { scratch } from '../cli/folder.ts'
import { body, fields, get, HOST, ORIGIN, post, serverOn } from './client.ts'
import { fiveFlags } from './store.ts'

const at = scratch()
const RIGHT = 'correct horse'
/** The check of a guess takes milliseconds. */
const CHEAP = { log2N: 8, r: 1, p: 1 }
let password: PasswordHash
let number = 0
beforeAll(async () => {
  password = await hashPassword(RIGHT, CHEAP)
})

/** `errata review password FILE` with a text on standard input; its exit code. */
const set = (file: string, input: string): number | null =>
  spawnSync(process.execPath, [ERRATA, 'review', 'password', file], { input }).status

async function started(now = (): number => 0): Promise<{ store: Store; server: Server }> {
  const store = await fiveFlags(at(`${number++}.sqlite`))
  return { store, server: serverOn(store, { password, now }) }
}

const guess = (server: Server, word: string, back = '/'): Promise<Response> =>
  post(server, '/login', { password: word, back })

const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

describe('with a password', () => {
  it('nothing of the store shows, and nothing can be written, before somebody signs in', async () => {
    const { store, server } = await started()
    for (const path of [
      '/',
      `/?check=name-drift`,
      '/runs',
      '/rules',
      '/search?words=bank',
      '/document?id=a.txt',
      '/standing?flag=x',
    ]) {
      const answer = await get(server, path)
      expect(answer.status, path).toBe(401)
      const page = await answer.text()
      expect(page, path).toContain('type="password"')
      expect(page, path).not.toMatch(/APT33|a\.txt<|name="token"/)
    }
    const { token = '' } = fields(await body(serverOn(store), '/'), '/decide')
    const form = { token, flag: '0'.repeat(31).concat('1'), verdict: 'confirmed', seen: '0' }
    for (const path of ['/decide', '/undo', '/rules/add', '/corrections/forget'])
      expect((await post(server, path, form)).status).toBe(401)
    expect(await store.decisions()).toEqual([])
  })

  it('a session begins with the right one and goes where one wanted to go', async () => {
    const { server } = await started()
    const { back = '' } = fields(await body(server, '/document?id=a.txt'), '/login')
    const answer = await guess(server, RIGHT, back)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/document?id=a.txt')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^errata-7373=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const cookie = cookieOf(answer)
    expect(await (await get(server, '/', { cookie })).text()).toContain('1 of 4 open flags')
    expect((await get(server, '/', { cookie: `${cookie}x` })).status).toBe(401)
    await post(server, '/logout', {}, { host: HOST, origin: ORIGIN, cookie })
    expect((await get(server, '/', { cookie })).status).toBe(401)
  })

  it('a session ends after a working day', async () => {
    let time = 0
    const { server } = await started(() => time)
    const cookie = cookieOf(await guess(server, RIGHT))
    time = 12 * 3600 * 1000 - 1
    expect((await get(server, '/', { cookie })).status).toBe(200)
    time++
    expect((await get(server, '/', { cookie })).status).toBe(401)
  })

  it.each([
    ['//evil.example/', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/?check=x&next=//evil.example', '/?check=x'],
  ])('%s is nowhere to go on to', async (back, leads) => {
    const { server } = await started()
    expect((await guess(server, RIGHT, back)).headers.get('location')).toBe(leads)
  })

  it('guesses cost more and more time, the right one as well', async () => {
    let time = 0
    const { server } = await started(() => time)
    for (let n = 0; n < 4; n++) expect((await guess(server, `wrong ${n}`)).status).toBe(401)
    // The fifth starts the clock: one second, then two.
    const fifth = await guess(server, 'wrong')
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await guess(server, RIGHT)).status).toBe(429)
    time += 1000
    expect((await guess(server, 'wrong')).headers.get('retry-after')).toBe('2')
    time += 2000
    expect((await guess(server, RIGHT)).status).toBe(303)
    expect((await guess(server, 'wrong')).status).toBe(401)
  })

  it('guesses at once are looked at one by one, and most are turned away', async () => {
    const { server } = await started()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(server, `wrong ${n}`)))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(4)
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
  })

  it('is asked for by another site in vain', async () => {
    const { server } = await started()
    const answer = await post(
      server,
      '/login',
      { password: RIGHT, back: '/' },
      { host: HOST, origin: 'http://evil.example' },
    )
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('the hash', () => {
  it('is salted, and knows its password whatever the keyboard composes', async () => {
    expect(await hashPassword(RIGHT, CHEAP)).not.toBe(password)
    expect(await isPassword(RIGHT, password)).toBe(true)
    expect(await isPassword('correct  horse', password)).toBe(false)
    expect(await isPassword('cafe\u0301-noir', await hashPassword('caf\u00e9-noir', CHEAP))).toBe(true)
  })

  it('is written by errata review password, for its owner only, and nothing else is stored', async () => {
    const file = at('hash')
    expect(set(file, `${RIGHT}\n`)).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toMatch(/^scrypt:15:8:3:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{43}\n$/)
    expect(await isPassword(RIGHT, readPasswordFile(file))).toBe(true)
    const store = await fiveFlags(at('plain.sqlite'))
    expect(JSON.stringify(await decisionLines(store, () => undefined))).not.toContain('scrypt')
  })

  it('is refused when the password is short, or the file is none', () => {
    expect(set(at('short'), 'secret\n')).toBe(2)
    expect(set(at('none'), '')).toBe(2)
    writeFileSync(at('other'), 'hunter2\n')
    expect(() => readPasswordFile(at('other'))).toThrow(/holds no hash of a password/)
    expect(() => readPasswordFile(at('missing'))).toThrow(/missing/)
  })
})
