import type { Change, Revised, Wording } from '../model/change.ts'
import type { Document } from '../model/document.ts'
import type { Mention, MentionType } from '../model/mention.ts'
import { indexAt, type Span, select } from '../model/span.ts'
import { foldName } from '../normalise/name.ts'
import { replacedSentences } from './align.ts'

/** One revision of an article. */
export interface Revision {
  readonly doc: Document
  /** Sorted by start. */
  readonly mentions: readonly Mention[]
}

/** Words of publishers that say a text was mended; "update" as a verb of the story does not count, a line that begins with it does. */
const NOTICE =
  /\b(?:(?:this|the) (?:article|story|post|report|headline|piece|version) (?:has been|was|is) (?:updated|corrected|amended|revised|changed)|(?:an )?earlier version of (?:this|the)|correct(?:s|ed) (?:the|an|a|to|in|throughout)\b)|^\W*(?:update[ds]?|correction|clarification|editor.s note)\b/gim

const notices = ({ text }: Document): number => text.match(NOTICE)?.length ?? 0

/**
 * Figures, names and dates that differ between a revision of an article and the next, sentence by sentence; words that are
 * new or gone altogether are no change of a fact. Undefined when nothing of the kind changed.
 * @param said when the earlier revision was first read, @param since the later one: ISO instants
 */
export function revised(before: Revision, after: Revision, said: string, since: string): Revised | undefined {
  const changes = replacedSentences(before.doc, after.doc).flatMap(pair => {
    const old = within(before, pair.before)
    const now = within(after, pair.after)
    return matched(left(old, now), left(now, old), before.doc, after.doc).map(([one, other]): Change => {
      const type = one.type
      return { type, before: wording(before.doc, one, pair.before), after: wording(after.doc, other, pair.after) }
    })
  })
  const title = differing(before.doc.title, after.doc.title)
  const published = differing(before.doc.published?.slice(0, 10), after.doc.published?.slice(0, 10))
  if (changes.length === 0 && !title && !published) return undefined
  return {
    doc: after.doc.id,
    said,
    since,
    announced: notices(after.doc) > notices(before.doc),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    changes,
  }
}

const differing = (before?: string, after?: string): { before: string; after: string } | undefined =>
  before !== undefined && after !== undefined && before !== after ? { before, after } : undefined

/** Mentions wholly within a span; sectors say nothing that could be mended. */
function within({ mentions }: Revision, { start, end }: Span): Mention[] {
  const found: Mention[] = []
  for (let at = indexAt(mentions, start - 1) + 1; (mentions[at]?.start ?? end) < end; at++) {
    const mention = mentions[at]
    if (mention && mention.type !== 'sector' && mention.end <= end) found.push(mention)
  }
  return found
}

const MEASURES: ReadonlySet<MentionType> = new Set(['money', 'count', 'percent', 'date', 'duration', 'cve'])

/** The words as they compare: a point is no part of a name, and much of a figure. */
const wordsKey = ({ type, text }: Mention): string =>
  MEASURES.has(type) ? text.toLowerCase().replace(/\s+/g, ' ') : foldName(text)

/** Mentions that the other side says neither in the same words nor with the same value. */
function left(mine: readonly Mention[], others: readonly Mention[]): Mention[] {
  const words = new Set(others.map(wordsKey))
  const values = new Set(others.map(valueKey))
  return mine.filter(mention => !words.has(wordsKey(mention)) && !values.has(valueKey(mention)))
}

/** What is said, without hedges: "about 143 million" for "143 million" is no other figure. */
function valueKey(mention: Mention): string {
  if (mention.entity !== undefined) return mention.entity
  if (mention.value === undefined) return wordsKey(mention)
  const { approx: _, exclusive: __, of: ___, ...value } = mention.value as unknown as Record<string, unknown>
  const exact =
    value['amount'] ?? value['number'] ?? value['timex'] ?? value['canonical'] ?? value['iso2'] ?? value['id']
  return `${mention.type}:${JSON.stringify(exact === undefined ? value : [exact, value['currency']])}`
}

/**
 * Pairs of one type: the only two, or those that stand beside the same word. What else is left has no partner: better
 * nothing than two figures that have nothing to do with one another.
 */
function matched(
  old: readonly Mention[],
  now: readonly Mention[],
  before: Document,
  after: Document,
): [Mention, Mention][] {
  const [mine, theirs] = [Map.groupBy(old, ({ type }) => type), Map.groupBy(now, ({ type }) => type)]
  // By what stands beside them, the last first: one that is taken leaves at the end.
  const free = Map.groupBy(
    now.toReversed().flatMap(mention => beside(mention, after).map(key => ({ key, mention }))),
    ({ key }) => key,
  )
  const taken = new Set<Mention>()
  const first = (key: string): Mention[] => {
    const list = free.get(key) ?? []
    for (let last = list.at(-1); last && taken.has(last.mention); last = list.at(-1)) list.pop()
    return list.slice(-1).map(({ mention }) => mention)
  }
  return old.flatMap((mention): [Mention, Mention][] => {
    const [only, another] = theirs.get(mention.type) ?? []
    const alone = mine.get(mention.type)?.length === 1 && !another
    const [partner] =
      alone && only
        ? [only]
        : beside(mention, before)
            .flatMap(first)
            .sort((a, b) => a.start - b.start)
    if (!partner) return []
    taken.add(partner)
    return [[mention, partner]]
  })
}

/** Characters looked at on each side of a mention for the word beside it. */
const BESIDE = 24

/** The type of a mention with the words right before and after it. */
function beside({ type, start, end }: Mention, { text }: Document): string[] {
  const left = /\p{L}+\W*$/u.exec(text.slice(Math.max(0, start - BESIDE), start))?.[0]
  const right = /^\W*\p{L}+/u.exec(text.slice(end, end + BESIDE))?.[0]
  return [...(left === undefined ? [] : [`${type} < ${left}`]), ...(right === undefined ? [] : [`${type} > ${right}`])]
}

const wording = (doc: Document, mention: Span, sentence: Span): Wording => ({
  at: select(doc, mention),
  sentence: doc.text.slice(sentence.start, sentence.end),
  offset: mention.start - sentence.start,
})
