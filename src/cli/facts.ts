import type { Claim } from '../model/claim.ts'

/** What a claim says of its subject, as text: claims with the same say the same. */
function saying({ object, time, place }: Claim): string {
  const what =
    'entity' in object && !('type' in object) ? object.entity : (object.entity ?? object.value ?? object.text)
  return JSON.stringify([what, time?.timex, place])
}

const placeOf = ({ at, stance, speaker }: Claim): Record<string, unknown> => ({
  doc: at.doc,
  start: at.start,
  end: at.end,
  text: at.quote.exact,
  stance,
  speaker,
})

/** Facts among claims on one subject and predicate: those that agree are one, with every place that supports or denies it. */
export function* factsJson(claims: readonly Claim[]): Generator<Record<string, unknown>> {
  for (const agreeing of Map.groupBy(claims, saying).values()) {
    const [first] = agreeing
    if (!first) continue
    const { subject, predicate, object, time, place } = first
    const value =
      'type' in object ? { type: object.type, value: object.value, entity: object.entity, text: object.text } : object
    yield {
      subject,
      predicate,
      object: value,
      time,
      place,
      supports: agreeing.filter(({ stance }) => stance !== 'denied').map(placeOf),
      disputes: agreeing.filter(({ stance }) => stance === 'denied').map(placeOf),
    }
  }
}
