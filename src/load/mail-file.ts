import { type Attachment, parseMail } from '../mime/mail.ts'
import { InputError } from '../model/errors.ts'
import { expand } from './expand.ts'
import { kindOfType } from './media-type.ts'
import type { From, Packet } from './packet.ts'
import { type Item, sourceOf } from './source.ts'

/**
 * A message, and each attachment as a document of its own, `path#number`; one that no reader takes is skipped. Pictures
 * that a message shows and its signatures are parts of it and not listed. A message without words that carries something
 * along stands for nothing by itself.
 * @throws InputError when it is no sound message
 */
export async function* mailItems({ format, bytes, from }: Packet): AsyncGenerator<Item> {
  if (bytes.length === 0) throw new InputError('empty file')
  const { path, hints } = from
  const mediaType = format === 'message' ? 'application/x-errata-mbox-message' : 'message/rfc822'
  const mail = await parseMail(bytes)
  const attached = mail.attachments.filter(({ incidental }) => !incidental)
  if (mail.body || attached.length === 0) yield sourceOf(bytes, { path, mediaType, ...(hints && { hints }) })
  for (const [index, attachment] of attached.entries())
    for await (const item of attachmentItems(attachment, { ...from, path: `${path}#${index + 1}` }))
      yield 'reason' in item ? { ...item, reason: `attachment ${nameOf(attachment)}: ${item.reason}` } : item
}

const attachmentItems = ({ bytes, mediaType, name }: Attachment, { path, hints, depth }: From): AsyncIterable<Item> =>
  expand([bytes], kindOfType(mediaType, name), {
    path,
    ...(hints && { hints }),
    ...(depth !== undefined && { depth }),
  })

const nameOf = ({ name, mediaType }: Attachment): string => (name === undefined ? `of type ${mediaType}` : `"${name}"`)
