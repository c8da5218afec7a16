import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'

/** A word written with a capital, and every place where it stands in just this spelling. */
export interface Capital {
  readonly text: string
  /** Lower case. */
  readonly folded: string
  readonly places: readonly Span[]
}

/** Words of three to forty letters or digits that begin with a capital; Latin letters with accents count. */
const CAPITAL = /[A-Z\u00c0-\u00de][A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{2,39}/g

/** Characters that make a word part of an address, a path, an identifier or a longer word. */
const GLUE = /[A-Za-z0-9\u00c0-\u024f_/\\@#=%$&+~|]/

const known = new WeakMap<CheckContext, ReadonlyMap<string, Capital>>()

/** The capitalised words of a document by spelling, in order of appearance; computed once a document. */
export function capitals(context: CheckContext): ReadonlyMap<string, Capital> {
  const found = known.get(context)
  if (found) return found
  const { text } = context
  const all = new Map<string, { text: string; folded: string; places: Span[] }>()
  for (const match of text.matchAll(CAPITAL)) {
    const word = match[0]
    const start = match.index
    const end = start + word.length
    if (start > 0 && (GLUE.test(text.charAt(start - 1)) || insideDots(text, start - 1))) continue
    if (end < text.length && (GLUE.test(text.charAt(end)) || insideDots(text, end))) continue
    const entry = all.get(word)
    if (entry) entry.places.push({ start, end })
    else all.set(word, { text: word, folded: word.toLowerCase(), places: [{ start, end }] })
  }
  known.set(context, all)
  return all
}

/** Whether the character is a dot or colon between two letters or digits, as in file names and detection names. */
const insideDots = (text: string, at: number): boolean =>
  /[.:]/.test(text.charAt(at)) && /[A-Za-z0-9]/.test(text.charAt(at - 1)) && /[A-Za-z0-9]/.test(text.charAt(at + 1))

/** A title or an initial keeps its dot; any other word with a dot ends the sentence before. */
const ABBREVIATED = /^(?:[A-Z]|[A-Z][a-z]{1,3})\.$/

/** The word before a place when only one space lies between them, else an empty string. */
export function wordBefore(text: string, { start }: Span): string {
  const before =
    /([A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'\u2019.-]{0,40}) $/.exec(text.slice(Math.max(0, start - 44), start))?.[1] ??
    ''
  return before.endsWith('.') && !ABBREVIATED.test(before) ? '' : before
}

/** The word after a place when only one space lies between them, else an empty string. */
export function wordAfter(text: string, { end }: Span): string {
  return /^ ([A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'\u2019-]{0,40})/.exec(text.slice(end, end + 44))?.[1] ?? ''
}
