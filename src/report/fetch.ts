import type { Report, ReportDocument } from './report.ts'

/** Documents kept at hand while flags are written. */
const KEPT = 64

/** Fetches documents by id; those that are gone are left out. */
export type Fetch = (ids: readonly string[]) => Promise<Map<string, ReportDocument>>

/** Fetches a report's documents, keeping the latest few: neighbouring flags share theirs. */
export function fetchFrom(report: Report): Fetch {
  const kept = new Map<string, ReportDocument>()
  return async ids => {
    const found = new Map<string, ReportDocument>()
    for (const id of new Set(ids)) {
      const item = kept.get(id) ?? (await report.document(id))
      if (!item) continue
      found.set(id, item)
      kept.delete(id)
      kept.set(id, item)
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
    }
    return found
  }
}
