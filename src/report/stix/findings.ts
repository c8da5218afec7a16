import type { Selector } from '../../model/span.ts'
import { dayOf } from '../../normalise/calendar.ts'
import type { Report, ReportDocument, ReportFlag } from '../report.ts'
import { estimate } from '../words.ts'
import { common, documentInstant, ERRATA, extended, instant, marked, type StixObject, stixId } from './common.ts'

/** Id of the report object of a document. */
export const reportId = (doc: string): string => stixId('report', doc)

const placeOf = ({ doc, start, end, quote }: Selector): object => ({
  report_ref: reportId(doc),
  doc,
  start,
  end,
  text: quote.exact,
})

/** STIX's words for a verdict on a finding. */
const OPINIONS = { confirmed: 'agree', dismissed: 'disagree', unsure: 'neutral' } as const

/** A flag as a `note` on its document and subject, and what a reviewer said of it as an `opinion`. */
export function findingObjects(
  report: Report,
  { doc }: ReportDocument,
  flag: ReportFlag,
  byKey: ReadonlyMap<string, StixObject>,
): StixObject[] {
  const { at, check, severity, confidence, message, suggestion, evidence, knowledge, fingerprint, decision } = flag
  const id = stixId('note', 'finding', doc.id, fingerprint)
  const subject = byKey.get(flag.subject)
  const note = extended(
    {
      ...common('note', id, documentInstant(doc.published, report.knowledge.version)),
      created_by_ref: ERRATA,
      ...marked(report.tlp),
      abstract: report.checks.find(item => item.id === check)?.title ?? check,
      content: message,
      object_refs: [reportId(doc.id), ...(subject ? [subject.id] : [])],
      confidence,
      labels: [check, severity, estimate(confidence)],
    },
    {
      kind: check,
      severity,
      fingerprint,
      place: placeOf(at),
      evidence: evidence.map(item => ({ ...placeOf(item.at), role: item.role, note: item.note })),
      ...(knowledge.length === 0 ? {} : { knowledge }),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  )
  if (!decision) return [note]
  const day = dayOf(decision.at)
  const opinion: StixObject = {
    ...common(
      'opinion',
      stixId('opinion', id, decision.reviewer, decision.at),
      day === undefined ? (note['created'] as string) : instant(day),
    ),
    created_by_ref: ERRATA,
    ...marked(report.tlp),
    ...(decision.note === undefined ? {} : { explanation: decision.note }),
    authors: [decision.reviewer],
    opinion: OPINIONS[decision.verdict],
    object_refs: [id],
  }
  return [note, decision.corrected === undefined ? opinion : extended(opinion, { corrected: decision.corrected })]
}
