import { pages } from './read.ts'
import type { Sql } from './sqlite.ts'
import type { Totals } from './store.ts'

/** Counts over present documents. */
export function totals(sql: Sql): Totals {
  const number = (text: string): number => Number(sql.get(text)?.['n'])
  const present = (table: string): number =>
    number(`SELECT count(*) AS n FROM document d JOIN ${table} t ON t.revision = d.revision`)
  const types = sql.all(
    'SELECT type, count(*) AS n FROM document d JOIN mention m ON m.revision = d.revision GROUP BY type ORDER BY type',
  )
  // SQLite counts code points; errata counts UTF-16 units.
  const texts =
    'SELECT d.doc, r.text FROM document d JOIN revision r ON r.id = d.revision WHERE d.doc > ? ORDER BY d.doc LIMIT ?'
  let characters = 0
  for (const { text } of pages(sql, texts, 'doc', '')) characters += String(text).length
  return {
    documents: number('SELECT count(*) AS n FROM document'),
    characters,
    mentions: Object.fromEntries(types.map(({ type, n }) => [String(type), Number(n)])),
    claims: present('claim'),
    flags: present('flag'),
  }
}
