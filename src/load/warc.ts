import { InputError } from '../model/errors.ts'
import { withoutSecrets } from '../normalise/web-address.ts'
import { type Chunks, expand } from './expand.ts'
import { httpMessage } from './http-message.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { charsetOf, kindOfType } from './media-type.ts'
import { type From, type Open, openHere, type Packet } from './packet.ts'
import type { Item } from './source.ts'
import { warcRecords } from './warc-records.ts'

/** Records that stand for content; requests, metadata and the archive's own description are about it. */
const CONTENT = new Set(['response', 'resource', 'conversion', 'revisit', 'continuation'])

type Headers = ReadonlyMap<string, string>
const typeOf = (headers: Headers): string => headers.get('warc-type')?.toLowerCase() ?? ''

/** Whether a record is a crawler's own: wget keeps its log and its arguments as resources. */
const isOwn = (headers: Headers): boolean => /^<?metadata:/i.test(headers.get('warc-target-uri') ?? '')

/**
 * The pages and documents of a web archive, `path#number` by the number of the record. A document's raw source is the
 * payload: the body of the response, unpacked. The date of a record is that of its fetching, and no date of publication.
 */
export async function* warc(chunks: Chunks, from: From, open: Open = openHere): AsyncGenerator<Item> {
  let any = false
  for await (const { number, headers, block } of warcRecords(chunks, headers =>
    /^(?:response|resource|conversion)$/.test(typeOf(headers)),
  )) {
    if (!CONTENT.has(typeOf(headers)) || isOwn(headers)) continue
    any = true
    const path = `${from.path}#${number}`
    const reason = withoutPage(headers)
    if (reason !== undefined) yield { path, reason }
    else if (block === undefined) yield { path, reason: `larger than ${MAX_BYTES_WORDS}` }
    else yield* open({ format: 'record', bytes: block, headers, from: { ...from, path } })
  }
  if (!any) throw new InputError('an archive without pages: no response, resource or conversion record')
}

/** Why a record of content has no page of its own. */
function withoutPage(headers: Headers): string | undefined {
  const type = typeOf(headers)
  if (type === 'revisit') return 'a revisit record: its page is in another archive, or earlier in this one'
  if (type === 'continuation' || headers.has('warc-segment-number'))
    return 'a page in segments, which errata does not put together'
  return undefined
}

/** The document that a record carries, or those in it. @throws InputError, or an error of zlib */
export function recordItems({ bytes: block, headers = new Map(), from }: Packet): AsyncIterable<Item> {
  const uri = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? ''
  const { bytes, declared } =
    typeOf(headers) === 'response'
      ? response(block, headers)
      : { bytes: block, declared: headers.get('content-type') ?? '' }
  if (bytes.length > MAX_BYTES) throw new InputError(`larger than ${MAX_BYTES_WORDS}`)
  const charset = charsetOf(declared)
  const { path, hints, depth } = from
  return expand([bytes], kindOfType(declared, nameIn(uri)), {
    path,
    ...(hints && { hints }),
    ...(depth !== undefined && { depth }),
    ...(charset && { charset }),
    ...(/^https?:/i.test(uri) && { stated: { from: 'warc', fields: { url: withoutSecrets(uri) } } }),
  })
}

/** The body of an archived response and the type it declares. @throws InputError for a page that was not there */
function response(block: Uint8Array, headers: Headers): { bytes: Uint8Array; declared: string } {
  if (!/^application\/http\b/i.test(headers.get('content-type') ?? 'application/http'))
    throw new InputError(`a response of another protocol (${headers.get('content-type')?.slice(0, 100)})`)
  const message = httpMessage(block)
  if (message.status !== 200) throw new InputError(`not a page: HTTP status ${message.status}`)
  return { bytes: message.body, declared: message.headers.get('content-type') ?? '' }
}

/** The file name at the end of an address; a type that says nothing is known by it. */
const nameIn = (uri: string): string => uri.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
