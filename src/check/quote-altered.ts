import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { signsOf } from './signs.ts'
import { isLetterOrDigit } from './units.ts'

/** Words that two quotations must share in a row before they may be one; and the share of all their words. */
const ROW = 5
const SHARE = 0.75

/** A quotation of this many words at least can be told from another. */
const SHORTEST = 7

/** Quotations under one run of words: more are a refrain. */
const CROWD = 6

/** A quotation: its place without the marks, and its words with their places. */
interface Quotation extends Span {
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[]
}

const QUOTATION = /\u201c([^\u201c\u201d\n]{30,500})\u201d|(?<![\w"])"([^"\n]{30,500})"(?!\w)/y

/** Units of the shortest quotation; the pattern says the same. */
const SHORTEST_BODY = 30

/** Where quotations stand, without their marks. */
function bodies(text: string): Span[] {
  const found: Span[] = []
  let last = 0
  const { quotes } = signsOf(text)
  for (const [index, start] of quotes.entries()) {
    const next = quotes[index + 1] ?? text.length
    const closer = text.charCodeAt(next) === text.charCodeAt(start) || next === text.length
    if (start < last || (closer && next - start <= SHORTEST_BODY)) continue
    QUOTATION.lastIndex = start
    const match = QUOTATION.exec(text)
    if (!match) continue
    last = QUOTATION.lastIndex
    const body = match[1] ?? match[2] ?? ''
    // Brackets and dots mark what the writer left out or put in; the other signs mark code.
    if (!/[[\]\u2026]|\.\.\.|[{}\\;=<>|_*]|\/\S/.test(body))
      found.push({ start: match.index + 1, end: match.index + 1 + body.length })
  }
  return found
}

/**
 * Whether two of the stretches may share five words in a row, told by sums of the words' letters: most articles have no
 * quotation twice, and need not have their words taken apart.
 */
function mayRepeat(text: string, spans: readonly Span[]): boolean {
  const owner = new Map<number, number>()
  for (const [index, { start, end }] of spans.entries()) {
    const sums: number[] = []
    let sum = 0
    for (let at = start; at <= end; at++) {
      const unit = at < end ? text.charCodeAt(at) : 0
      if (isLetterOrDigit(unit)) sum = (Math.imul(sum, 31) + (unit | 32)) | 0
      else if (sum !== 0 && !inWord(unit)) {
        sums.push(sum)
        sum = 0
        if (sums.length < ROW) continue
        let row = 0
        for (let word = sums.length - ROW; word < sums.length; word++)
          row = (Math.imul(row, 0x01000193) + (sums[word] ?? 0)) | 0
        const first = owner.get(row)
        if (first === undefined) owner.set(row, index)
        else if (first !== index) return true
      }
    }
  }
  return false
}

/** What may stand inside a word, letters and digits aside. */
const inWord = (unit: number): boolean =>
  (unit >= 0x24 && unit <= 0x2e && (IN_WORD & (1 << (unit - 0x24))) !== 0) || unit === 0x5f || unit === 0x2019
/** The apostrophe, comma, dot, hyphen, and the signs of dollars and per cent, as bits from that of the dollar on. */
const IN_WORD = [..."'.,$%-"].reduce((bits, sign) => bits | (1 << (sign.charCodeAt(0) - 0x24)), 0)

function quotations(text: string): Quotation[] {
  const spans = bodies(text)
  if (spans.length < 2 || !mayRepeat(text, spans)) return []
  const found: Quotation[] = []
  for (const { start, end } of spans) {
    const body = text.slice(start, end)
    const words = [...body.matchAll(/[A-Za-z0-9][\w'\u2019.,$%-]*/g)].map(word => ({
      text: word[0]
        .toLowerCase()
        .replace(/[.,'\u2019]+$/g, '')
        .replace(/\u2019/g, "'"),
      start: start + word.index,
      end: start + word.index + word[0].replace(/[.,]+$/, '').length,
    }))
    if (words.length >= SHORTEST) found.push({ start, end, words })
  }
  return found
}

/** Pairs of quotations that share five words in a row; linear: they meet under their runs of words. */
function candidates(all: readonly Quotation[]): readonly (readonly [Quotation, Quotation])[] {
  if (all.length < 2) return []
  const byRun = new Map<string, number[]>()
  all.forEach(({ words }, index) => {
    for (let at = 0; at + ROW <= words.length; at++) {
      const run = words
        .slice(at, at + ROW)
        .map(({ text }) => text)
        .join(' ')
      const list = byRun.get(run)
      if (list === undefined) byRun.set(run, [index])
      else if (list.at(-1) !== index && list.length <= CROWD) list.push(index)
    }
  })
  const pairs = new Map<string, readonly [Quotation, Quotation]>()
  for (const list of byRun.values()) {
    if (list.length > CROWD) continue
    for (const second of list.slice(1)) {
      const [first = 0] = list
      const one = all[first]
      const other = all[second]
      if (one && other) pairs.set(`${first} ${second}`, [one, other])
    }
  }
  return [...pairs.values()]
}

/** The one stretch of at most three words in which two quotations differ, the rest being equal on both sides of it. */
function difference(one: Quotation, other: Quotation): readonly [Span, Span] | undefined {
  const a = one.words
  const b = other.words
  let head = 0
  while (head < a.length && head < b.length && a[head]?.text === b[head]?.text) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail)?.text === b.at(-1 - tail)?.text) tail++
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  if (head === 0 || tail === 0 || (head + tail) / Math.max(a.length, b.length) < SHARE) return undefined
  if (left.length === 0 || right.length === 0 || left.length > 3 || right.length > 3) return undefined
  const span = (words: typeof left): Span => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 })
  return [span(left), span(right)]
}

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const [one, other] of candidates(quotations(text))) {
    const found = difference(one, other)
    if (!found) continue
    const [first, second] = found
    const words = ({ start, end }: Span): string => `\u201c${text.slice(start, end)}\u201d`
    yield {
      confidence: 80,
      at: select(second),
      subject: 'quotation',
      message: `The same quotation stands twice: once with ${words(first)}, once with ${words(second)}. What was said?`,
      evidence: [{ role: 'for', note: 'the other wording', at: select(first) }],
    }
  }
}

/** One quotation is given twice in different words. */
export const quoteAltered: Check = {
  id: 'quote-altered',
  severity: 'warning',
  needs: ['quotes'],
  title: 'One quotation is given twice in different words',
  why:
    'Catches quotations that agree at both ends and differ in between. Wrong when somebody really said nearly the same twice, or the article ' +
    'sets one wording against the other.',
  examples: {
    flagged: [
      '\u201cWe found no evidence that customer data was stolen by them,\u201d she said. Later: \u201cWe found no evidence that [[employee]] data was stolen by them.\u201d',
    ],
    clean: [
      '\u201cWe found no evidence that customer data was stolen,\u201d she said. \u201cWe found no evidence\u201d is what she said.',
      '\u201cWe found no evidence that customer data was stolen by them,\u201d she said. \u201cWe found no evidence that [\u2026] data was stolen by them,\u201d she had said.',
    ],
  },
  run: findings,
}
