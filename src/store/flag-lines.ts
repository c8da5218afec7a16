import { byTime, type Judgement, type Standing, standing } from '../model/decision.ts'
import type { KnowledgeEvidence, Severity } from '../model/discrepancy.ts'
import { flagsOf, latestOf } from './flags.ts'
import { pages } from './read.ts'
import type { Row, Sql } from './sqlite.ts'
import type { StoredFlag } from './store.ts'

/** A flag in one line: what a queue is sorted and counted by. */
export interface FlagLine {
  readonly fingerprint: string
  readonly doc: string
  readonly check: string
  readonly severity: Severity
  readonly confidence: number
  readonly subject: string
  /** Place in its document, in UTF-16 units. */
  readonly start: number
  /** The flagged words. */
  readonly words: string
  readonly message: string
  /** `StoredFlag.run`. */
  readonly run: number
  /** `StoredFlag.fixedIn`: the present text no longer has it. */
  readonly fixedIn?: number
  /** `StoredFlag.former`. */
  readonly former?: readonly string[]
}

/** A document with its flags, present and fixed. */
export interface DocumentFlags {
  readonly doc: string
  readonly lines: readonly FlagLine[]
}

/** Documents read at a time. */
const PAGE = 500

/** The flags of documents, by place: of all documents by id, or of those that changed after a change, in that order. */
export function* flagLines(sql: Sql, after?: number): Generator<DocumentFlags> {
  const documents =
    after === undefined
      ? pages(sql, 'SELECT doc FROM document WHERE doc > ? ORDER BY doc LIMIT ?', 'doc', '')
      : pages(sql, 'SELECT doc, changed FROM document WHERE changed > ? ORDER BY changed LIMIT ?', 'changed', after)
  const page: string[] = []
  for (const { doc } of documents) {
    page.push(String(doc))
    if (page.length === PAGE) yield* linesOf(sql, page.splice(0))
  }
  if (page.length > 0) yield* linesOf(sql, page)
}

const FLAGS = `SELECT d.doc, f.fingerprint, f."check", f.severity, f.confidence, f.subject, f."start", f.text, f.message, s.run
  FROM json_each(?) asked CROSS JOIN document d ON d.doc = asked.value JOIN flag f ON f.revision = d.revision
  JOIN sighting s ON s.doc = d.doc AND s.fingerprint = f.fingerprint ORDER BY d.doc, f."start", f.n`
/** Documents whose flags are told by more than their present text: what was in earlier ones, what places were called. */
const HISTORY = `SELECT value AS doc FROM json_each(?) WHERE value IN (SELECT doc FROM revision WHERE superseded IS NOT NULL)
  OR value IN (SELECT doc FROM carried)`

function* linesOf(sql: Sql, docs: readonly string[]): Generator<DocumentFlags> {
  const asked = JSON.stringify(docs)
  const history = new Set(sql.all(HISTORY, asked).map(({ doc }) => String(doc)))
  const found = Map.groupBy(sql.all(FLAGS, asked), ({ doc }) => String(doc))
  for (const doc of docs)
    yield {
      doc,
      lines: history.has(doc) ? flagsOf(sql, doc).map(lineOf) : (found.get(doc) ?? []).map(row => lineFrom(doc, row)),
    }
}

const lineFrom = (doc: string, row: Row): FlagLine => ({
  fingerprint: String(row['fingerprint']),
  doc,
  check: String(row['check']),
  severity: row['severity'] as Severity,
  confidence: Number(row['confidence']),
  subject: String(row['subject']),
  start: Number(row['start']),
  words: String(row['text']),
  message: String(row['message']),
  run: Number(row['run']),
})

const lineOf = ({ flag, run, fixedIn, former }: StoredFlag): FlagLine => ({
  fingerprint: flag.fingerprint,
  doc: flag.at.doc,
  check: flag.check,
  severity: flag.severity,
  confidence: flag.confidence,
  subject: flag.subject,
  start: flag.at.start,
  words: flag.at.quote.exact,
  message: flag.message,
  run,
  ...(fixedIn === undefined ? {} : { fixedIn }),
  ...(former === undefined ? {} : { former }),
})

/** See `ReviewReader.standingsAfter`. */
export function standingsAfter(
  sql: Sql,
  line: number,
  also: ReadonlySet<string>,
  given: ReadonlyMap<string, readonly Judgement[]>,
): { readonly last: number; readonly standings: ReadonlyMap<string, Standing> } {
  const said = sql.all('SELECT fingerprint, max(id) AS id FROM decision WHERE id > ? GROUP BY fingerprint', line)
  const last = said.reduce((most, { id }) => Math.max(most, Number(id)), line)
  const about = new Set([...said.map(row => String(row['fingerprint'])), ...also])
  if (about.size === 0) return { last, standings: new Map() }
  const carried = sql.all('SELECT DISTINCT fingerprint, former FROM carried')
  const present = Map.groupBy(carried, ({ former }) => String(former))
  const former = Map.groupBy(carried, ({ fingerprint }) => String(fingerprint))
  const names = [...about].flatMap(name => [
    name,
    ...(present.get(name) ?? []).map(({ fingerprint }) => String(fingerprint)),
  ])
  const standings = new Map<string, Standing>()
  for (const name of new Set(names)) {
    const all = [name, ...(former.get(name) ?? []).map(row => String(row['former']))]
    const stored = latestOf(sql, all)
    const log = [...(stored ? [stored] : []), ...all.flatMap(one => given.get(one) ?? [])].sort(byTime)
    const knowledge = log.length === 0 ? [] : groundsOf(sql, name)
    if (knowledge) standings.set(name, standing(log.at(-1), { knowledge }))
  }
  return { last, standings }
}

/** The rows of the knowledge base that a flag cites, as a present document has it or else the latest that had it. */
function groundsOf(sql: Sql, fingerprint: string): KnowledgeEvidence[] | undefined {
  const place = sql.get(
    `SELECT x.revision, x.n FROM flag x JOIN revision r ON r.id = x.revision WHERE x.fingerprint = ?
     ORDER BY r.superseded IS NOT NULL, r.id DESC LIMIT 1`,
    fingerprint,
  )
  if (!place) return undefined
  const rows = sql.all(
    'SELECT entity, fact, source, version FROM background WHERE revision = ? AND flag = ? ORDER BY n',
    Number(place['revision']),
    Number(place['n']),
  )
  return rows as unknown as KnowledgeEvidence[]
}
