import { ARTICLE } from './roles.ts'

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
  /** Places in the list at which, for all that one word tells, a date or an amount may begin; rising. */
  readonly openings: readonly number[]
}

/** The roles of a token, as bits; none past either end. */
export const roleAt = (tokens: Tokens, index: number): number => tokens.list[index]?.role ?? 0

/** The roles of the word at the head of a date, its article aside. */
export function headAt(tokens: Tokens, index: number): number {
  const role = roleAt(tokens, index)
  return (role & ARTICLE) === 0 ? role : roleAt(tokens, index + 1)
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
