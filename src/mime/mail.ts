import PostalMime from 'postal-mime'
import { InputError } from '../model/errors.ts'

/** A file that a message carries along. */
export interface Attachment {
  readonly name?: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Belongs to the message itself: a picture that its HTML shows, a signature. */
  readonly incidental: boolean
}

export interface Mail {
  readonly subject?: string
  /** Display name of the sender, or the address. */
  readonly from?: string
  /** The `Date` header as written. */
  readonly date?: string
  /** The part that is read, decoded; none when the message has no words of its own. */
  readonly body?: { readonly type: 'html' | 'plain'; readonly content: string }
  readonly attachments: readonly Attachment[]
}

/**
 * Depth of parts within parts and bytes of all headers: the parser's own limits. Its time for a list of addresses grows with
 * the square of its length: 14 s for 800,000 bytes, 1.5 s for so many.
 */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 262_144 } as const
const MAX_PARTS = 5_000
/** The parser takes 6 to 12 microseconds a line; so many are 17 MB attached, and some three seconds. */
const MAX_LINES = 300_000

/** Parts that say how to trust or to schedule a message and are no documents. */
const MACHINERY =
  /^(?:application\/(?:x-)?pkcs7-(?:signature|mime)|application\/pgp-(?:signature|encrypted)|message\/(?:delivery|disposition)-.*|text\/rfc822-headers)$/

/**
 * A message as RFC 5322 and MIME have it. Messages within it are attachments, however they are marked: each has a date of
 * its own.
 * @throws InputError when it breaks a limit, or is no message
 */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  if (!/^(?:[!-9;-~]{1,200}[ \t]{0,20}:|From |>From )/.test(latin1(bytes, 0, 300)))
    throw new InputError('not a mail: it does not begin with a header')
  if (count(bytes, '\n', MAX_LINES) > MAX_LINES) throw new InputError(`too large: more than ${MAX_LINES} lines`)
  // Boundaries of parts begin with two hyphens.
  if (count(bytes, '\n--', MAX_PARTS) > MAX_PARTS) throw new InputError(`too large: more than ${MAX_PARTS} parts`)
  const parsed = await parse(bytes)
  const { subject, from, headers, html, text } = parsed
  const date = headers.find(({ key }) => key === 'date')?.value
  const attachments = parsed.attachments.map(({ filename, mimeType, related, disposition, content }): Attachment => {
    const picture = /^image\//.test(mimeType) && (related === true || disposition !== 'attachment')
    return {
      ...(filename && { name: filename }),
      mediaType: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      incidental: picture || MACHINERY.test(mimeType),
    }
  })
  const body = bodyOf(text, html)
  return {
    ...(subject && { subject }),
    ...((from?.name || from?.address) && { from: from.name || from.address || '' }),
    ...(date && { date }),
    ...(body && { body }),
    attachments,
  }
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { ...LIMITS, forceRfc822Attachments: true })
  } catch (error) {
    throw new InputError(`not a sound mail: ${(error as Error).message}`, { cause: error })
  }
}

const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end)

/** How often bytes hold a mark; counts no further than one beyond `most`. */
function count(bytes: Uint8Array, mark: string, most: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let found = 0
  for (let at = buffer.indexOf(mark); at >= 0 && found <= most; at = buffer.indexOf(mark, at + mark.length)) found++
  return found
}

/** Share of the page's words that the plain part must have to stand for it: some say only "open this in a browser". */
const ENOUGH = 0.5

/**
 * The plain part, which is verbatim what people read, unless the page says much more. HTML alone is a page; blank parts
 * are none.
 */
function bodyOf(plain: string | undefined, html: string | undefined): Mail['body'] {
  const words = lettersIn(plain ?? '')
  const shown = html === undefined ? 0 : lettersIn(shownIn(html))
  if (words > 0 && words >= shown * ENOUGH) return { type: 'plain', content: plain ?? '' }
  if (shown > 0) return { type: 'html', content: html ?? '' }
  return words > 0 ? { type: 'plain', content: plain ?? '' } : undefined
}

/** Letters and digits of a text, addresses of the web left out. */
const lettersIn = (text: string): number => text.replace(/https?:\/\/\S+/g, '').replace(/[^\p{L}\p{N}]+/gu, '').length

const UNSHOWN = /<(style|script|title)\b/g

/** A page without its tags, styles and scripts: near enough to count words. Linear. */
function shownIn(html: string): string {
  const lower = html.toLowerCase()
  let shown = ''
  let from = 0
  for (const { index, 1: name } of lower.matchAll(UNSHOWN)) {
    if (index < from) continue
    shown += html.slice(from, index)
    const end = lower.indexOf(`</${name}`, index)
    from = end < 0 ? html.length : end
  }
  return (shown + html.slice(from)).replace(/<[^<>]*>/g, '')
}
