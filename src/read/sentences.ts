import type { Span } from '../model/span.ts'
import { BEFORE_NUMBER, EXCLAMATION, MAYBE_FINAL, NEVER_FINAL, SAYING, STARTERS } from './abbreviations.ts'
import { linesOf, paragraphs } from './blocks-plain.ts'

/** Longest sentence, in UTF-16 units; what has no end by then (a list without stops, base64) is divided at a space. */
const MAX_LENGTH = 5000

/** Units of context looked at on either side of a stop. */
const BEFORE = 40
const AFTER = 160

const CLOSERS = /["'\u201d\u2019\u00bb)\]}]/
const WIDE_STOPS = /[\u3002\uff01\uff1f]/

/**
 * Sentences of a text: trimmed, in order, not overlapping, together covering every character but white space. They
 * never cross a paragraph, but do cross the newlines of hard-wrapped lines (`wrapped`). Knows abbreviations, initials,
 * decimals, enumerations, ellipses and quotations. Linear in the text's length.
 */
export function sentences(text: string, { wrapped }: { readonly wrapped: boolean }): Span[] {
  const spans: Span[] = []
  const nextStop = stopFinder(text)
  for (const paragraph of wrapped ? paragraphs(text) : linesOf(text)) divide(text, paragraph, nextStop, spans)
  return spans
}

/** Positions of stops, asked for in rising order: each is looked for once, however many paragraphs have none. */
function stopFinder(text: string): (from: number) => number {
  const stop = /[.!?\u2026\u3002\uff01\uff1f]/g
  let found = -1
  return from => {
    if (found >= from) return found
    stop.lastIndex = from
    found = stop.exec(text)?.index ?? text.length
    return found
  }
}

function divide(text: string, { start, end }: Span, nextStop: (from: number) => number, spans: Span[]): void {
  let begin = start
  for (let at = nextStop(start); at < end; ) {
    const stop = stopAt(text, begin, at, end)
    if (stop.final) {
      push(text, begin, stop.end, spans)
      begin = stop.end
    }
    at = nextStop(stop.end)
  }
  push(text, begin, end, spans)
}

/** Adds a sentence without the white space around it; one that is too long in pieces. */
function push(text: string, from: number, to: number, spans: Span[]): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  while (end - start > MAX_LENGTH) {
    const window = text.slice(start, start + MAX_LENGTH)
    const space = window.search(/\s\S*$/)
    const cut = start + (space > 0 ? space : MAX_LENGTH)
    spans.push({ start, end: trimmedEnd(text, start, cut) })
    start = cut
    while (start < end && /\s/.test(text[start] ?? '')) start++
  }
  if (start < end) spans.push({ start, end })
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start + 1 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}

/**
 * Whether the stop at `at` ends the sentence begun at `begin`, and where it ends with its closing quotes and brackets.
 */
function stopAt(text: string, begin: number, at: number, limit: number): { final: boolean; end: number } {
  let end = at + 1
  while (end < limit && /[.!?\u2026]/.test(text[end] ?? '')) end++
  const run = text.slice(at, Math.min(end, at + 4))
  while (end < limit && CLOSERS.test(text[end] ?? '')) end++
  if (end >= limit || WIDE_STOPS.test(run)) return { final: true, end }
  if (!/\s/.test(text[end] ?? '')) return { final: isGlued(text, at, end), end }
  const after = text.slice(end, Math.min(limit, end + AFTER))
  const word = /^\s*["'\u201c\u2018\u00ab([{]{0,3}([\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,30})/u.exec(after)?.[1]
  if (word === undefined) return { final: !/^\s*[.,;:!?\u2026)\]]/.test(after), end }
  // "iPhone", "eBay" begin a sentence; other words in lower case go on.
  if (/^\p{Ll}/u.test(word) && !/^\p{Ll}{1,3}\p{Lu}/u.test(word)) return { final: false, end }
  const quoted = end > at + run.length && /["\u201d\u2019']/.test(text[end - 1] ?? '')
  if (/[!?]/.test(run) && quoted && SAYING.test(after)) return { final: false, end }
  const before = text.slice(Math.max(begin, at - BEFORE), at)
  const single = run === '.' || run === '!'
  return { final: !single || endsAfter(before, run, word, at - begin < BEFORE), end }
}

/**
 * Whether a single full stop after `before` ends a sentence when `next` follows. `whole`: `before` reaches back to the
 * sentence's begin.
 */
function endsAfter(before: string, run: string, next: string, whole: boolean): boolean {
  const last = /(?:^|[\s("'\u201c\u2018[/\u2014-])([\p{L}\p{N}][\p{L}\p{N}.]*)$/u.exec(before)?.[1] ?? ''
  const name = last.toLowerCase()
  const starts = STARTERS.has(next.toLowerCase())
  if (run === '!') return !EXCLAMATION.has(name) || starts
  if (whole && before.trim() === last && /^(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,4})$/.test(last)) return false
  if (NEVER_FINAL.has(name)) return false
  // "p. 5" is a page, "P." an initial.
  if (BEFORE_NUMBER.has(name) && !/^\p{Lu}$/u.test(last)) return !/^\d/.test(next)
  const initial = /^\p{L}$/u.test(last) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(last)
  // "Md." is Maryland, "MD" has no stop of its own; "sun" and "mass" are words.
  const abbreviated =
    MAYBE_FINAL.has(name) && (/^(?:\p{Lu}\p{Ll}|\p{Lu}{3})/u.test(last) || name === 'etc' || name === 'al')
  return !(initial || abbreviated) || starts
}

/** "…from three sources.The bug lies…": a space was lost. Only a word that begins sentences is believed; "Trojan.Ismdoor" is a name. */
function isGlued(text: string, at: number, end: number): boolean {
  if (!/\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 2), at))) return false
  const next = /^["\u201c]?(\p{Lu}\p{L}{0,12})\s/u.exec(text.slice(end, end + 16))?.[1]
  return next !== undefined && STARTERS.has(next.toLowerCase())
}
