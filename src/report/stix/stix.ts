import type { Document } from '../../model/document.ts'
import { jsonText } from '../flag-json.ts'
import type { Report, ReportDocument, ReportFlag, Writer } from '../report.ts'
import { claimObject, keysAt } from './claims.ts'
import { common, documentInstant, ERRATA, marked, marking, OWN_OBJECTS, type StixObject, stixId } from './common.ts'
import { findingObjects, reportId } from './findings.ts'
import { thing } from './things.ts'

/**
 * `report.stix.json`: a STIX 2.1 bundle. Documents are reports; actors, malware, tools, vulnerabilities, identities and
 * locations stand once each; claims are relationships or notes; flags are notes; verdicts are opinions. Ids are the same
 * on every export, and times come from the documents, never from a clock.
 */
export const stix: Writer = {
  id: 'stix',
  *files(report) {
    yield { path: 'report.stix.json', text: bundle(report) }
  },
}

async function* bundle(report: Report): AsyncGenerator<string> {
  const written = new Set<string>()
  const fresh = (object: StixObject): string => {
    if (written.has(object.id)) return ''
    const first = written.size === 0
    written.add(object.id)
    return `${first ? '\n' : ',\n'}${jsonText(object)}`
  }
  const about = [report.knowledge.version, report.version, JSON.stringify(report.figures)]
  const id = stixId('bundle', ...about, ...report.flags.map(({ fingerprint }) => fingerprint))
  yield `{"type":"bundle","id":${jsonText(id)},"objects":[`
  for (const object of OWN_OBJECTS) yield fresh(object)
  if (report.tlp !== undefined) yield fresh(marking(report.tlp))
  const flags = Map.groupBy(report.flags, flag => flag.at.doc)
  for await (const item of report.documents())
    for (const object of documentObjects(report, item, flags.get(item.doc.id) ?? [])) yield fresh(object)
  yield '\n]}\n'
}

/** Everything that one document brings: what it names, what it says, what is wrong with it, and the report that holds them. */
function documentObjects(report: Report, item: ReportDocument, flags: readonly ReportFlag[]): StixObject[] {
  const { doc } = item
  const byKey = new Map<string, StixObject>()
  for (const link of item.links) {
    if (byKey.has(link.key)) continue
    const object = thing(report, link)
    if (object) byKey.set(link.key, object)
  }
  const keys = keysAt(item)
  const claims = item.claims.flatMap(claim => claimObject(report, item, claim, byKey, keys) ?? [])
  const publisher = publisherOf(report, doc)
  const own = reportObject(report, doc, publisher, [...byKey.values(), ...claims])
  // Only findings that are still in the article speak of it.
  const findings = flags
    .filter(({ status }) => status !== 'fixed')
    .flatMap(flag => findingObjects(report, item, flag, byKey))
  return [...(publisher ? [publisher] : []), ...byKey.values(), ...claims, own, ...findings]
}

function publisherOf(report: Report, doc: Document): StixObject | undefined {
  if (doc.site === undefined) return undefined
  const at = documentInstant(undefined, report.knowledge.version)
  return {
    ...common('identity', stixId('identity', 'publisher', doc.site), at),
    created_by_ref: ERRATA,
    name: doc.site,
    identity_class: 'organization',
  }
}

function reportObject(
  report: Report,
  doc: Document,
  publisher: StixObject | undefined,
  objects: readonly StixObject[],
): StixObject {
  const at = documentInstant(doc.published, report.knowledge.version)
  const url = doc.url !== undefined && URL.canParse(doc.url) ? { url: doc.url, hashes: { 'SHA-256': doc.source } } : {}
  const refs = new Set(objects.map(({ id }) => id))
  // A report must refer to something: one about nothing refers to who read it.
  if (refs.size === 0) refs.add(publisher?.id ?? ERRATA)
  return {
    ...common('report', reportId(doc.id), at),
    created_by_ref: publisher?.id ?? ERRATA,
    ...marked(report.tlp),
    ...(doc.language === 'und' ? {} : { lang: doc.language }),
    name: doc.title ?? doc.id,
    report_types: ['threat-report'],
    published: at,
    external_references: [{ source_name: doc.site ?? 'errata', ...named(doc.id), ...url }],
    object_refs: [...refs],
  }
}

/** A document's own id; in words when it looks like the id of a CVE or CAPEC, which OASIS's schema keeps for these sources. */
const named = (id: string): Readonly<Record<string, string>> =>
  /^CVE-\d{4}-\d{4}|CAPEC-\d+$/.test(id) ? { description: id } : { external_id: id }
