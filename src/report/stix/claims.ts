import type { Claim } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Report, ReportDocument } from '../report.ts'
import { common, documentInstant, ERRATA, extended, marked, type StixObject, stixId } from './common.ts'

/** STIX's confidence for what a document only suspects or lets others say: "medium" of its none/low/med/high scale. */
const HEDGED = 50

/** Keys of a document's mentions by their place. */
export type KeysAt = ReadonlyMap<string, string>

const placeKey = ({ start, end }: Span): string => `${start}-${end}`

/** Finds what stands at a place without going through all mentions for each claim. */
export const keysAt = ({ links }: ReportDocument): KeysAt =>
  new Map(links.map(({ mention, key }) => [placeKey(mention), key]))

/**
 * What a document says of something. Between two STIX objects it is a `relationship`, unless the document denies or plans
 * it; everything else is a `note` on the subject. `byKey` are the document's own objects.
 */
export function claimObject(
  report: Report,
  { doc }: ReportDocument,
  claim: Claim,
  byKey: ReadonlyMap<string, StixObject>,
  keys: KeysAt,
): StixObject | undefined {
  const { subject, predicate, stance, speaker, time, place, at } = claim
  const source = byKey.get(subject)
  if (!source) return undefined
  const { object } = claim
  const objectKey = 'start' in object ? keys.get(placeKey(object)) : 'entity' in object ? object.entity : undefined
  const target = objectKey === undefined ? undefined : byKey.get(objectKey)
  const parts = [doc.id, subject, predicate, objectKey ?? '', String(at.start), at.quote.exact]
  const when = documentInstant(doc.published, report.knowledge.version)
  const extension = {
    doc: doc.id,
    start: at.start,
    end: at.end,
    text: at.quote.exact,
    predicate,
    stance,
    ...(speaker === undefined ? {} : { speaker: byKey.get(speaker)?.id ?? speaker }),
    ...(place === undefined ? {} : { place: byKey.get(place)?.id ?? place }),
    ...(time === undefined ? {} : { time }),
    ...('value' in object ? { object: object.value } : 'words' in object ? { object } : {}),
  }
  const confidence = stance === 'asserted' ? {} : { confidence: HEDGED }
  const shared = { created_by_ref: ERRATA, ...marked(report.tlp) }
  if (target && target.id !== source.id && stance !== 'denied' && stance !== 'planned')
    return extended(
      {
        ...common('relationship', stixId('relationship', ...parts), when),
        ...shared,
        relationship_type: predicate.toLowerCase().replace(/[^a-z0-9-]+/g, '-'),
        source_ref: source.id,
        target_ref: target.id,
        description: at.quote.exact,
        ...confidence,
        ...period(time),
      },
      extension,
    )
  return extended(
    {
      ...common('note', stixId('note', ...parts), when),
      ...shared,
      abstract: `${predicate} (${stance})`,
      content: at.quote.exact,
      object_refs: [...new Set([source.id, ...(target ? [target.id] : [])])],
      ...confidence,
    },
    extension,
  )
}

/** When a claim is said to hold: from the first instant to the last second of its days. */
function period(time: Claim['time']): Readonly<Record<string, string>> {
  const from = time?.from?.slice(0, 10)
  const to = time?.to?.slice(0, 10)
  return {
    ...(from === undefined ? {} : { start_time: `${from}T00:00:00.000Z` }),
    ...(to === undefined ? {} : { stop_time: `${to}T23:59:59.000Z` }),
  }
}
