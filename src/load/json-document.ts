import type { Hints } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { guardJson } from './json-slices.ts'
import { type Item, sourceOf } from './source.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** @throws InputError when the bytes are no UTF-8, no JSON, or hold more values than may be read */
export function parseJson(bytes: Uint8Array): unknown {
  guardJson(bytes)
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    throw new InputError(error instanceof SyntaxError ? `not JSON: ${error.message}` : 'not UTF-8')
  }
}

/** Without the byte order mark that some programs put before UTF-8. */
export const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(3) : bytes

/** The document that bytes of JSON are, told by its `doc`; or why they are none. */
export function documentSource(bytes: Uint8Array, path: string, hints: Hints | undefined): Item {
  let value: unknown
  try {
    value = parseJson(bytes)
  } catch (error) {
    if (error instanceof InputError) return { path, reason: error.message }
    throw error
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path, reason: 'not a JSON object with "doc" and "text"' }
  const doc = Object.hasOwn(value, 'doc') ? (value as { doc: unknown }).doc : undefined
  if (typeof doc !== 'string' || doc === '') return { path, reason: '"doc" is missing or not a string' }
  const mediaType = 'application/x-errata-document+json'
  return sourceOf(bytes, { doc: doc.toWellFormed(), path, mediaType, ...(hints && { hints }) })
}

/**
 * Lets the first document of each `doc` through, and says of those after it which had it.
 * @param what a document's place is called: `line`, `element`
 */
export function firstOfEach(what: string): (item: Item, number: number) => Item {
  const seen = new Map<string, number>()
  return (item, number) => {
    if ('reason' in item) return item
    const first = seen.get(item.doc)
    if (first !== undefined) return { path: item.path, reason: `${what} ${first} has the same "doc"` }
    seen.set(item.doc, number)
    return item
  }
}
