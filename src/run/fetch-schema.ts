import { z } from 'zod'
import { DEFAULT_FETCH } from '../load/fetch/settings.ts'

const address = z
  .string()
  .refine(text => /^https?:\/\//i.test(text) && URL.canParse(text), 'must be an http(s) address')
  .refine(text => {
    const { username, password } = URL.canParse(text) ? new URL(text) : { username: '', password: '' }
    return username === '' && password === ''
  }, 'must not carry a user name or password: errata sends no credentials')

/** Entries of `load` that need the network. */
export const remoteEntries = [
  z.strictObject({ feed: address }).describe('An RSS, Atom, RDF or JSON feed: the pages that its entries lead to.'),
  z.strictObject({ sitemap: address }).describe('A sitemap or an index of sitemaps: the pages that it lists.'),
  z.strictObject({ url: address }).describe('One page.'),
  z.strictObject({ urls: z.string().min(1) }).describe('A file of addresses, one a line; # begins a comment.'),
] as const

const CONTACT = 'must be a mail address or a page (https://…) where whoever runs a site can reach you'

const number = (name: Exclude<keyof typeof DEFAULT_FETCH, 'allow' | 'userAgent'>, what: string, most: number) =>
  z.number().min(0).max(most).describe(`${what} Default ${DEFAULT_FETCH[name]}.`)
const whole = (
  name: Exclude<keyof typeof DEFAULT_FETCH, 'allow' | 'userAgent'>,
  what: string,
  most: number,
  least = 1,
) => z.int().min(least).max(most).describe(`${what} Default ${DEFAULT_FETCH[name]}.`)

/** `fetch:` of a pipeline file. Times are in seconds where nothing else is said. */
export const fetchSchema = z
  .strictObject({
    contact: z
      .string()
      .refine(
        text => /^(?:mailto:)?[^\s@()<>"]+@[^\s@()<>"]+$/.test(text) || /^https?:\/\/[^\s()<>"]+$/.test(text),
        CONTACT,
      )
      .describe(
        'Who runs this errata: a mail address or a page. Part of the User-Agent; nothing is fetched without it.',
      ),
    userAgent: z
      .string()
      .regex(/^[\x20-\x7e]{1,200}$/, 'must be printable ASCII')
      .regex(/errata/i, 'must name errata')
      .describe('The User-Agent instead of "errata/VERSION (+CONTACT)"; the contact is added when it is not in it.'),
    allow: z
      .array(
        z
          .string()
          .refine(
            text => URL.canParse(text) && new URL(text).origin === text,
            'must be an origin such as http://intranet:8080',
          ),
      )
      .describe('Origins of your own whose hosts may have addresses that are not public.'),
    delay: number('delay', 'Seconds between two requests to one host.', 3600),
    maxWait: number('maxWait', 'Longest Crawl-delay and Retry-After that a run waits for; the rest is deferred.', 3600),
    timeout: number('timeout', 'Seconds for one request as a whole.', 600),
    idle: number('idle', 'Seconds without a byte.', 600),
    maxBytes: whole('maxBytes', 'Bytes of one page, feed or sitemap, unpacked.', 50_000_000),
    redirects: whole('redirects', 'Redirects in a row.', 20, 0),
    retries: whole('retries', 'Further attempts after 408, 429, 5xx and broken connections.', 10, 0),
    hosts: whole('hosts', 'Hosts asked at the same time.', 64),
    maxItems: whole(
      'maxItems',
      'Addresses of one entry that are asked for in one run; the rest is deferred.',
      1_000_000,
    ),
    recheckHours: number('recheckHours', 'Hours before a known page is asked for again.', 100_000),
    recheckDays: number('recheckDays', 'Days after which a known page is not asked for again.', 100_000),
  })
  .partial()
  .required({ contact: true })
