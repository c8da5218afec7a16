import { type TextMap, TextMapBuilder } from '../model/text-map.ts'

/**
 * Position after the opening quote of the string that a key of the outermost object has (the last such key, as
 * JSON.parse reads it); -1 when it has none.
 * @param raw sound JSON
 */
export function stringValueAt(raw: string, wanted: string): number {
  let depth = 0
  let found = -1
  let key = ''
  let isKey = false
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at]
    if (char === '{' || char === '[') {
      depth++
      isKey = char === '{'
    } else if (char === '}' || char === ']') depth--
    else if (char === ',') isKey = depth === 1
    else if (char === ':') isKey = false
    else if (char === '"') {
      const end = stringEnd(raw, at)
      if (depth === 1) {
        if (isKey) key = JSON.parse(raw.slice(at, end + 1)) as string
        else if (key === wanted) found = at + 1
      }
      at = end
    }
  }
  return found
}

/** Position of a JSON string's closing quote. */
function stringEnd(raw: string, open: number): number {
  let at = open + 1
  while (raw[at] !== '"') at += raw[at] === '\\' ? 2 : 1
  return at
}

/**
 * Characters of the JSON string whose opening quote stands before `start`, each with its place: escapes stand for one
 * character.
 */
export function mapString(raw: string, start: number): { text: string; map: TextMap } {
  const builder = new TextMapBuilder()
  let from = start
  let at = start
  while (raw[at] !== '"') {
    if (raw[at] !== '\\') {
      at++
      continue
    }
    builder.verbatim(raw.slice(from, at), from)
    const length = raw[at + 1] === 'u' ? 6 : 2
    builder.standsFor(JSON.parse(`"${raw.slice(at, at + length)}"`) as string, at, at + length)
    at += length
    from = at
  }
  builder.verbatim(raw.slice(from, at), from)
  return builder.finish()
}
