import type { Discrepancy } from '../model/discrepancy.ts'

/** A flag as `flags.jsonl` and `errata lint --format jsonl` print it (contract.md). */
export function flagJson(flag: Discrepancy & { readonly reopened?: string }, status = 'open'): Record<string, unknown> {
  return {
    doc: flag.at.doc,
    kind: flag.check,
    severity: flag.severity,
    confidence: flag.confidence,
    start: flag.at.start,
    end: flag.at.end,
    text: flag.at.quote.exact,
    message: flag.message,
    ...(flag.suggestion === undefined ? {} : { suggestion: flag.suggestion }),
    evidence: flag.evidence.map(({ at, role, note }) => ({
      doc: at.doc,
      start: at.start,
      end: at.end,
      text: at.quote.exact,
      role,
      note,
    })),
    ...(flag.knowledge.length === 0 ? {} : { knowledge: flag.knowledge }),
    fingerprint: flag.fingerprint,
    status,
    ...(flag.reopened === undefined ? {} : { reopened: flag.reopened }),
  }
}

/** A JSON value with control characters U+007F to U+009F, U+2028 and U+2029 as \u escapes too; the exact string otherwise. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** One JSON value a line. */
export const jsonLine = (value: unknown): string => `${jsonText(value)}\n`
