import { createHash } from 'node:crypto'
import type { Skipped, Source } from '../model/document.ts'

/** The documents of a .jsonl file, one a line; a line that is no document is skipped with its number. */
export function* jsonLines(bytes: Uint8Array, path: string): Generator<Source | Skipped> {
  let start = 0
  let number = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(start, end)
    start = end + 1
    number++
    if (line.every(byte => byte <= 32)) continue
    yield one(line, `${path}#${number}`)
  }
}

function one(bytes: Uint8Array, path: string): Source | Skipped {
  let value: { doc?: unknown }
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { doc?: unknown }
  } catch (error) {
    return { path, reason: `not JSON: ${(error as Error).message}` }
  }
  if (typeof value?.doc !== 'string') return { path, reason: '"doc" is not a string' }
  const id = createHash('sha256').update(bytes).digest('hex')
  return { id, doc: value.doc, path, mediaType: 'application/x-errata-document+json', bytes }
}
