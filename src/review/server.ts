import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { FatalError } from '../model/errors.ts'
import { markup } from '../report/templates/markup.ts'
import { sentenceCase } from '../report/words.ts'
import { placeOf, queryOf } from './address.ts'
import { history } from './decide.ts'
import type { Desk } from './desk.ts'
import { guard } from './guard.ts'
import { logText } from './log.ts'
import { articlePage } from './pages/document.ts'
import { entityPage } from './pages/entity.ts'
import { framed, type Page } from './pages/frame.ts'
import type { Notice } from './pages/notice.ts'
import { queuePage } from './pages/queue.ts'
import { runsPage } from './pages/runs.ts'
import { searchPage } from './pages/search.ts'
import { writes } from './writes.ts'

export interface ServerOptions extends Omit<Desk, 'token'> {
  /** Of 127.0.0.1: the only one that the Host of a request may name. */
  readonly port: number
  /** Gets what goes wrong inside, for the log. */
  readonly failed: (error: unknown) => void
}

export type Server = (request: Request) => Promise<Response>

/**
 * The review server as a function. Reading needs no token; what writes needs this process's, which its own forms carry.
 * Nothing of a page or an address goes into a header but addresses made by `queueAddress`.
 */
export function reviewServer({ port, failed, ...given }: ServerOptions): Server {
  const desk: Desk = { ...given, token: randomBytes(32).toString('base64url') }
  const app = new Hono()
  const query = (address: string): URLSearchParams => new URL(address).searchParams
  app.use(guard(port))
  app.get('/', async c => {
    const asked = query(c.req.url)
    return c.html(framed(await queuePage(desk, placeOf(asked), await stored(desk, asked))))
  })
  app.get('/search', async c =>
    c.html(framed(await searchPage(desk, (query(c.req.url).get('words') ?? '').slice(0, 200)))),
  )
  app.get('/runs', async c => c.html(framed(await runsPage(desk))))
  for (const [path, page] of Object.entries({ '/document': articlePage, '/entity': entityPage }))
    app.get(path, async c => {
      const found = await page(desk, query(c.req.url).get('id') ?? '')
      return found ? c.html(framed(found)) : c.notFound()
    })
  app.get('/standing', async c => {
    const { flag = '' } = placeOf(query(c.req.url))
    const log = await history(desk.store, flag)
    const last = log.at(-1)
    return c.json({ seen: String(log.length), text: last ? `Meanwhile: ${logText(last)}.` : '' })
  })
  writes(app, desk)
  app.notFound(c => c.html(framed(plain('Not found', 'There is no such page.')), 404))
  app.onError((error, c) => {
    failed(error)
    const words =
      error instanceof FatalError ? error.message : 'Something went wrong; the log of errata review says what.'
    return c.html(framed(plain('That did not work', words)), 500)
  })
  return async request => await app.fetch(request)
}

/** What has just been stored, when an address says that something has. */
async function stored(desk: Desk, asked: URLSearchParams): Promise<Notice | undefined> {
  const said = asked.get('said')
  const item = said === null ? undefined : (await desk.queue()).items.get(said)
  if (!item?.decision) return undefined
  const back = queryOf({ ...placeOf(asked), flag: item.fingerprint })
  return { text: `${sentenceCase(item.status)}: \u201c${item.words.slice(0, 80)}\u201d`, undo: item.fingerprint, back }
}

const plain = (title: string, text: string): Page => ({
  title,
  heading: title,
  body: markup`<div class="sheet"><p class="lead">${text}</p><p><a href="/">To the queue</a></p></div>`,
})
