import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** A sentence of one revision and the one that took its place in the next. */
export interface Replaced {
  readonly before: Span
  readonly after: Span
}

interface Sentence {
  readonly span: Span
  /** Its words in order, in lower case: punctuation and spacing do not count. */
  readonly words: readonly string[]
  readonly key: string
}

/** Share of words that a sentence keeps when it is mended rather than replaced by another. */
const KEPT = 0.5
/** Sentences tried for one that changed, from the place where the last was found: editors mend in place. */
const AHEAD = 6

type Text = Pick<Document, 'text' | 'sentences'>

/**
 * Sentences of two revisions of an article that differ and belong together. Sentences that stand once in both, in the same
 * order, hold the revisions together (patience diff, Bram Cohen); between two of them, each changed sentence goes with the
 * most alike of the next few. Linear but for the sorting.
 */
export function replacedSentences(before: Text, after: Text): Replaced[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)]
  const found: Replaced[] = []
  let [from, to] = [0, 0]
  for (const [oldAt, nowAt] of [...anchors(old, now), [old.length, now.length] as const]) {
    found.push(...mended(old.slice(from, oldAt), now.slice(to, nowAt)))
    from = oldAt + 1
    to = nowAt + 1
  }
  return found
}

const sentencesOf = ({ text, sentences }: Text): Sentence[] =>
  sentences.map(span => {
    const words =
      text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:[.,:]\p{N}+)*/gu) ?? []
    return { span, words, key: words.join(' ') }
  })

/** Pairs of places whose sentences are equal and stand once in each, longest run of them in rising order. */
function anchors(old: readonly Sentence[], now: readonly Sentence[]): (readonly [number, number])[] {
  const once = (all: readonly Sentence[]): Map<string, number> => {
    const at = new Map<string, number>()
    for (const [index, { key }] of all.entries()) at.set(key, at.has(key) ? -1 : index)
    return at
  }
  const places = once(now)
  const pairs = [...once(old)].flatMap(([key, at]): (readonly [number, number])[] => {
    const other = places.get(key) ?? -1
    return at < 0 || other < 0 || key === '' ? [] : [[at, other]]
  })
  return rising(pairs.sort((a, b) => a[0] - b[0]))
}

/** Longest subsequence with rising second members (patience sorting, n log n). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = []
  const under = new Int32Array(pairs.length)
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    under[index] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = index
  }
  const found: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = under[at] ?? -1) {
    const pair = pairs[at]
    if (pair) found.push(pair)
  }
  return found.reverse()
}

/** Pairs within a stretch that has no sentence in common. */
function mended(old: readonly Sentence[], now: readonly Sentence[]): Replaced[] {
  const found: Replaced[] = []
  let next = 0
  for (const sentence of old) {
    let best = -1
    let most = KEPT
    for (let at = next; at < Math.min(now.length, next + AHEAD); at++) {
      const share = shared(sentence, now[at])
      if (share > most) [best, most] = [at, share]
    }
    const partner = now[best]
    if (!partner) continue
    next = best + 1
    if (partner.key !== sentence.key) found.push({ before: sentence.span, after: partner.span })
  }
  return found
}

/** Share of words in common, doubled ones counted (Dice). */
function shared(one: Sentence, other: Sentence | undefined): number {
  if (!other || one.words.length + other.words.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of one.words) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of other.words) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return (2 * common) / (one.words.length + other.words.length)
}
