/** Media type by file name extension, for files that a reader takes. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.pdf': 'application/pdf',
}

/** Formats that hold several documents, each with a loader of its own (`expand.ts`). */
export type Container = 'jsonl' | 'json' | 'feed' | 'mail' | 'mbox' | 'warc'

const CONTAINERS: Readonly<Record<string, Container>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.eml': 'mail',
  '.mbox': 'mbox',
  '.warc': 'warc',
}

/** Media types as servers, mails and archives declare them, beside those of `MEDIA_TYPES`. */
const DECLARED: Readonly<Record<string, Container>> = {
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
  'application/json': 'json',
  'application/feed+json': 'json',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'message/rfc822': 'mail',
  'application/mbox': 'mbox',
  'application/warc': 'warc',
}

/** What a file holds, by its name alone; `.gz` is looked through. */
export type Kind =
  | { readonly gzip: boolean; readonly mediaType: string }
  | { readonly gzip: boolean; readonly container: Container }
  | { readonly reason: string }

/** Extension of a name, lower-case, with its dot; a name that only starts with a dot has none. */
function extension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 && dot < name.length - 1 ? name.slice(dot).toLowerCase() : ''
}

const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** The kind of a file by its name: `report.html.gz` is a zipped HTML page, `data.jsonl` holds documents. */
export function kindOf(fileName: string): Kind {
  const gzip = extension(fileName) === '.gz'
  const inner = extension(gzip ? fileName.slice(0, -3) : fileName)
  const container = entryOf(CONTAINERS, inner)
  if (container !== undefined) return { gzip, container }
  const mediaType = entryOf(MEDIA_TYPES, inner)
  if (mediaType !== undefined) return { gzip, mediaType }
  if (inner === '') return { reason: `no reader takes files without an extension${gzip ? ' before .gz' : ''}` }
  return { reason: `no reader takes ${inner} files` }
}

const READ = new Set(Object.values(MEDIA_TYPES))

/**
 * The kind of what a server, a mail or an archive declares with a media type; a name decides where the type says nothing
 * (`application/octet-stream`, a packed file).
 * @param declared may carry parameters (`text/html; charset=utf-8`)
 */
export function kindOfType(declared: string, fileName = ''): Kind {
  const mediaType = declared.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const container = entryOf(DECLARED, mediaType)
  if (container !== undefined) return { gzip: false, container }
  if (READ.has(mediaType)) {
    const named = fileName === '' ? { reason: '' } : kindOf(fileName)
    // Mail programs send Markdown, feeds and mails as plain text: there the name knows more.
    return mediaType === 'text/plain' && !('reason' in named) && !named.gzip ? named : { gzip: false, mediaType }
  }
  const vague =
    mediaType === '' || /^(?:application\/(?:octet-stream|x?-?gzip|binary|download)|binary\/)/.test(mediaType)
  if (vague && fileName !== '') return kindOf(fileName)
  return { reason: mediaType === '' ? 'its media type is not declared' : `no reader takes ${mediaType}` }
}

/** The charset parameter of a declared media type. */
export const charsetOf = (declared: string): string | undefined =>
  /;\s{0,5}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(declared.slice(0, 1000))?.[1]

/** Header lines that mails have and articles with a header block (`Date:`, `From:`) do not. */
const MAIL = /^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-Mailer):/im

/**
 * Kind of bytes without a name (standard input), by how they begin: gzip magic, PDF, WARC, a mailbox, a mail, JSON, a
 * page, XML, else text. JSON on one line is a line of `.jsonl`.
 */
export function sniff(bytes: Uint8Array): Kind {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (gzip) return { gzip, mediaType: 'text/plain' }
  const head = new TextDecoder().decode(bytes.subarray(0, 512))
  if (head.startsWith('%PDF-')) return { gzip, mediaType: 'application/pdf' }
  if (head.startsWith('WARC/')) return { gzip, container: 'warc' }
  if (/^From \S.*\d\d:\d\d/.test(head)) return { gzip, container: 'mbox' }
  if (/^[A-Za-z][\w-]{0,60}:/.test(head) && MAIL.test(head)) return { gzip, container: 'mail' }
  if (/^\s*(?:\[\s*\{\s*"|\{\s*\n\s*"|\{\s*"version"\s*:\s*"https:\/\/jsonfeed)/.test(head))
    return { gzip, container: 'json' }
  if (/^\s*\{\s*"/.test(head)) return { gzip, container: 'jsonl' }
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return { gzip, mediaType: 'text/html' }
  if (/^\s*<(?:\?xml\s|(?:\w+:)?(?:rss|feed|rdf)[\s>])/i.test(head) && !/<html[\s>]/i.test(head))
    return { gzip, container: 'feed' }
  return { gzip, mediaType: /^\s*<\?xml\s/.test(head) ? 'application/xhtml+xml' : 'text/plain' }
}
