import type { Claim } from '../model/claim.ts'
import type { Discrepancy } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import { sha256 } from '../model/sha256.ts'
import { select } from '../model/span.ts'
import type { Row, Sql, Value } from './sqlite.ts'
import type { Facts, StoredLink } from './store.ts'

/** The tables that hold what a revision gave, and their columns after `revision`, in the order of the primary key. */
export const TABLES = {
  mention: ['n', 'type', 'start', 'end', 'text', 'value', 'entity', 'by'],
  link: ['mention', 'key', 'entity', 'score'],
  claim: ['n', 'subject', 'predicate', 'object', 'stance', 'speaker', 'time', 'place', 'start', 'end', 'text'],
  flag: [
    'n',
    'fingerprint',
    'check',
    'severity',
    'confidence',
    'subject',
    'start',
    'end',
    'text',
    'message',
    'suggestion',
  ],
  evidence: ['flag', 'n', 'role', 'note', 'doc', 'start', 'end', 'text', 'prefix', 'suffix'],
  background: ['flag', 'n', 'entity', 'fact', 'source', 'version'],
} as const
export type Table = keyof typeof TABLES
const NAMES = Object.keys(TABLES) as Table[]

const KEYS: Readonly<Record<Table, string>> = {
  mention: 'n',
  link: 'mention',
  claim: 'n',
  flag: 'n',
  evidence: 'flag, n',
  background: 'flag, n',
}

const quoted = (table: Table): string => TABLES[table].map(name => `"${name}"`).join(', ')
const INSERT = Object.fromEntries(
  NAMES.map(table => [
    table,
    `INSERT INTO ${table} (revision, ${quoted(table)}) VALUES (?${', ?'.repeat(TABLES[table].length)})`,
  ]),
) as Record<Table, string>
const SELECT = Object.fromEntries(
  NAMES.map(table => [table, `SELECT ${quoted(table)} FROM ${table} WHERE revision = ? ORDER BY ${KEYS[table]}`]),
) as Record<Table, string>

/** What a revision gave, as rows. */
export type FactRows = Readonly<Record<Table, readonly (readonly Value[])[]>>

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** Facts as rows, in their order. */
export function toRows({ mentions, links, claims, flags }: Facts): FactRows {
  return {
    mention: mentions.map((m, n) => [n, m.type, m.start, m.end, m.text, json(m.value), m.entity ?? null, m.by]),
    link: links.map(link => [link.mention, link.key, link.entity ?? null, link.score]),
    claim: claims.map((claim, n) => {
      const { subject, predicate, object, stance, speaker, time, place, at } = claim
      const rest = [json(object), stance, speaker ?? null, json(time), place ?? null, at.start, at.end, at.quote.exact]
      return [n, subject, predicate, ...rest]
    }),
    flag: flags.map((flag, n) => {
      const { fingerprint, check, severity, confidence, subject, at, message, suggestion } = flag
      const place = [at.start, at.end, at.quote.exact]
      return [n, fingerprint, check, severity, confidence, subject, ...place, message, suggestion ?? null]
    }),
    evidence: flags.flatMap((flag, n) =>
      flag.evidence.map(({ role, note, at }, index) => {
        const { exact, prefix, suffix } = at.quote
        return [n, index, role, note, at.doc, at.start, at.end, exact, prefix, suffix]
      }),
    ),
    background: flags.flatMap((flag, n) =>
      flag.knowledge.map(({ entity, fact, source, version }, index) => [n, index, entity, fact, source, version]),
    ),
  }
}

/** Writes what a revision gave. */
export function insertRows(sql: Sql, revision: number, rows: FactRows): void {
  for (const table of NAMES) for (const row of rows[table]) sql.run(INSERT[table], revision, ...row)
}

/** Takes away what a revision gave, before it is written anew or forgotten. */
export function deleteRows(sql: Sql, revision: number): void {
  for (const table of NAMES.toReversed()) sql.run(`DELETE FROM ${table} WHERE revision = ?`, revision)
}

/** A revision's rows as they stand in the tables. */
export function selectRows(sql: Sql, revision: number): Record<Table, Row[]> {
  return Object.fromEntries(NAMES.map(table => [table, sql.all(SELECT[table], revision)])) as Record<Table, Row[]>
}

/** The rows of its flags alone, the other tables empty. */
export function selectFlagRows(sql: Sql, revision: number): Record<Table, Row[]> {
  const [flag, evidence, background] = (['flag', 'evidence', 'background'] as const).map(table =>
    sql.all(SELECT[table], revision),
  ) as [Row[], Row[], Row[]]
  return { mention: [], link: [], claim: [], flag, evidence, background }
}

/** Seals a revision: sha-256 over its own columns and all its rows, so that a changed byte anywhere shows. */
export function digest(own: readonly Value[], rows: FactRows): string {
  return sha256(JSON.stringify([own, ...NAMES.map(table => rows[table])]))
}

/** Rows of `selectRows` as `toRows` makes them. */
export const asArrays = (rows: Record<Table, Row[]>): FactRows =>
  Object.fromEntries(NAMES.map(table => [table, rows[table].map(row => Object.values(row))])) as unknown as FactRows

const optional = <K extends string>(key: K, value: Value | undefined): { [P in K]?: string } =>
  (value === null || value === undefined ? {} : { [key]: String(value) }) as { [P in K]?: string }
const parsed = <K extends string>(key: K, value: Value | undefined): Record<string, unknown> =>
  typeof value === 'string' ? { [key]: JSON.parse(value) as unknown } : {}

/** Facts again, from their rows. */
export function fromRows(doc: Document, rows: Record<Table, Row[]>): Facts {
  const place = (row: Row) => select(doc, { start: Number(row['start']), end: Number(row['end']) })
  const evidenceOf = Map.groupBy(rows.evidence, row => row['flag'])
  const backgroundOf = Map.groupBy(rows.background, row => row['flag'])
  const mentions = rows.mention.map(row => {
    const { type, start, end, text, by } = row
    return { type, start, end, text, ...parsed('value', row['value']), ...optional('entity', row['entity']), by }
  }) as unknown as Mention[]
  const links = rows.link.map(({ mention, key, entity, score }) => {
    return { mention, key, ...optional('entity', entity), score } as unknown as StoredLink
  })
  const claims = rows.claim.map(row => {
    const { subject, predicate, stance } = row
    const when = { ...parsed('time', row['time']), ...optional('place', row['place']) }
    const said = { stance, ...optional('speaker', row['speaker']) }
    return { subject, predicate, ...parsed('object', row['object']), ...when, ...said, at: place(row) }
  }) as unknown as Claim[]
  const flags = rows.flag.map(row => {
    const { n, fingerprint, check, severity, confidence, subject, message } = row
    const evidence = (evidenceOf.get(n) ?? []).map(({ role, note, doc, start, end, text, prefix, suffix }) => {
      return { role, note, at: { doc, start, end, quote: { exact: text, prefix, suffix } } }
    })
    const knowledge = (backgroundOf.get(n) ?? []).map(({ entity, fact, source, version }) => {
      return { entity, fact, source, version }
    })
    const head = { fingerprint, check, severity, confidence, at: place(row), subject, message }
    return { ...head, evidence, knowledge, ...optional('suggestion', row['suggestion']) }
  }) as unknown as Discrepancy[]
  return { doc, mentions, links, claims, flags }
}
