import { ROLE_OF_DIGITS, roleOf, roleOfMark } from './roles.ts'
import { mix, wordAt } from './words.ts'

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
  /** Bits of what it may begin or belong to. */
  readonly role: number
}

/** A text cut once for every grammar that reads it. */
export interface Tokens {
  readonly source: string
  readonly list: readonly Token[]
}

/** Longer runs are cut: nothing that is read is longer. */
const LONGEST = 40

/** What a unit belongs to. Emphasis marks (`*`) count as blanks: "12**th**" is "12th". */
const WORD = 1
const DIGITS = 2
const MARK = 3
const BLANK = 4
const LINE = 5
const NOTHING = 6

/** Fills as units are met. */
const kinds = new Uint8Array(65536)

function kindOf(code: number): number {
  const known = kinds[code]
  if (known) return known
  const unit = String.fromCharCode(code)
  const kind = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/.test(unit)
    ? WORD
    : /[0-9]/.test(unit)
      ? DIGITS
      : unit === '\n'
        ? LINE
        : /\s/.test(unit)
          ? BLANK
          : /[*\u200b\u00ad]/.test(unit)
            ? NOTHING
            : MARK
  kinds[code] = kind
  return kind
}

/** Cuts a text into words, digit runs and marks: one pass, linear. */
export function tokenise(source: string): Tokens {
  const list: Token[] = []
  let spaced = false
  let line = false
  for (let at = 0; at < source.length; ) {
    const start = at
    const kind = kindOf(source.charCodeAt(at++))
    if (kind >= BLANK) {
      spaced ||= kind !== NOTHING
      line ||= kind === LINE
      continue
    }
    if (kind === WORD) {
      let hash = mix(0, source.charCodeAt(start))
      for (; at < source.length && at - start < LONGEST && kindOf(source.charCodeAt(at)) === WORD; at++)
        hash = mix(hash, source.charCodeAt(at))
      const word = wordAt(source, start, at, hash)
      list.push({ start, end: at, kind: 'word', text: word.small, spaced, line, role: roleOf(word) })
    } else {
      if (kind === DIGITS)
        while (at < source.length && at - start < LONGEST && kindOf(source.charCodeAt(at)) === DIGITS) at++
      else if (isPair(source, start)) at++
      const text = source.slice(start, at)
      if (kind === DIGITS) list.push({ start, end: at, kind: 'digits', text, spaced, line, role: ROLE_OF_DIGITS })
      else list.push({ start, end: at, kind: 'mark', text, spaced, line, role: roleOfMark(text) })
    }
    spaced = false
    line = false
  }
  return { source, list }
}

/** Whether two units spell one character. */
const isPair = (source: string, at: number): boolean => (source.codePointAt(at) ?? 0) > 0xffff

/** The roles of a token, as bits; none past either end. */
export const roleAt = (tokens: Tokens, index: number): number => tokens.list[index]?.role ?? 0

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

/** Stands where a grammar was tried and found nothing. */
const EMPTY = Symbol('nothing read')

/**
 * A grammar that remembers what it read in the text at hand: several larger grammars try the same place one after the
 * other. Another text takes the place of the last, so that two of them only cost time.
 */
export function once<T>(
  read: (tokens: Tokens, index: number) => T | undefined,
): (tokens: Tokens, index: number) => T | undefined {
  let text: Tokens | undefined
  let seen: (T | typeof EMPTY | undefined)[] = []
  return (tokens, index) => {
    if (tokens !== text) {
      text = tokens
      seen = new Array(tokens.list.length + 1)
    }
    const before = seen[index]
    if (before !== undefined) return before === EMPTY ? undefined : (before as T)
    const value = read(tokens, index)
    // Reading inside may have gone to another text.
    if (tokens === text) seen[index] = value ?? EMPTY
    return value
  }
}
