/** How errata behaves towards the hosts it fetches from. Times in seconds, sizes in bytes. */
export interface FetchSettings {
  /** Mail address or page of whoever runs errata; part of the User-Agent. */
  readonly contact: string
  /** The whole User-Agent, instead of errata's own with the contact. */
  readonly userAgent?: string
  /** Origins of one's own (`http://intranet:8080`) that may have addresses which are not public. */
  readonly allow: readonly string[]
  /** Between two requests to one host. */
  readonly delay: number
  /** The longest Crawl-delay and Retry-After that a run waits for; what asks for more is left to the next run. */
  readonly maxWait: number
  /** For one request, from looking up its host to its last byte. */
  readonly timeout: number
  /** Without a single byte. */
  readonly idle: number
  /** Of one body, a transfer's compression taken off. */
  readonly maxBytes: number
  readonly redirects: number
  /** Further attempts after 408, 429, 5xx and broken connections. */
  readonly retries: number
  /** Hosts that are asked at the same time. */
  readonly hosts: number
  /** Addresses of one `load` entry that are asked for in one run. */
  readonly maxItems: number
  /** A page is not asked for again sooner than this many hours after the last time. */
  readonly recheckHours: number
  /** A page is not asked for again once it is known for so many days. */
  readonly recheckDays: number
}

/** What holds where a pipeline says nothing. */
export const DEFAULT_FETCH: Omit<FetchSettings, 'contact'> = {
  allow: [],
  delay: 2,
  maxWait: 60,
  timeout: 15,
  idle: 5,
  maxBytes: 10_000_000,
  redirects: 5,
  retries: 2,
  hosts: 8,
  maxItems: 1000,
  recheckHours: 0,
  recheckDays: 30,
}

/** The product token that robots.txt rules name (RFC 9309, 2.2.1). */
export const ROBOTS_TOKEN = 'errata'

/** Names errata, its release and whoever runs it. */
export const userAgentOf = ({ userAgent, contact }: FetchSettings, version: string): string => {
  if (userAgent !== undefined) return userAgent.includes(contact) ? userAgent : `${userAgent} (${contact})`
  return `errata/${version} (+${contact.includes('://') || contact.startsWith('mailto:') ? contact : `mailto:${contact}`})`
}
