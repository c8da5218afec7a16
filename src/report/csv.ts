import type { Evidence, KnowledgeEvidence } from '../model/discrepancy.ts'
import { visible } from './characters.ts'
import type { ReportFlag, Writer } from './report.ts'

/**
 * First characters that make a spreadsheet read a cell as a formula (OWASP, "CSV Injection"), the full-width forms that
 * some spreadsheets fold included.
 */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/

/** One cell by RFC 4180; text that a spreadsheet would run gets a leading apostrophe, and what would not show is made visible. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const shown = visible(value)
  const safe = FORMULA.test(value) ? `'${shown}` : shown
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const place = ({ at, role, note }: Evidence): string =>
  `${role}: \u201c${at.quote.exact}\u201d (${at.doc} ${at.start}-${at.end}): ${note}`
const fact = ({ fact, source, version }: KnowledgeEvidence): string => `${fact} (${source}; knowledge ${version})`

/** The columns: the fields of flags.jsonl, evidence and knowledge as lines of text. */
const COLUMNS: readonly (readonly [string, (flag: ReportFlag) => string | number])[] = [
  ['doc', flag => flag.at.doc],
  ['kind', flag => flag.check],
  ['severity', flag => flag.severity],
  ['confidence', flag => flag.confidence],
  ['start', flag => flag.at.start],
  ['end', flag => flag.at.end],
  ['text', flag => flag.at.quote.exact],
  ['message', flag => flag.message],
  ['suggestion', flag => flag.suggestion ?? ''],
  ['evidence', flag => flag.evidence.map(place).join('\n')],
  ['knowledge', flag => flag.knowledge.map(fact).join('\n')],
  ['fingerprint', flag => flag.fingerprint],
  ['status', flag => flag.status],
]

const line = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`

/** `flags.csv`: RFC 4180, UTF-8 without a byte order mark, one flag a row. */
export const csvFlags: Writer = {
  id: 'csv',
  *files({ flags }) {
    yield { path: 'flags.csv', text: rows(flags) }
  },
}

function* rows(flags: readonly ReportFlag[]): Generator<string> {
  yield line(COLUMNS.map(([name]) => name))
  for (const flag of flags) yield line(COLUMNS.map(([, value]) => value(flag)))
}
