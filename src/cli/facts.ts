import { facts } from '../claim/facts.ts'
import type { Claim } from '../model/claim.ts'

const sourcesOf = (claims: readonly Claim[], leads: ReadonlyMap<string, string>): number =>
  new Set(claims.map(({ at }) => leads.get(at.doc) ?? at.doc)).size

const placeOf = ({ at, stance, speaker }: Claim): Record<string, unknown> => ({
  doc: at.doc,
  start: at.start,
  end: at.end,
  text: at.quote.exact,
  stance,
  speaker,
})

/**
 * Facts among claims on one subject and predicate, as `export facts` prints them: every place that supports or disputes, and
 * how many sources they come from.
 * @param leads the document that came first, by the id of its copies: they count as one source
 */
export function* factsJson(
  claims: readonly Claim[],
  leads: ReadonlyMap<string, string>,
): Generator<Record<string, unknown>> {
  for (const { object, supports, disputes, ...rest } of facts(claims)) {
    const value =
      'type' in object ? { type: object.type, value: object.value, entity: object.entity, text: object.text } : object
    yield {
      ...rest,
      object: value,
      supports: supports.map(placeOf),
      disputes: disputes.map(placeOf),
      sources: sourcesOf(supports, leads),
    }
  }
}
