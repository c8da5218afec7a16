import type { Skipped, Source } from '../../model/document.ts'
import { FatalError, InputError, TransientError } from '../../model/errors.ts'
import type { FetchMemory, Kept, Listing, Remembered } from '../../model/fetched.ts'
import { withoutSecrets, withoutTracking } from '../../normalise/web-address.ts'
import { RefusedError } from './address.ts'
import type { ReadList } from './contents.ts'
import { type Client, type Got, get } from './get.ts'
import { keyOf } from './key.ts'
import { mediaTypeOf, received, validators } from './received.ts'
import type { Robots } from './robots.ts'

/** Everything that fetching a page needs. */
export interface Fetching {
  readonly client: Client
  readonly robots: Robots
  readonly memory: FetchMemory
  /** Whether a reader takes this media type. */
  readonly takes: (mediaType: string) => boolean
  /** Why a known page must not be asked for; undefined when it may. */
  readonly forgotten: (page: Pick<Source, 'doc' | 'id'>) => string | undefined
  /** Ask again for what failed for good. */
  readonly retrySkipped: boolean
  /** Reads feeds and sitemaps; in place when it is not there. */
  readonly readList?: ReadList
}

/** A page, and the key of the address that its bytes came from. */
export interface Page {
  readonly item: Source | Kept | Skipped
  readonly finalKey?: string
}

const ACCEPT = 'text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8, */*;q=0.1'

const HOUR = 3_600_000

/** What an address is remembered under, whoever listed it. */
export const pageKey = (address: string): string => keyOf(withoutTracking(address))

/**
 * The page at a listed address: its bytes, or that they are those of before, or why there are none.
 * @param path what status calls it
 */
export async function fetchPage(listing: Listing, path: string, fetching: Fetching): Promise<Page> {
  const { memory, client, retrySkipped } = fetching
  const key = pageKey(listing.url)
  const before = await memory.recall(key)
  if (before?.failure?.version === client.version && !retrySkipped)
    return { item: { path, reason: before.failure.reason } }
  const forgotten = before?.source && fetching.forgotten(before.source)
  if (forgotten !== undefined) return { item: { path, reason: forgotten } }
  const kept: Kept | undefined = before?.source && { ...before.source, path, kept: true }
  const held = kept !== undefined && (await memory.holds(kept))
  if (before && kept && held && isSettled(before, listing, client.settings)) return { item: kept, ...finalOf(before) }
  try {
    const got = await asked(listing.url, held ? before : undefined, fetching)
    const now = received(got, listing, before, key)
    await memory.remember(withoutSecrets(listing.url), now)
    if (held && now.source === before?.source) return { item: kept, ...finalOf(now) }
    if (!now.source || !got.body) throw new TransientError('answered "not modified" to what was not asked')
    return { item: { ...now.source, path, bytes: got.body }, ...finalOf(now) }
  } catch (error) {
    client.signal.throwIfAborted()
    if (error instanceof FatalError) throw error
    if (!(error instanceof InputError) && !(error instanceof TransientError))
      return { item: { path, reason: fault(error) } }
    const reason = error.message
    if (error instanceof InputError && !(error instanceof RefusedError))
      await memory.remember(withoutSecrets(listing.url), {
        ...before,
        key,
        checkedAt: new Date().toISOString(),
        failure: { reason, version: client.version },
      })
    return { item: { path, reason } }
  }
}

/** One page must not take the others with it; the reason says that errata, not the page, is at fault. */
const fault = (error: unknown): string => `errata failed on it, please report this: ${String(error).slice(0, 300)}`

/** What is known of a page that this run does not ask for. */
export async function pageUnasked(listing: Listing, path: string, { memory, client }: Fetching): Promise<Page> {
  const before = await memory.recall(pageKey(listing.url))
  if (before?.failure?.version === client.version) return { item: { path, reason: before.failure.reason } }
  const kept: Kept | undefined = before?.source && { ...before.source, path, kept: true }
  if (before && kept && (await memory.holds(kept))) return { item: kept, ...finalOf(before) }
  return {
    item: { path, reason: `deferred to a later run: more than ${client.settings.maxItems} addresses in one entry` },
  }
}

const finalOf = ({ finalKey }: Remembered): { finalKey?: string } => (finalKey === undefined ? {} : { finalKey })

/** Whether a known page need not be asked for in this run. */
function isSettled(
  { checkedAt, firstAt, modified }: Remembered,
  listing: Listing,
  { recheckHours, recheckDays }: Client['settings'],
): boolean {
  const now = Date.now()
  const checked = Date.parse(checkedAt)
  if (now - checked < recheckHours * HOUR) return true
  if (firstAt !== undefined && now - Date.parse(firstAt) > recheckDays * 24 * HOUR) return true
  // A day without a time may go on changing until it is over.
  const day = Date.parse(listing.modified ?? '')
  return listing.modified !== undefined && listing.modified === modified && checked - day > 24 * HOUR
}

async function asked(address: string, before: Remembered | undefined, fetching: Fetching): Promise<Got> {
  const { client, robots, takes } = fetching
  const got = await get(address, client, {
    accept: ACCEPT,
    headers: hop => (before?.finalKey === keyOf(hop.href) ? validators(before.retrieval) : {}),
    permit: hop => robots.permit(hop),
    wanted: answer => {
      const type = mediaTypeOf(answer)
      if (type !== undefined && !takes(type)) throw new InputError(`no reader takes ${type}`)
    },
  })
  if (got.status === 304 && before) return got
  if (got.status === 304) throw new TransientError('answered "not modified" to what was not asked')
  if (got.status !== 200) throw new InputError(`the host answered ${got.status}`)
  if (got.body?.length === 0) throw new TransientError('an empty body')
  return got
}
