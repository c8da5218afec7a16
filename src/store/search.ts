import type { Sql } from './sqlite.ts'
import type { SearchHit } from './store.ts'

/** Words of context in a snippet. */
const SNIPPET = 24

/** Present articles that have every word; each word is a phrase, so that nothing in it is search syntax. */
export function searchArticles(sql: Sql, words: readonly string[], limit: number): SearchHit[] {
  // FTS5 takes U+0000 for the end of the query.
  const query = words.map(word => `"${word.replaceAll('"', '""').replaceAll('\u0000', ' ')}"`).join(' ')
  const rows = sql.all(
    `SELECT r.doc, r.title, snippet(article, 1, char(2), char(3), '…', ${SNIPPET}) AS snippet
     FROM article JOIN revision r ON r.id = article.rowid WHERE article MATCH ? ORDER BY rank, r.doc LIMIT ?`,
    query,
    limit,
  )
  return rows.map(({ doc, title, snippet }) => ({
    doc: String(doc),
    ...(title === null ? {} : { title: String(title) }),
    snippet: String(snippet),
  }))
}
