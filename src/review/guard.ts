import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What the pages may do (contract.md: "html"): their own style and script, named by hash, ask this server, send forms to it.
 */
const POLICY = [
  "default-src 'none'",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(SCRIPT)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * `same-origin` and not `no-referrer`: under the latter browsers send forms with `Origin: null`
 * (https://fetch.spec.whatwg.org/#append-a-request-origin-header), and the origin could not be checked. Other sites learn
 * nothing either way.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/** The names that this machine has for itself; a page of another site that resolves to it (DNS rebinding) has another. */
const hosts = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/** Refuses requests that do not come from this server's own pages; sets the headers of every answer. */
export function guard(port: number): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    const refusal = hosts(port).includes(host) ? refuseWrite(c.req.method, host, name => c.req.header(name)) : 'host'
    if (refusal === undefined) await next()
    else c.res = c.text(`refused: ${refusal}\n`, 403)
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  }
}

/** Why a request that is more than a reading is refused; undefined when it is not. */
function refuseWrite(method: string, host: string, header: (name: string) => string | undefined): string | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  if (header('origin') !== `http://${host}`) return 'origin'
  const site = header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return 'site'
  if (header('content-type')?.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') return 'content type'
  return undefined
}

/** Whether a form brought the token, in a time that does not tell how much of it is right. */
export function sameToken(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}
