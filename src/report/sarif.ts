import type { Selector } from '../model/span.ts'
import { jsonText } from './flag-json.ts'
import { type LineColumn, lineIndex, regionOf } from './lines.ts'
import type { Report, ReportDocument, ReportFlag, Writer } from './report.ts'

/** The schema that most tools name for SARIF 2.1.0. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/**
 * `report.sarif`: SARIF 2.1.0 (OASIS). Places count in the article's text as errata reads it, so each artifact that a
 * flag touches carries that text; a page's raw bytes have other offsets.
 */
export const sarif: Writer = {
  id: 'sarif',
  *files(report) {
    yield { path: 'report.sarif', text: log(report) }
  },
}

/** What the results need of a document that a flag touches. */
interface Artifact {
  readonly index: number
  readonly at: (position: number) => LineColumn
}

async function* log(report: Report): AsyncGenerator<string> {
  const { version, knowledge, checks, tlp } = report
  const rules = rulesOf(report)
  yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{"tool":{"driver":${jsonText({
    name: 'errata',
    version,
    properties: { knowledge: knowledge.version },
    rules,
  })}},"columnKind":"utf16CodeUnits","artifacts":[`
  const artifacts = new Map<string, Artifact>()
  const touched = report.flags.flatMap(flag => [flag.at.doc, ...flag.evidence.map(({ at }) => at.doc)])
  for (const id of [...new Set(touched)].sort()) {
    const item = await report.document(id)
    if (!item) continue
    yield `${artifacts.size > 0 ? ',\n' : '\n'}${jsonText(artifactOf(item))}`
    artifacts.set(id, { index: artifacts.size, at: lineIndex(item.doc.text) })
  }
  yield '],"results":['
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]))
  for (const [index, flag] of report.flags.entries())
    yield `${index > 0 ? ',\n' : '\n'}${jsonText(resultOf(flag, ruleIndex.get(flag.check) ?? checks.length, artifacts))}`
  yield `],"invocations":[${jsonText({
    executionSuccessful: true,
    toolExecutionNotifications: report.skipped.map(({ path, reason }) => ({
      level: 'warning',
      message: { text: plain(`not read: ${reason}`) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    })),
  })}]${tlp === undefined ? '' : `,"properties":${jsonText({ tlp: `TLP:${tlp.toUpperCase()}` })}`}}]}\n`
}

/** Every check that ran, and those that only stored flags know. */
function rulesOf({ checks, flags }: Report): { readonly id: string }[] {
  const known = new Set(checks.map(({ id }) => id))
  const others = [...new Set(flags.map(({ check }) => check))].filter(id => !known.has(id)).sort()
  return [
    ...checks.map(({ id, severity, title, why }) => ({
      id,
      shortDescription: { text: plain(title) },
      fullDescription: { text: plain(why) },
      defaultConfiguration: { level: severity },
    })),
    ...others.map(id => ({ id })),
  ]
}

const artifactOf = ({ doc }: ReportDocument): object => ({
  location: { uri: uriOf(doc.id) },
  ...(doc.title === undefined ? {} : { description: { text: plain(doc.title) } }),
  contents: { text: doc.text },
  hashes: { 'sha-256': doc.revision },
})

/** A document's id as a relative URI reference: each part of the path percent-encoded, a lone surrogate as U+FFFD. */
const uriOf = (id: string): string => id.toWellFormed().split('/').map(encodeURIComponent).join('/')

/** Message text without the syntax of embedded links (SARIF 2.1.0, 3.11.6): brackets are escaped where one might be. */
const plain = (text: string): string => (text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text)

function location({ doc, start, end, quote }: Selector, artifacts: ReadonlyMap<string, Artifact>): object {
  const artifact = artifacts.get(doc)
  return {
    artifactLocation: { uri: uriOf(doc), ...(artifact ? { index: artifact.index } : {}) },
    region: { ...regionOf({ start, end }, artifact?.at), snippet: { text: quote.exact } },
  }
}

/** SARIF's words for what a reviewer said: dismissed flags are suppressed, unsure ones await it, confirmed ones were refused it. */
const SUPPRESSION = { dismissed: 'accepted', unsure: 'underReview', confirmed: 'rejected' } as const

function resultOf(flag: ReportFlag, ruleIndex: number, artifacts: ReadonlyMap<string, Artifact>): object {
  const { at, check, severity, confidence, message, suggestion, evidence, knowledge, fingerprint, decision, state } =
    flag
  const physical = location(at, artifacts)
  return {
    ruleId: check,
    ruleIndex,
    kind: 'fail',
    level: severity,
    rank: confidence,
    message: { text: plain(message) },
    locations: [{ physicalLocation: physical }],
    ...(evidence.length === 0
      ? {}
      : {
          relatedLocations: evidence.map((item, id) => ({
            id,
            physicalLocation: location(item.at, artifacts),
            message: { text: plain(item.note) },
            properties: { role: item.role },
          })),
        }),
    partialFingerprints: { 'errata/v1': fingerprint },
    ...(suggestion === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: plain(`Write \u201c${suggestion}\u201d`) },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(at.doc) },
                  replacements: [
                    { deletedRegion: regionOf(at, artifacts.get(at.doc)?.at), insertedContent: { text: suggestion } },
                  ],
                },
              ],
            },
          ],
        }),
    ...(state === undefined ? {} : { baselineState: state }),
    ...(decision === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              status: SUPPRESSION[decision.verdict],
              ...(decision.note === undefined ? {} : { justification: decision.note }),
            },
          ],
        }),
    properties: { confidence, subject: flag.subject, ...(knowledge.length === 0 ? {} : { knowledge }) },
  }
}
