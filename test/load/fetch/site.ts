import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  /** `http://127.0.0.1:PORT`, or with `https` */
  readonly origin: string
  readonly port: number
  /** What each path answers; every other path, robots.txt too, answers 404. */
  readonly routes: Map<string, Handler>
  /** Requests in order of arrival. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly at: number }[]
  /** Connections open at the same time, at most. */
  readonly crowd: { now: number; most: number }
  /** Paths asked for since the last call. */
  since(): string[]
}

const tls = (name: string): string => fileURLToPath(new URL(`tls/${name}.pem`, import.meta.url))

/** The certificate of `secureSite`, for NODE_EXTRA_CA_CERTS. */
export const CERTIFICATE = tls('certificate')

/** A server on loopback for the tests of one file, by HTTPS; its certificate is for 127.0.0.1 alone, and nobody trusts it. */
export const secureSite = (routes: Record<string, Handler> = {}): Promise<Site> =>
  site(routes, { key: readFileSync(tls('key')), cert: readFileSync(CERTIFICATE) })

/** A server on loopback for the tests of one file. */
export async function site(
  routes: Record<string, Handler> = {},
  secure?: { readonly key: Buffer; readonly cert: Buffer },
): Promise<Site> {
  const map = new Map(Object.entries(routes))
  const asked: Site['asked'] = []
  const crowd = { now: 0, most: 0 }
  const listener: Handler = (request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers, at: performance.now() })
    const handler = map.get(path) ?? map.get(path.split('?')[0] ?? '')
    if (handler) handler(request, response)
    else response.writeHead(404).end('not here')
  }
  const server = secure ? createSecureServer(secure, listener) : createServer(listener)
  server.on('connection', socket => {
    crowd.now++
    crowd.most = Math.max(crowd.most, crowd.now)
    socket.on('close', () => crowd.now--)
    // A client that hangs up in the middle is part of the tests.
    socket.on('error', () => undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  let told = 0
  return {
    origin: `http${secure ? 's' : ''}://127.0.0.1:${port}`,
    port,
    routes: map,
    asked,
    crowd,
    since() {
      const paths = asked.slice(told).map(({ path }) => path)
      told = asked.length
      return paths
    },
  }
}

/** Answers with a body and headers; 304 when the request has its ETag. */
export const answer =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (request, response) => {
    const etag = headers['etag']
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(status, headers).end(body)
  }

/** An article's page of so many words. */
export const page = (title: string, text: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${text
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('')}</article></body></html>`

export const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** Text that fills a page. */
export const FILLER =
  'The bank said on Tuesday that it had found traces of an intrusion in its payment systems and had called in investigators.\nStaff noticed the transfers after a printer that lists outgoing payments had stopped working during the weekend.'
