import { rank } from '../report/group.ts'
import type { FlagLine } from '../store/flag-lines.ts'

export const ORDERS = ['severity', 'confidence', 'newness', 'check', 'document', 'entity'] as const
export type Order = (typeof ORDERS)[number]

type Compare = (a: FlagLine, b: FlagLine) => number

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const place: Compare = (a, b) => text(a.doc, b.doc) || a.start - b.start || text(a.fingerprint, b.fingerprint)
const weight: Compare = (a, b) => rank(a.severity) - rank(b.severity) || b.confidence - a.confidence || place(a, b)

/** What is newest: shown or, when it is fixed, fixed last. */
const latest = ({ run, fixedIn }: FlagLine): number => fixedIn ?? run

const COMPARE: Readonly<Record<Order, Compare>> = {
  severity: weight,
  confidence: (a, b) => b.confidence - a.confidence || weight(a, b),
  newness: (a, b) => latest(b) - latest(a) || weight(a, b),
  check: (a, b) => text(a.check, b.check) || weight(a, b),
  document: place,
  entity: (a, b) => text(a.subject, b.subject) || weight(a, b),
}

/** How an order sorts; no two flags are equal in any. */
export const compare = (order: Order): Compare => COMPARE[order]
