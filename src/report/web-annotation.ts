import type { Document } from '../model/document.ts'
import { type Selector, type Span, select } from '../model/span.ts'
import { codePointIndex } from './code-points.ts'
import { fetchFrom } from './fetch.ts'
import { jsonText } from './flag-json.ts'
import { stands } from './passage.ts'
import type { Report, ReportDocument, ReportFlag, Writer } from './report.ts'
import { uuid5 } from './uuid.ts'

/** errata's namespace for annotation ids. */
const NAMESPACE = '2f0a3c52-8f0e-4a57-9d57-5f7f1c8f9a10'
const urn = (...parts: readonly string[]): string => `urn:uuid:${uuid5(NAMESPACE, JSON.stringify(parts))}`

/** The Web Annotation context, and the PROV-O terms used beside it. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    prov: 'http://www.w3.org/ns/prov#',
    wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
    wasAttributedTo: { '@id': 'prov:wasAttributedTo', '@type': '@id' },
    wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
    wasAssociatedWith: { '@id': 'prov:wasAssociatedWith', '@type': '@id' },
    used: { '@id': 'prov:used', '@type': '@id' },
  },
]

/**
 * `annotations.jsonld`: W3C Web Annotations of every mention, claim and flag, with their provenance in PROV-O. Positions
 * count code points, as that standard wants, in the text that the target names by its hash.
 */
export const webAnnotation: Writer = {
  id: 'webannotation',
  *files(report) {
    yield { path: 'annotations.jsonld', text: page(report) }
  },
}

async function* page(report: Report): AsyncGenerator<string> {
  const agent = urn('software', 'errata', report.version)
  const knowledge = urn('knowledge', report.knowledge.version)
  const activity = urn('analysis', report.version, report.knowledge.version)
  const provenance = { wasGeneratedBy: activity, wasAttributedTo: agent }
  yield `{"@context":${jsonText(CONTEXT)},"id":${jsonText(urn('page', activity))},"type":"AnnotationPage",`
  yield `"creator":${jsonText({ id: agent, type: ['Software', 'prov:SoftwareAgent'], name: `errata ${report.version}` })},`
  yield `"wasGeneratedBy":${jsonText({ id: activity, type: 'prov:Activity', wasAssociatedWith: agent, used: { id: knowledge, type: 'prov:Entity', label: `knowledge base ${report.knowledge.version}` } })},"items":[`
  const fetch = fetchFrom(report)
  const flags = Map.groupBy(report.flags, flag => flag.at.doc)
  let first = true
  for await (const item of report.documents()) {
    const mine = flags.get(item.doc.id) ?? []
    const others = await fetch(mine.flatMap(flag => flag.evidence.map(({ at }) => at.doc)))
    for (const annotation of annotations(item, mine, new Map([...others, [item.doc.id, item]]))) {
      yield `${first ? '\n' : ',\n'}${jsonText({ ...annotation, ...provenance })}`
      first = false
    }
  }
  yield '\n]}\n'
}

function* annotations(
  item: ReportDocument,
  flags: readonly ReportFlag[],
  documents: ReadonlyMap<string, ReportDocument>,
): Generator<object> {
  const { doc, mentions, links, claims } = item
  const keys = new Map(links.map(({ mention, key }) => [`${mention.start}-${mention.end}`, key]))
  const targets = targetsIn(documents)
  for (const mention of mentions) {
    const key = mention.entity ?? keys.get(`${mention.start}-${mention.end}`)
    yield {
      id: urn('mention', doc.id, doc.revision, mention.type, String(mention.start), String(mention.end)),
      type: 'Annotation',
      motivation: 'identifying',
      body: [
        text(mention.type, 'tagging'),
        ...(key === undefined ? [] : [text(key, 'identifying')]),
        ...(mention.value === undefined
          ? []
          : [{ ...text(JSON.stringify(mention.value), 'describing'), format: 'application/json' }]),
      ],
      target: targets(select(doc, mention)),
    }
  }
  for (const [index, { subject, predicate, stance, at }] of claims.entries())
    yield {
      id: urn('claim', doc.id, doc.revision, String(index), subject, predicate),
      type: 'Annotation',
      motivation: 'describing',
      body: [text(JSON.stringify({ subject, predicate, stance }), 'describing')].map(body => ({
        ...body,
        format: 'application/json',
      })),
      target: targets(at),
    }
  for (const flag of flags.filter(({ status }) => status !== 'fixed'))
    yield {
      id: urn('flag', doc.id, flag.fingerprint),
      type: 'Annotation',
      motivation:
        (flag.decision?.corrected ?? flag.suggestion) === undefined ? 'questioning' : ['questioning', 'editing'],
      body: [
        { ...text(flag.message, 'questioning'), language: 'en' },
        text(flag.check, 'tagging'),
        ...[flag.decision?.corrected, flag.suggestion].flatMap(value =>
          value === undefined ? [] : [text(value, 'editing')],
        ),
        ...flag.knowledge.map(({ fact, source }) => text(`${fact} (${source})`, 'describing')),
        ...flag.evidence.map(({ at }) => ({ ...targets(at), purpose: 'linking' })),
      ],
      target: targets(flag.at),
    }
}

const text = (value: string, purpose: string): Readonly<Record<string, string>> => ({
  type: 'TextualBody',
  value: value.toWellFormed(),
  format: 'text/plain',
  purpose,
})

/** Makes targets: by quote and by position in code points; by quote alone where the document is gone or has other words there. */
function targetsIn(documents: ReadonlyMap<string, ReportDocument>): (at: Selector) => object {
  const indexes = new Map<string, (position: number) => number>()
  return at => {
    const doc = documents.get(at.doc)?.doc
    const quote = { type: 'TextQuoteSelector', ...at.quote }
    if (!doc || !stands(doc, at)) return { type: 'SpecificResource', source: urn('document', at.doc), selector: quote }
    const points = indexes.get(at.doc) ?? codePointIndex(doc.text)
    indexes.set(at.doc, points)
    return { type: 'SpecificResource', source: sourceOf(doc), selector: [quote, position(at, points)] }
  }
}

const position = ({ start, end }: Span, points: (position: number) => number): object => ({
  type: 'TextPositionSelector',
  start: points(start),
  end: points(end),
})

/** The text that positions count in, named by its hash (RFC 6920), and the page that it was made from. */
function sourceOf(doc: Document): object {
  const hash = Buffer.from(doc.revision, 'hex').toString('base64url')
  const url = doc.url !== undefined && URL.canParse(doc.url) ? { wasDerivedFrom: new URL(doc.url).href } : {}
  return { id: `ni:///sha-256;${hash}`, type: ['Text', 'prov:Entity'], format: 'text/plain', label: doc.id, ...url }
}
