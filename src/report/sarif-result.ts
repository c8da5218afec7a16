import type { Selector } from '../model/span.ts'
import { type LineColumn, regionOf } from './lines.ts'
import type { ReportFlag } from './report.ts'

/** What the results need of a document that a flag touches. */
export interface Artifact {
  readonly index: number
  readonly at: (position: number) => LineColumn
  /** The places (`placeKey`) whose words it still has: those of a fixed flag are gone. */
  readonly standing: ReadonlySet<string>
}

export const placeKey = ({ start, end, quote }: Selector): string => `${start}-${end}-${quote.exact}`

/** What RFC 3986 has no place for, though browsers' addresses do. */
const OUTSIDE = /[^\w.~:/?#[\]@!$&'()*+,;=%-]/g

/**
 * A document's id as a URI reference: the address of a fetched page as it is; else a relative one, each part of the path
 * percent-encoded, a lone surrogate as U+FFFD.
 */
export function uriOf(id: string): string {
  if (/^https?:\/\//.test(id) && URL.canParse(id)) return new URL(id).href.replace(OUTSIDE, encodeURIComponent)
  return id.toWellFormed().split('/').map(encodeURIComponent).join('/')
}

/** Message text without the syntax of embedded links (SARIF 2.1.0, 3.11.6): brackets are escaped where one might be. */
export const plain = (text: string): string => (text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text)

/** A place: with lines and columns where its document still has the words, by characters of the text that had them else. */
function location(place: Selector, artifacts: ReadonlyMap<string, Artifact>): object {
  const { doc, start, end, quote } = place
  const artifact = artifacts.get(doc)
  const at = artifact?.standing.has(placeKey(place)) ? artifact.at : undefined
  return {
    artifactLocation: { uri: uriOf(doc), ...(artifact ? { index: artifact.index } : {}) },
    region: { ...regionOf({ start, end }, at), snippet: { text: quote.exact } },
  }
}

/** SARIF's words for what a reviewer said: dismissed flags are suppressed, unsure ones await it, confirmed ones were refused it. */
const SUPPRESSION = { dismissed: 'accepted', unsure: 'underReview', confirmed: 'rejected' } as const

export function resultOf(flag: ReportFlag, ruleIndex: number, artifacts: ReadonlyMap<string, Artifact>): object {
  const { at, check, severity, confidence, message, evidence, knowledge, fingerprint, decision, state } = flag
  const physical = location(at, artifacts)
  const fixes = fixesOf(flag, artifacts)
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
    ...(fixes.length === 0 ? {} : { fixes }),
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

/** What could stand there: what a reviewer wrote first, then what errata suggests; nothing where the words are gone. */
function fixesOf({ at, suggestion, decision }: ReportFlag, artifacts: ReadonlyMap<string, Artifact>): object[] {
  const artifact = artifacts.get(at.doc)
  if (!artifact?.standing.has(placeKey(at))) return []
  const corrected = decision?.corrected
  const texts = [
    ...(corrected === undefined
      ? []
      : [[corrected, `Write \u201c${corrected}\u201d, as ${decision?.reviewer} says`] as const]),
    ...(suggestion === undefined || suggestion === corrected
      ? []
      : [[suggestion, `Write \u201c${suggestion}\u201d`] as const]),
  ]
  return texts.map(([text, description]) => ({
    description: { text: plain(description) },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(at.doc) },
        replacements: [{ deletedRegion: regionOf(at, artifact.at), insertedContent: { text } }],
      },
    ],
  }))
}
