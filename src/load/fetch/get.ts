import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputError, TransientError } from '../../model/errors.ts'
import { withoutSecrets } from '../../normalise/web-address.ts'
import { addressesFor, type Resolve } from './address.ts'
import type { BodyLimit } from './body.ts'
import type { Pace } from './pace.ts'
import { type Answer, BrokenError, request } from './request.ts'
import { type FetchSettings, userAgentOf } from './settings.ts'

/** What every request of a run shares. */
export interface Client {
  readonly settings: FetchSettings
  /** errata's release. */
  readonly version: string
  readonly pace: Pace
  readonly resolve: Resolve
  readonly signal: AbortSignal
}

/** How one address is asked for. */
export interface Get {
  readonly accept: string
  /** Further headers for one hop (validators): they must not go to another address. */
  readonly headers: (hop: URL) => Readonly<Record<string, string>>
  /** Says no to a hop before it is asked for: robots.txt. */
  readonly permit?: (hop: URL) => Promise<void>
  readonly wanted: (answer: IncomingMessage) => void
  readonly limit?: BodyLimit
}

/** The answer at the end of the redirects. */
export interface Got extends Answer {
  readonly final: URL
  /** Addresses that redirected, without secrets. */
  readonly redirects: readonly string[]
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Longer addresses are not asked for; matching robots rules costs their length times the rules'. */
const LONGEST = 2000

/**
 * GET with redirects, each hop looked at as the first one is: scheme, robots.txt, addresses, pace. Credentials are never
 * sent: user names in addresses are dropped, cookies ignored.
 * @throws TransientError when another run may have more luck, InputError when it will not
 */
export async function get(start: string, client: Client, how: Get): Promise<Got> {
  const redirects: string[] = []
  const seen = new Set<string>()
  for (let hop = target(start); ; ) {
    if (seen.has(hop.href)) throw new InputError('its redirects lead in a circle')
    if (redirects.length > client.settings.redirects)
      throw new InputError(`more than ${client.settings.redirects} redirects`)
    seen.add(hop.href)
    await how.permit?.(hop)
    const answer = await attempts(hop, client, how)
    if (!REDIRECTS.has(answer.status)) return { ...answer, final: hop, redirects }
    redirects.push(withoutSecrets(hop.href))
    hop = target(located(answer.headers.location, hop))
  }
}

function target(address: string): URL {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  url.hash = ''
  if (url.href.length > LONGEST) throw new InputError(`an address of more than ${LONGEST} characters`)
  return url
}

function located(location: string | undefined, from: URL): string {
  // Node gives a header's bytes as Latin-1; servers that do not escape addresses write UTF-8.
  const bytes = Buffer.from(location ?? '', 'latin1')
  const written = isUtf8(bytes) ? bytes.toString() : location
  if (!written || !URL.canParse(written, from.href)) throw new InputError('a redirect that does not say where to')
  const next = new URL(written, from.href)
  if (next.protocol !== 'http:' && next.protocol !== 'https:')
    throw new InputError(`redirected to a ${next.protocol} address: only http and https are fetched`)
  return next.href
}

/** 5xx and the two that ask for patience (RFC 9110). */
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500

/** One hop, and again when it fails in a way that passes. */
async function attempts(hop: URL, client: Client, how: Get): Promise<Answer> {
  const { settings, pace } = client
  const host = hop.hostname
  for (let attempt = 0; ; attempt++) {
    const last = attempt >= settings.retries
    try {
      const answer = await pace.run(host, how.permit !== undefined, () => once(hop, client, how))
      if (!isPassing(answer.status)) return answer
      const patience = retryAfter(answer.headers)
      if (patience !== undefined) await pace.rest(host, patience)
      if (last || (patience ?? 0) > settings.maxWait) throw new StatusError(answer.status)
    } catch (error) {
      if (!(error instanceof BrokenError) || !error.again || last) throw error
    }
    // Full jitter would allow an immediate retry; half of it keeps apart those who failed together.
    await sleep(settings.delay * 1000 * 2 ** attempt * (0.5 + Math.random()), undefined, { signal: client.signal })
  }
}

function once(hop: URL, { settings, version, resolve, signal }: Client, how: Get): Promise<Answer> {
  return request(hop, {
    headers: {
      'User-Agent': userAgentOf(settings, version),
      Accept: how.accept,
      'Accept-Encoding': 'gzip, deflate, br, zstd',
      Connection: 'close',
      ...how.headers(hop),
    },
    addresses: () => addressesFor(hop, settings.allow, resolve),
    timeout: settings.timeout * 1000,
    idle: settings.idle * 1000,
    limit: how.limit ?? { bytes: settings.maxBytes },
    wanted: how.wanted,
    signal,
  })
}

/** The host answered that it cannot now: the next run asks again. */
export class StatusError extends TransientError {
  readonly status: number
  constructor(status: number) {
    super(`the host answered ${status}`)
    this.status = status
  }
}

/** Seconds of a Retry-After header: a number of them, or a date (RFC 9110, 10.2.3). */
function retryAfter(headers: IncomingHttpHeaders): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,10}$/.test(value)) return Number(value)
  const at = value === '' ? Number.NaN : Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000)
}
