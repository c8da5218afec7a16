import { InputError } from '../model/errors.ts'
import { withoutSecrets } from '../normalise/web-address.ts'
import { type Chunks, expand, type From } from './expand.ts'
import { httpMessage } from './http-message.ts'
import { MAX_BYTES, MAX_BYTES_WORDS } from './limits.ts'
import { charsetOf, kindOfType } from './media-type.ts'
import type { Item } from './source.ts'
import { reasonOf } from './unpack.ts'
import { type WarcRecord, warcRecords } from './warc-records.ts'

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
export async function* warc(chunks: Chunks, from: From): AsyncGenerator<Item> {
  let any = false
  for await (const record of warcRecords(chunks, headers =>
    /^(?:response|resource|conversion)$/.test(typeOf(headers)),
  )) {
    if (!CONTENT.has(typeOf(record.headers)) || isOwn(record.headers)) continue
    any = true
    const path = `${from.path}#${record.number}`
    try {
      yield* payload(record, { ...from, path })
    } catch (error) {
      yield { path, reason: error instanceof InputError ? error.message : reasonOf(error) }
    }
  }
  if (!any) throw new InputError('an archive without pages: no response, resource or conversion record')
}

function payload({ headers, block }: WarcRecord, from: From): AsyncIterable<Item> {
  const type = typeOf(headers)
  if (type === 'revisit')
    throw new InputError('a revisit record: its page is in another archive, or earlier in this one')
  if (type === 'continuation' || headers.has('warc-segment-number'))
    throw new InputError('a page in segments, which errata does not put together')
  if (block === undefined) throw new InputError(`larger than ${MAX_BYTES_WORDS}`)
  const uri = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? ''
  const { bytes, declared } =
    type === 'response' ? response(block, headers) : { bytes: block, declared: headers.get('content-type') ?? '' }
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
