import type { Span } from '../model/span.ts'
import { segmentEnd, type TextMap, toRaw } from '../model/text-map.ts'
import { rawText } from '../read/raw.ts'
import type { Facts, Fault, Store } from '../store/store.ts'

/** What `verify` went over. */
export interface Verified {
  revisions: number
  mentions: number
  claims: number
  flags: number
}

/**
 * Re-reads every mention, claim and flag, its evidence included, from the stored raw bytes through the text map.
 * @param fault called for everything that is wrong
 */
export async function verify(store: Store, fault: (fault: Fault) => void): Promise<Verified> {
  const seen = { revisions: 0, mentions: 0, claims: 0, flags: 0 }
  for (const found of await store.faults()) fault(found)
  for await (const { facts, bytes, faults } of store.audit()) {
    for (const found of faults) fault(found)
    const { doc, mentions, claims, flags } = facts
    seen.revisions++
    seen.mentions += mentions.length
    seen.claims += claims.length
    seen.flags += flags.length
    if (faults.length > 0) continue
    for (const what of quotesOf(facts, await rawText(bytes, doc.encoding))) fault({ where: doc.id, what })
  }
  return seen
}

/** Every quote that its place in the raw source does not give. */
function* quotesOf({ doc, mentions, claims, flags }: Facts, raw: string): Generator<string> {
  const wrong = (what: string, { start, end }: Span, quote: string): string | undefined => {
    if (doc.text.slice(start, end) !== quote) return `${what} ${start}-${end}: the text does not say "${quote}" there`
    if (!gives(doc.map, doc.text, raw, { start, end }))
      return `${what} ${start}-${end}: the raw source does not give "${quote}"`
    return undefined
  }
  const found = [
    ...mentions.map(mention => wrong('mention', mention, mention.text)),
    ...claims.map(({ at }) => wrong('claim', at, at.quote.exact)),
    ...flags.flatMap(flag => [
      wrong('flag', flag.at, flag.at.quote.exact),
      ...flag.evidence.filter(({ at }) => at.doc === doc.id).map(({ at }) => wrong('evidence', at, at.quote.exact)),
    ]),
  ]
  for (const what of found) if (what !== undefined) yield what
}

/** Whether the raw source gives a span: verbatim segments by their characters, others by a range that is there. */
function gives(map: TextMap, text: string, raw: string, span: Span): boolean {
  let at = span.start
  while (at < span.end) {
    const end = Math.min(span.end, segmentEnd(map, text.length, at))
    const { start: rawStart, end: rawEnd, verbatim } = toRaw(map, text.length, { start: at, end })
    if (rawStart < 0 || rawEnd > raw.length || rawEnd < rawStart) return false
    if (verbatim && raw.slice(rawStart, rawEnd) !== text.slice(at, end)) return false
    at = end
  }
  return true
}
