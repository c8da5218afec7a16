import { parseMail } from '../mime/mail.ts'
import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, limit } from '../model/limits.ts'
import type { AsyncReader } from '../model/stage.ts'
import { TextMapBuilder } from '../model/text-map.ts'
import { type Content, contentDocument, verbatim } from './content.ts'

/** Mailboxes guard lines that begin with "From " by a mark, which is no part of the message. */
const MAILBOX = 'application/x-errata-mbox-message'

/**
 * A mail: its plain part, or its HTML. Raw offsets count in that part as decoded (quoted-printable and base64 taken off),
 * which is made of the stored message again whenever it is needed.
 */
export const mail: AsyncReader = {
  id: 'mail',
  mediaTypes: ['message/rfc822', MAILBOX],
  async read(source: Source, limits = LIMITS): Promise<Document> {
    const { subject, from, date, body } = await parseMail(source.bytes)
    if (!body) throw new InputError('no text: a mail without words')
    limit('characters', body.content.length, limits)
    const fields = { ...(subject && { title: subject }), ...(date && { date }), ...(from && { author: from }) }
    const content = verbatim(body.type, body.content)
    const around = { encoding: `mail-${body.type}`, stated: { from: 'mail', fields }, notes: [] }
    return contentDocument(source, source.mediaType === MAILBOX ? unguarded(content) : content, around, limits)
  },
}

/** The part of a mail that raw offsets count in. @throws InputError when the message has none */
export async function mailRaw(bytes: Uint8Array): Promise<string> {
  const { body } = await parseMail(bytes)
  if (!body) throw new InputError('no text: a mail without words')
  return body.content
}

/** Text whose guarded lines (">From ", ">>From ") have lost one mark. */
function unguarded(content: Content): Content {
  const { type, text } = content
  if (type !== 'plain') return content
  const builder = new TextMapBuilder()
  let from = 0
  for (const { index } of text.matchAll(/^>(?=>{0,50}From )/gm)) {
    builder.verbatim(text.slice(from, index), from)
    from = index + 1
  }
  builder.verbatim(text.slice(from), from)
  return { type, ...builder.finish() }
}
