import type { Decision } from '../model/discrepancy.ts'
import type { Skipped } from '../model/document.ts'
import type { MentionType } from '../model/mention.ts'
import type { Analysis, Knowledge } from '../model/stage.ts'
import type { Figures, Report, Tlp } from './report.ts'

/** What a report over analyses in memory is made of. */
export interface ReportParts {
  readonly version: string
  readonly knowledge: Knowledge
  readonly checks: Report['checks']
  readonly analyses: readonly Analysis[]
  readonly skipped?: readonly Skipped[]
  readonly decisions?: readonly Decision[]
  readonly tlp?: Tlp
}

/** Adds up the figures of one document more; start with `NO_FIGURES`. */
export function addFigures(figures: Figures, { doc, mentions, claims }: Omit<Analysis, 'flags' | 'links'>): Figures {
  const counts: Partial<Record<MentionType, number>> = { ...figures.mentions }
  for (const { type } of mentions) counts[type] = (counts[type] ?? 0) + 1
  return {
    documents: figures.documents + 1,
    characters: figures.characters + doc.text.length,
    mentions: counts,
    claims: figures.claims + claims.length,
  }
}

/** The figures of nothing. */
export const NO_FIGURES: Figures = { documents: 0, characters: 0, mentions: {}, claims: 0 }

/** A report over analyses in memory: for `lint`, the public API and tests. The latest decision of a fingerprint holds. */
export function reportOf({ analyses, skipped = [], decisions = [], ...rest }: ReportParts): Report {
  const sorted = analyses.toSorted((a, b) => (a.doc.id < b.doc.id ? -1 : 1))
  const byId = new Map(sorted.map(analysis => [analysis.doc.id, analysis]))
  const verdicts = new Map(decisions.map(decision => [decision.fingerprint, decision]))
  return {
    ...rest,
    skipped,
    revised: [],
    copies: [],
    figures: sorted.reduce(addFigures, NO_FIGURES),
    flags: sorted.flatMap(({ flags }) =>
      flags.map(flag => {
        const decision = verdicts.get(flag.fingerprint)
        return { ...flag, status: decision?.verdict ?? 'open', ...(decision ? { decision } : {}) }
      }),
    ),
    documents: () => sorted,
    document: id => byId.get(id),
  }
}
