import { createHash } from 'node:crypto'
import type { Selector } from '../../model/span.ts'

/**
 * The file name of a document's page below `documents/`: what can be kept of its id, and eight digits of its hash, so that
 * ids that differ in case or in characters a file system lacks stay apart.
 */
export function pageName(doc: string): string {
  const words = doc
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(-60)
  return `${words === '' ? '' : `${words}-`}${createHash('sha256').update(doc).digest('hex').slice(0, 8)}.html`
}

/** Anchor of a place on its document's page. */
export const anchorOf = ({ start, end }: Pick<Selector, 'start' | 'end'>): string => `at-${start}-${end}`

/** Where a card finds the pages around it: the report and the documents' pages lie in different folders. */
export interface Site {
  /** Address of a document's page; undefined when none is written. */
  page(doc: string): string | undefined
  /** Address of the report. */
  readonly report: string
  /** The document that the cards stand beside: its passages are linked to, not repeated. */
  readonly beside?: string
}
