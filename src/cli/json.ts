import type { Revised, Wording } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'

/** A document as `read` and `export documents` print it (contract.md). */
export function documentJson(doc: Document): Record<string, unknown> {
  const { id, source, url, title, published, publishedFrom, author, language, encoding, text, map, pages, dropped } =
    doc
  const head = { doc: id, url, title, published, publishedFrom, author, language }
  return { ...head, encoding, text, map, pages, dropped, sha256: source }
}

/** A document's mentions as `extract` and `export mentions` print them. */
export const mentionsJson = (doc: string, mentions: readonly Mention[]): Record<string, unknown> => ({
  doc,
  mentions: mentions.map(({ type, start, end, text, value, entity, by }) => ({
    type,
    start,
    end,
    text,
    value,
    entity,
    by,
  })),
})

/** A claim as `export claims` prints it. */
export function claimJson({
  subject,
  predicate,
  object,
  stance,
  speaker,
  time,
  place,
  at,
}: Claim): Record<string, unknown> {
  const { doc, start, end, quote } = at
  return { doc, subject, predicate, object, stance, speaker, time, place, start, end, text: quote.exact }
}

/** What a publisher changed between two revisions, as `export changes` prints it. Places count in the text of their own revision. */
export function revisedJson({ changes, ...rest }: Revised): Record<string, unknown> {
  const wording = ({ at: { start, end, quote }, sentence }: Wording) => ({ start, end, text: quote.exact, sentence })
  return {
    ...rest,
    changes: changes.map(({ type, before, after }) => ({ type, before: wording(before), after: wording(after) })),
  }
}
