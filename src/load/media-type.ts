/** Media type by file name extension, for files that a reader takes. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.xhtml': 'application/xhtml+xml',
}

/** `.jsonl` and its other name: files of documents, one a line. */
const JSON_LINES = new Set(['.jsonl', '.ndjson'])

/** What a file holds, by its name alone; `.gz` is looked through. */
export type Kind =
  | { readonly gzip: boolean; readonly mediaType: string }
  | { readonly gzip: boolean; readonly jsonLines: true }
  | { readonly reason: string }

/** Extension of a name, lower-case, with its dot; a name that only starts with a dot has none. */
function extension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 && dot < name.length - 1 ? name.slice(dot).toLowerCase() : ''
}

/** The kind of a file by its name: `report.html.gz` is a zipped HTML page, `data.jsonl` holds documents. */
export function kindOf(fileName: string): Kind {
  const gzip = extension(fileName) === '.gz'
  const inner = extension(gzip ? fileName.slice(0, -3) : fileName)
  if (JSON_LINES.has(inner)) return { gzip, jsonLines: true }
  const mediaType = Object.hasOwn(MEDIA_TYPES, inner) ? MEDIA_TYPES[inner] : undefined
  if (mediaType !== undefined) return { gzip, mediaType }
  if (inner === '') return { reason: `no reader takes files without an extension${gzip ? ' before .gz' : ''}` }
  return { reason: `no reader takes ${inner} files` }
}

/**
 * Kind of bytes without a name (standard input), by how they begin: gzip magic, a JSON object, an HTML tag, else text.
 */
export function sniff(bytes: Uint8Array): Kind {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (gzip) return { gzip, mediaType: 'text/plain' }
  const head = new TextDecoder().decode(bytes.subarray(0, 512))
  if (/^\s*\{\s*"/.test(head)) return { gzip, jsonLines: true }
  return { gzip, mediaType: /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(head) ? 'text/html' : 'text/plain' }
}
