import { facts } from '../claim/facts.ts'
import type { Claim } from '../model/claim.ts'

const placeOf = ({ at, stance, speaker }: Claim): Record<string, unknown> => ({
  doc: at.doc,
  start: at.start,
  end: at.end,
  text: at.quote.exact,
  stance,
  speaker,
})

/** Facts among claims on one subject and predicate, as `export facts` prints them: every place that supports or disputes. */
export function* factsJson(claims: readonly Claim[]): Generator<Record<string, unknown>> {
  for (const { object, supports, disputes, ...rest } of facts(claims)) {
    const value =
      'type' in object ? { type: object.type, value: object.value, entity: object.entity, text: object.text } : object
    yield { ...rest, object: value, supports: supports.map(placeOf), disputes: disputes.map(placeOf) }
  }
}
