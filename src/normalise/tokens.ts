/** A word, a run of digits or one mark of a text, with offsets into it (UTF-16 units). */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'digits' | 'mark'
  /** Lower case for words. */
  readonly text: string
  /** A blank (or Markdown emphasis) stands before it. */
  readonly spaced: boolean
  /** A line break stands before it. */
  readonly line: boolean
}

/** A text cut once for every grammar that reads it. */
export interface Tokens {
  readonly source: string
  readonly list: readonly Token[]
}

/** Letters, then digits, then any other single mark. Emphasis marks (`*`) count as blanks: "12**th**" is "12th". */
const TOKEN = /([A-Za-z\u00c0-\u024f\u0370-\u052f]{1,40})|([0-9]{1,40})|([^\s*\u200b\u00ad])/gu

/** Cuts a text into words, digit runs and marks: one pass, linear. */
export function tokenise(source: string): Tokens {
  const list: Token[] = []
  let at = 0
  for (const match of source.matchAll(TOKEN)) {
    const start = match.index
    const text = match[0]
    const end = start + text.length
    const gap = start > at ? source.slice(at, start) : ''
    list.push({
      start,
      end,
      kind: match[1] !== undefined ? 'word' : match[2] !== undefined ? 'digits' : 'mark',
      text: match[1] !== undefined ? text.toLowerCase() : text,
      spaced: gap !== '' && /\s/.test(gap),
      line: gap.includes('\n'),
    })
    at = end
  }
  return { source, list }
}

/** The lower-case text of a token, or '' past either end. */
export const at = (tokens: Tokens, index: number): string => tokens.list[index]?.text ?? ''

/** Index of the first token that starts at or after an offset, searching forward from `index`. */
export function indexFrom(tokens: Tokens, index: number, offset: number): number {
  let next = index
  for (let token = tokens.list[next]; token !== undefined && token.start < offset; token = tokens.list[next]) next++
  return next
}

/** What a grammar read: the value, and the index of the first token after it. */
export interface Read<T> {
  readonly value: T
  readonly next: number
}

/** A grammar that remembers what it read: several larger grammars try the same place one after the other. */
export function once<T>(read: (tokens: Tokens, index: number) => T): (tokens: Tokens, index: number) => T {
  const known = new WeakMap<Tokens, Map<number, T>>()
  return (tokens, index) => {
    let seen = known.get(tokens)
    if (seen === undefined) {
      seen = new Map()
      known.set(tokens, seen)
    }
    const before = seen.get(index)
    if (before !== undefined || seen.has(index)) return before as T
    const value = read(tokens, index)
    seen.set(index, value)
    return value
  }
}
