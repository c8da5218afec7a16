import { jsonText } from './flag-json.ts'
import { lineIndex } from './lines.ts'
import { stands } from './passage.ts'
import type { Report, ReportDocument, ReportFlag, Writer } from './report.ts'
import { type Artifact, placeKey, plain, resultOf, uriOf } from './sarif-result.ts'

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

/**
 * GitHub takes 25,000 results a run, and shows the 5,000 gravest of a run
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
export const MOST_RESULTS = 25_000

async function* log(report: Report): AsyncGenerator<string> {
  const parts = Math.max(1, Math.ceil(report.flags.length / MOST_RESULTS))
  yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[`
  for (let part = 0; part < parts; part++) {
    const flags = report.flags.slice(part * MOST_RESULTS, (part + 1) * MOST_RESULTS)
    yield part === 0 ? '' : ',\n'
    yield* run(report, flags, parts === 1 ? undefined : `errata/part-${part + 1}/`)
  }
  yield ']}\n'
}

/** One run; several are told apart by their category, without which GitHub takes only one of a tool. */
async function* run(report: Report, flags: readonly ReportFlag[], category?: string): AsyncGenerator<string> {
  const { version, knowledge, checks, tlp } = report
  const rules = rulesOf(report)
  const driver = { name: 'errata', version, properties: { knowledge: knowledge.version }, rules }
  const details = category === undefined ? '' : `"automationDetails":${jsonText({ id: category })},`
  yield `{"tool":{"driver":${jsonText(driver)}},${details}"columnKind":"utf16CodeUnits","artifacts":[`
  const artifacts = new Map<string, Artifact>()
  const places = Map.groupBy(
    flags.flatMap(flag => [flag.at, ...flag.evidence.map(({ at }) => at)]),
    ({ doc }) => doc,
  )
  for (const [id, cited] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const item = await report.document(id)
    if (!item) continue
    yield `${artifacts.size > 0 ? ',\n' : '\n'}${jsonText(artifactOf(item))}`
    artifacts.set(id, {
      index: artifacts.size,
      at: lineIndex(item.doc.text),
      standing: new Set(cited.filter(at => stands(item.doc, at)).map(placeKey)),
    })
  }
  yield '],"results":['
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]))
  for (const [index, flag] of flags.entries())
    yield `${index > 0 ? ',\n' : '\n'}${jsonText(resultOf(flag, ruleIndex.get(flag.check) ?? checks.length, artifacts))}`
  yield `],"invocations":[${jsonText({
    executionSuccessful: true,
    toolExecutionNotifications: report.skipped.map(({ path, reason }) => ({
      level: 'warning',
      message: { text: plain(`not read: ${reason}`) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    })),
  })}]${tlp === undefined ? '' : `,"properties":${jsonText({ tlp: `TLP:${tlp.toUpperCase()}` })}`}}`
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
