import { InputError } from '../model/errors.ts'
import { documentSource, firstOfEach, parseJson, withoutMark } from './json-document.ts'
import { elementsAt, listUnder } from './json-slices.ts'
import { MAX_LISTED } from './limits.ts'
import type { From, Packet } from './packet.ts'
import { type Item, sourceOf } from './source.ts'

/**
 * A `.json` file: one document in the shape of a `.jsonl` line, a list of them, or a JSON Feed. The raw source of a
 * document in a list, or of a feed's item, is its piece of the file, as it stands there.
 */
export function* jsonItems({ bytes: raw, from }: Packet): Generator<Item> {
  const bytes = withoutMark(raw)
  const value = parseJson(bytes)
  const { path, hints } = from
  if (Array.isArray(value)) yield* listed(bytes, bytes.indexOf(91), from)
  else if (isFeed(value)) yield* itemsOf(bytes, value, from)
  else if (isObject(value) && Object.hasOwn(value, 'doc') && Object.hasOwn(value, 'text'))
    yield documentSource(bytes, path, hints)
  else yield { path, reason: 'JSON, but neither a document with "doc" and "text", nor a list of them, nor a JSON Feed' }
}

const tooMany = (): InputError =>
  new InputError(`too large: a list of more than ${MAX_LISTED}; a .jsonl file may hold any number of documents`)

/** Documents of a list; one that is none, or whose `doc` an earlier one has, is skipped with its number. */
function* listed(bytes: Uint8Array, at: number, { path, hints }: From): Generator<Item> {
  const once = firstOfEach('element')
  let number = 0
  for (const { start, end } of elementsAt(bytes, at)) {
    number++
    if (number > MAX_LISTED) throw tooMany()
    yield once(documentSource(bytes.slice(start, end), `${path}#${number}`, hints), number)
  }
  if (number === 0) yield { path, reason: 'no documents: an empty list' }
}

interface JsonFeed {
  readonly title?: unknown
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** https://www.jsonfeed.org/version/1.1/ */
const isFeed = (value: unknown): value is JsonFeed =>
  isObject(value) &&
  Object.hasOwn(value, 'version') &&
  /^https?:\/\/jsonfeed\.org\/version\//.test(String((value as { version: unknown }).version))

function* itemsOf(bytes: Uint8Array, feed: JsonFeed, { path, hints }: From): Generator<Item> {
  const at = listUnder(bytes, 'items')
  const title = Object.hasOwn(feed, 'title') && typeof feed.title === 'string' ? feed.title : undefined
  const stated = { from: 'feed', fields: title === undefined ? {} : { source: title } }
  let number = 0
  if (at >= 0)
    for (const { start, end } of elementsAt(bytes, at)) {
      number++
      if (number > MAX_LISTED) throw tooMany()
      yield sourceOf(bytes.slice(start, end), {
        path: `${path}#${number}`,
        mediaType: 'application/x-errata-feed-item+json',
        ...(hints && { hints }),
        stated,
      })
    }
  if (number === 0) yield { path, reason: 'a feed without items' }
}
