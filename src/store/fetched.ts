import type { Listing, Remembered, Retrieval } from '../model/fetched.ts'
import { pages } from './read.ts'
import type { Sql } from './sqlite.ts'

/** What fetching keeps between runs. */
export interface FetchStore {
  /** What is remembered under a key (a hash of an address). */
  recalled(key: string): Promise<Remembered | undefined>
  /** Remembers it, in place of what was there; a new page's retrieval is kept for good. */
  remember(address: string, entry: Remembered): Promise<void>
  /** How the bytes of each fetched document came, those of earlier revisions too; by document, oldest first. */
  retrievals(): AsyncIterable<Received>
  /** Until when a host is left alone, in milliseconds since 1970; 0 when it did not ask for it. */
  restUntil(host: string): Promise<number>
  rest(host: string, until: number): Promise<void>
  /** Whether the raw bytes of a source are stored. */
  hasSource(id: string): Promise<boolean>
}

/** How the bytes of a document (`source`: their sha-256) came from an address for the first time. */
export interface Received extends Retrieval {
  readonly doc: string
  readonly source: string
}

const FETCHED = `SELECT DISTINCT doc FROM revision JOIN retrieval USING (source) WHERE doc > ? ORDER BY doc LIMIT ?`
const RECEIVED = `SELECT DISTINCT source, at, address, t.body FROM revision r JOIN retrieval t USING (source) WHERE r.doc = ?
  ORDER BY at, address`

/** `FetchStore` on SQLite. */
export const fetchStore = (sql: Sql): FetchStore => ({
  async recalled(key) {
    const row = sql.get('SELECT body FROM fetched WHERE key = ?', key)
    return row && (JSON.parse(String(row['body'])) as Remembered)
  },
  async remember(address, entry) {
    const { source, retrieval } = entry
    sql.transaction(() => {
      sql.run(
        'INSERT OR REPLACE INTO fetched (key, address, body) VALUES (?, ?, ?)',
        entry.key,
        address,
        JSON.stringify(entry),
      )
      if (source && retrieval)
        sql.run(
          'INSERT OR IGNORE INTO retrieval (source, address, at, body) VALUES (?, ?, ?, ?)',
          source.id,
          address,
          retrieval.at,
          JSON.stringify(retrieval),
        )
    })
  },
  async *retrievals() {
    for (const { doc } of pages(sql, FETCHED, 'doc', ''))
      for (const { source, body } of sql.all(RECEIVED, doc as string))
        yield { doc: String(doc), source: String(source), ...(JSON.parse(String(body)) as Retrieval) }
  },
  async restUntil(host) {
    return Number(sql.get('SELECT rest FROM host WHERE host = ?', host)?.['rest'] ?? 0)
  },
  async rest(host, until) {
    sql.run('INSERT OR REPLACE INTO host (host, rest) VALUES (?, ?)', host, Math.round(until))
  },
  async hasSource(id) {
    return sql.get('SELECT 1 AS there FROM source WHERE id = ?', id) !== undefined
  },
})

/** Takes what lists said of a document out of what is remembered; its address stays, so that it is not asked for again. */
export function forgetFetched(sql: Sql, doc: string): void {
  for (const row of sql.all('SELECT key, body FROM fetched WHERE instr(body, ?) > 0', JSON.stringify(doc))) {
    const entry = JSON.parse(String(row['body'])) as Remembered
    const { source, listing } = entry
    const bare: Remembered = {
      ...entry,
      ...(source?.doc === doc ? { source: withoutWords(source) } : {}),
      ...(listing
        ? { listing: { ...listing, items: listing.items.map(item => (item.url === doc ? bareItem(item) : item)) } }
        : {}),
    }
    sql.run('UPDATE fetched SET body = ? WHERE key = ?', JSON.stringify(bare), entry.key)
  }
}

const withoutWords = ({ stated: _, ...page }: NonNullable<Remembered['source']>): NonNullable<Remembered['source']> =>
  page
const bareItem = ({ url, from }: Listing): Listing => ({ url, from })
