import { isPlainCapital } from './units.ts'

/** A bracket with three to six capitals. */
const BRACKET = /[ \u00a0]\(([A-Z]{3,6})\)/y

/** Brackets with an acronym and the space before them. */
export function* brackets(text: string): Generator<RegExpExecArray> {
  for (let open = text.indexOf('('); open > 0; open = text.indexOf('(', open + 1)) {
    if (!isPlainCapital(text.charCodeAt(open + 1))) continue
    BRACKET.lastIndex = open - 1
    const match = BRACKET.exec(text)
    if (match) yield match
  }
}

/** An acronym by itself, no part of a longer name or an address; read from where capitals stand. */
const ALONE = /(?<![\w./\\@#&_-])[A-Z]{3,6}(?![\w/\\@_&-]|\.\w)/y

/** The acronyms of a text by spelling, and where they stand. */
export function acronyms(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let start = 0; start < text.length; start++) {
    if (!isPlainCapital(text.charCodeAt(start))) continue
    let end = start + 1
    while (isPlainCapital(text.charCodeAt(end))) end++
    ALONE.lastIndex = start
    if (end - start > 2 && end - start < 7 && ALONE.test(text)) {
      const word = text.slice(start, end)
      const places = found.get(word)
      if (places) places.push(start)
      else found.set(word, [start])
    }
    start = end
  }
  return found
}
