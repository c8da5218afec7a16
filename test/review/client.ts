import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { queueOf } from '../../src/review/queue.ts'
import { reviewServer, type Server, type ServerOptions } from '../../src/review/server.ts'
import { openTeam } from '../../src/review/team.ts'
import type { Store } from '../../src/store/store.ts'

export const HOST = '127.0.0.1:7373'
export const ORIGIN = `http://${HOST}`

/** A review server on a store, with a team's file when one is named. */
export function serverOn(
  store: Store,
  { file, ...options }: Partial<Pick<ServerOptions, 'reviewer' | 'password' | 'now'>> & { readonly file?: string } = {},
): Server {
  const team = file === undefined ? undefined : openTeam(file)
  return reviewServer({
    store,
    queue: queueOf(store, team?.read),
    knowledge: shippedKnowledge(),
    checks: [],
    reviewer: 'Ann',
    port: 7373,
    failed: error => {
      throw error
    },
    ...(team ? { team } : {}),
    ...options,
  })
}

export const get = (server: Server, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  server(new Request(`${ORIGIN}${path}`, { headers: { host: HOST, ...headers } }))

export const body = async (server: Server, path: string): Promise<string> => (await get(server, path)).text()

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  )

/** The hidden fields of the first form of a page that goes somewhere. */
export const fields = (page: string, action: string): Record<string, string> => {
  const at = page.indexOf(`action="${action}"`)
  const form = at < 0 ? '' : (page.slice(at).split('</form>')[0] ?? '')
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, key, value]) => [
      key,
      unescaped(value ?? ''),
    ]),
  )
}

export const post = (
  server: Server,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = { host: HOST, origin: ORIGIN },
): Promise<Response> =>
  server(
    new Request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    }),
  )

/** The page that a form leads to. */
export const followed = async (server: Server, answer: Response): Promise<string> =>
  body(server, answer.headers.get('location') ?? '/nowhere')
