import { phrases } from './review.ts'
import type { Sql } from './sqlite.ts'
import type { SearchHit } from './store.ts'

/** Words of context in a snippet. */
const SNIPPET = 24

/** Present articles that have every word; each word is a phrase, so that nothing in it is search syntax. */
export function searchArticles(sql: Sql, words: readonly string[], limit: number): SearchHit[] {
  const rows = sql.all(
    `SELECT r.doc, r.title, snippet(article, 1, char(2), char(3), '…', ${SNIPPET}) AS snippet
     FROM article JOIN revision r ON r.id = article.rowid WHERE article MATCH ? ORDER BY rank, r.doc LIMIT ?`,
    phrases(words),
    limit,
  )
  return rows.map(({ doc, title, snippet }) => ({
    doc: String(doc),
    ...(title === null ? {} : { title: String(title) }),
    snippet: String(snippet),
  }))
}
