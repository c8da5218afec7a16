import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { EXIT, FatalError } from '../model/errors.ts'
import { placeOf } from './address.ts'
import { history } from './decide.ts'
import type { Desk } from './desk.ts'
import { guard } from './guard.ts'
import { logText } from './log.ts'
import { articlePage } from './pages/document.ts'
import { entityPage } from './pages/entity.ts'
import { framed, plain } from './pages/frame.ts'
import { Notices } from './pages/notice.ts'
import { queuePage } from './pages/queue.ts'
import { rulesPage } from './pages/rules.ts'
import { runsPage } from './pages/runs.ts'
import { searchPage } from './pages/search.ts'
import type { PasswordHash } from './password.ts'
import { session } from './session.ts'
import { Trail } from './trail.ts'
import { writes } from './writes.ts'
import { correctionWrites } from './writes-corrections.ts'
import { ruleWrites } from './writes-rules.ts'

export interface ServerOptions extends Omit<Desk, 'token' | 'notices' | 'trail'> {
  /** Of 127.0.0.1: the only one that the Host of a request may name. */
  readonly port: number
  /** What lets one in, on a machine with several users; without it everybody on it may read. */
  readonly password?: PasswordHash
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Gets what goes wrong inside, for the log. */
  readonly failed: (error: unknown) => void
}

export type Server = (request: Request) => Promise<Response>

/**
 * The review server as a function. Reading needs no token; what writes needs this process's, which its own forms carry.
 * Nothing of a page or an address goes into a header but addresses made by `queueAddress`.
 */
export function reviewServer({ port, failed, password, now = Date.now, ...given }: ServerOptions): Server {
  const token = randomBytes(32).toString('base64url')
  const desk: Desk = { ...given, token, notices: new Notices(), trail: new Trail() }
  const app = new Hono()
  const query = (address: string): URLSearchParams => new URL(address).searchParams
  app.use(guard(port))
  if (password !== undefined) session(app, { password, port, now })
  app.get('/', async c => {
    const asked = query(c.req.url)
    return c.html(framed(await queuePage(desk, placeOf(asked), desk.notices.get(asked.get('notice')))))
  })
  app.get('/search', async c =>
    c.html(framed(await searchPage(desk, (query(c.req.url).get('words') ?? '').slice(0, 200)))),
  )
  app.get('/runs', async c => c.html(framed(await runsPage(desk))))
  app.get('/rules', async c => c.html(framed(await rulesPage(desk, desk.notices.get(query(c.req.url).get('notice'))))))
  for (const [path, page] of Object.entries({ '/document': articlePage, '/entity': entityPage }))
    app.get(path, async c => {
      const asked = query(c.req.url)
      const found = await page(desk, asked.get('id') ?? '', desk.notices.get(asked.get('notice')))
      return found ? c.html(framed(found)) : c.notFound()
    })
  app.get('/standing', async c => {
    const { flag = '' } = placeOf(query(c.req.url))
    const log = await history(desk.store, flag)
    const last = log.at(-1)
    return c.json({ seen: String(log.length), text: last ? `Meanwhile: ${logText(last)}.` : '' })
  })
  writes(app, desk)
  ruleWrites(app, desk)
  correctionWrites(app, desk)
  app.notFound(c => c.html(framed(plain('Not found', 'There is no such page.')), 404))
  app.onError((error, c) => {
    // What the user can mend (the team's file, a form) is said on the page; the rest goes to the log too.
    const mendable = error instanceof FatalError && error.exitCode === EXIT.usage
    if (!mendable) failed(error)
    const words =
      error instanceof FatalError ? error.message : 'Something went wrong; the log of errata review says what.'
    return c.html(framed(plain('That did not work', words)), mendable ? 400 : 500)
  })
  return async request => await app.fetch(request)
}
