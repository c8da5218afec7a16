import type { IncomingMessage } from 'node:http'
import type { Listing, Remembered, Retrieval } from '../../model/fetched.ts'
import { sha256 } from '../../model/sha256.ts'
import { withoutSecrets, withoutTracking } from '../../normalise/web-address.ts'
import { charsetOf as declaredCharset, sniff } from '../media-type.ts'
import type { Got } from './get.ts'
import { keyOf } from './key.ts'

/** Headers that let the host answer "not modified" (RFC 9110, 13.1). */
export function validators(retrieval: Retrieval | undefined): Record<string, string> {
  const { etag, lastModified } = retrieval ?? {}
  return {
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
    ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
  }
}

/** How an answer's bytes came. */
export function retrievalOf(address: string, { final, redirects, status, headers }: Got): Retrieval {
  const { etag, 'last-modified': lastModified, 'content-type': contentType } = headers
  return {
    address: withoutSecrets(address),
    final: withoutSecrets(final.href),
    redirects,
    at: new Date().toISOString(),
    status,
    ...(contentType === undefined ? {} : { contentType }),
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
  }
}

/** Whether a validator can be sent back: one with control characters would make every later request fail. */
const isSendable = (value: string | undefined): value is string =>
  value !== undefined && /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value)

/** What to remember after an answer: of "not modified", all that was known; of the same bytes, what was said of them. */
export function received(got: Got, listing: Listing, before: Remembered | undefined, key: string): Remembered {
  const at = new Date().toISOString()
  const changed = listing.modified === undefined ? {} : { modified: listing.modified }
  const { failure: _over, ...rest } = before ?? { key }
  const finalKey = keyOf(got.final.href)
  if (got.status === 304 || !got.body) return { ...rest, key, checkedAt: at, finalKey, ...changed }
  const source = sourceOf(got, got.body, listing)
  return {
    key,
    checkedAt: at,
    firstAt: before?.firstAt ?? at,
    finalKey,
    retrieval: retrievalOf(listing.url, got),
    source: before?.source && isSame(before.source, source) ? before.source : source,
    ...changed,
  }
}

/** What listed it is no part of a page: another feed's title for the same bytes changes nothing. */
const isSame = (a: Described, b: Described): boolean =>
  a.id === b.id && a.doc === b.doc && a.mediaType === b.mediaType && a.charset === b.charset

type Described = NonNullable<Remembered['source']>

function sourceOf(got: Got, bytes: Uint8Array, listing: Listing): Described {
  const { final } = got
  const doc = withoutTracking(withoutSecrets(final.href))
  const charset = charsetOf(got)
  const { from, title, published, author } = listing
  return {
    id: sha256(bytes),
    doc,
    mediaType: mediaTypeOf(got) ?? sniffed(bytes),
    ...(charset === undefined ? {} : { charset }),
    stated: {
      from: from === 'list' ? 'fetch' : from,
      fields: {
        url: doc,
        ...(title === undefined ? {} : { title }),
        ...(published === undefined ? {} : { date: published }),
        ...(author === undefined ? {} : { author }),
      },
    },
  }
}

/** The charset that an answer claims. */
export const charsetOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined =>
  declaredCharset(headers['content-type'] ?? '')

/** The media type that an answer claims, in lower case. */
export function mediaTypeOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type ?? '') ? type : undefined
}

/** Bytes of an answer that does not say what they are. */
function sniffed(bytes: Uint8Array): string {
  const kind = sniff(bytes)
  return 'mediaType' in kind ? kind.mediaType : 'text/plain'
}
