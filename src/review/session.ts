import { createHash, randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { documentAddress, entityAddress, placeOf, queueAddress } from './address.ts'
import { framed } from './pages/frame.ts'
import { loginPage } from './pages/login.ts'
import { isPassword, type PasswordHash } from './password.ts'

/** Seconds that a session lasts: a working day. */
const LASTS = 12 * 60 * 60
/** Wrong guesses before each further one costs time; it doubles with every guess, up to the longest wait. In milliseconds. */
const FREE = 4
const FIRST_WAIT = 1000
const LONGEST_WAIT = 5 * 60 * 1000
/** Guesses that are looked at one after the other; more are turned away, so that they cost nothing. */
const WAITING = 4

export interface SessionOptions {
  readonly password: PasswordHash
  readonly port: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const named = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Lets in who knows the password: nothing of the store shows before. Comes after `guard`, before every route. */
export function session(app: Hono, { password, port, now }: SessionOptions): void {
  // Cookies do not tell ports of one host apart (RFC 6265, 8.5); the name does.
  const cookie = `errata-${port}`
  const sessions = new Map<string, number>()
  let wrong = 0
  let notBefore = 0
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()

  const known = (c: Context): boolean => {
    const token = getCookie(c, cookie)
    return token !== undefined && (sessions.get(named(token)) ?? 0) > now()
  }
  const ask = async (c: Context, status: 401 | 429, text?: string, back?: string): Promise<Response> =>
    c.html(framed(loginPage(back ?? placeFor(c), text)), status)
  const tooSoon = async (c: Context, back: string): Promise<Response | undefined> => {
    const wait = Math.ceil((notBefore - now()) / 1000)
    if (wait <= 0) return undefined
    c.header('Retry-After', String(wait))
    return ask(c, 429, `Too many wrong passwords. Try again in ${wait} s.`, back)
  }

  app.post('/login', async c => {
    const form = new URLSearchParams(await c.req.text())
    const back = form.get('back') ?? ''
    const refused = await tooSoon(c, back)
    if (refused) return refused
    if (waiting >= WAITING) return ask(c, 429, 'Too many at once. Try again.', back)
    waiting++
    const right = turn.then(async () => {
      // Others may have guessed wrong while this one waited for its turn.
      if (notBefore > now()) return undefined
      const found = await isPassword(form.get('password') ?? '', password)
      wrong = found ? 0 : wrong + 1
      if (wrong > FREE) notBefore = now() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE - 1))
      return found
    })
    turn = right.catch(() => undefined)
    try {
      const found = await right
      if (!found) return (await tooSoon(c, back)) ?? (await ask(c, 401, 'That is not the password.', back))
    } finally {
      waiting--
    }
    for (const [name, ends] of sessions) if (ends <= now()) sessions.delete(name)
    const token = randomBytes(32).toString('base64url')
    sessions.set(named(token), now() + LASTS * 1000)
    setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: LASTS })
    return c.redirect(addressOf(back), 303)
  })

  app.post('/logout', c => {
    const token = getCookie(c, cookie)
    if (token !== undefined) sessions.delete(named(token))
    setCookie(c, cookie, '', { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 0 })
    return c.redirect('/', 303)
  })

  app.use(async (c, next) => {
    if (known(c)) await next()
    else c.res = await ask(c, 401)
    return undefined
  })
}

/** What a login leads back to. */
const placeFor = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? `${pathname}${search}` : ''
}

/** An address of ours, made anew, for a place that a form brings back. */
function addressOf(place: string): string {
  const { pathname, searchParams } = new URL(
    place.startsWith('/') ? place.replace(/^\/+/, '/') : '/',
    'http://127.0.0.1',
  )
  const id = searchParams.get('id') ?? ''
  if (pathname === '/document') return documentAddress(id)
  if (pathname === '/entity') return entityAddress(id)
  return pathname === '/runs' || pathname === '/rules' ? pathname : queueAddress(placeOf(searchParams))
}
