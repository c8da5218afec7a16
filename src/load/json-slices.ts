import { InputError } from '../model/errors.ts'
import type { Span } from '../model/span.ts'
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './limits.ts'

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = Buffer.from('"\\,[]{}')

/**
 * Refuses JSON that costs its parser seconds and gigabytes: 50 MB of brackets take 6 s and 1.6 GB, and nothing stops them
 * before their end. Linear; what is no JSON passes.
 * @throws InputError
 */
export function guardJson(bytes: Uint8Array): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) at = stringEnd(bytes, at)
    else if (byte === COMMA) values++
    else if (byte === CLOSE || byte === CLOSE_LIST) depth--
    else if (byte === OPEN || byte === OPEN_LIST) {
      values++
      if (++depth > MAX_JSON_DEPTH)
        throw new InputError(`too large: more than ${MAX_JSON_DEPTH} lists and objects within each other`)
    }
  }
  if (values > MAX_JSON_VALUES)
    throw new InputError(`too large: more than ${MAX_JSON_VALUES} values in one piece of JSON`)
}

/**
 * Where the elements of a JSON list stand in its bytes, without the white space around them. Linear.
 * @param bytes sound JSON in UTF-8
 * @param from the place of the list's opening bracket
 */
export function* elementsAt(bytes: Uint8Array, from: number): Generator<Span> {
  let depth = 0
  let start = from + 1
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) at = stringEnd(bytes, at)
    else if (byte === OPEN || byte === OPEN_LIST) depth++
    else if (byte === CLOSE || byte === CLOSE_LIST) depth--
    if (depth === 0 || (depth === 1 && byte === COMMA)) {
      const element = trimmed(bytes, start, at)
      if (element.start < element.end) yield element
      start = at + 1
      if (depth === 0) return
    }
  }
}

/** The place of the list that a key of the outermost object has (the last such key, as JSON.parse reads it); -1 for none. */
export function listUnder(bytes: Uint8Array, wanted: string): number {
  let depth = 0
  let found = -1
  let key = ''
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at)
      if (depth === 1) key = isKey(bytes, end) ? Buffer.from(bytes.subarray(at, end + 1)).toString() : ''
      at = end
    } else if (byte === OPEN || byte === OPEN_LIST) {
      if (depth === 1 && key !== '') {
        // An escape may spell the key.
        if (JSON.parse(key) === wanted) found = byte === OPEN_LIST ? at : -1
        key = ''
      }
      depth++
    } else if (byte === CLOSE || byte === CLOSE_LIST) depth--
    else if (byte === COMMA && depth === 1) key = ''
  }
  return found
}

/** Place of a string's closing quote. */
function stringEnd(bytes: Uint8Array, open: number): number {
  let at = open + 1
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13

function isKey(bytes: Uint8Array, end: number): boolean {
  let at = end + 1
  while (isSpace(bytes[at])) at++
  return bytes[at] === 58 // a colon
}

function trimmed(bytes: Uint8Array, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && isSpace(bytes[start])) start++
  while (end > start && isSpace(bytes[end - 1])) end--
  return { start, end }
}
