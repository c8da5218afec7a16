import Database from 'better-sqlite3'
import { EXIT, FatalError } from '../model/errors.ts'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** Milliseconds that a statement waits for another process's short write (a decision, a heartbeat). */
const BUSY_TIMEOUT = 5000

/** A SQLite database: prepared statements kept by their text, errors as FatalError with the exit code they mean. */
export class Sql {
  readonly #db: Database.Database
  readonly #name: string
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()

  /** @param file a path, or `:memory:` */
  constructor(file: string) {
    this.#name = file
    this.#db = this.#guard(() => new Database(file, { timeout: BUSY_TIMEOUT }))
  }

  exec(sql: string): void {
    this.#guard(() => this.#db.exec(sql))
  }

  run(sql: string, ...values: Value[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#guard(() => this.#prepare(sql).run(...values))
    return { changes, id: Number(lastInsertRowid) }
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values)) as Row | undefined
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.#guard(() => this.#prepare(sql).all(...values)) as Row[]
  }

  /** All or nothing; takes the write lock at once, so that what is read inside stays true. */
  transaction<T>(work: () => T): T {
    return this.#guard(() => this.#db.transaction(work).immediate())
  }

  close(): void {
    this.#guard(() => this.#db.close())
  }

  #prepare(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#db.prepare<unknown[]>(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof Database.SqliteError) throw storageError(this.#name, error)
      // better-sqlite3 says so itself, before SQLite is asked.
      if (error instanceof TypeError && error.message.startsWith('Cannot open database'))
        throw new FatalError(`${this.#name}: ${error.message}`, EXIT.storage, { cause: error })
      throw error
    }
  }
}

/** What a SQLite error means for the run (https://sqlite.org/rescode.html). */
function storageError(name: string, error: InstanceType<typeof Database.SqliteError>): FatalError {
  const { code, message } = error
  const fatal = (text: string, exitCode: number) => new FatalError(`${name}: ${text}`, exitCode, { cause: error })
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return damaged(name, message, error)
  if (code === 'SQLITE_FULL') return fatal('the disk is full; nothing of the document in hand is stored', EXIT.storage)
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return fatal('another program holds the database; try again', EXIT.locked)
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|PERM|AUTH|NOLFS)/.test(code))
    return fatal(`the database cannot be read or written (${message}, ${code})`, EXIT.storage)
  return fatal(`unexpected database error: ${message} (${code})`, EXIT.findings)
}

/** The one sentence for a damaged database, wherever the damage shows. */
export const damaged = (name: string, what: string, cause?: unknown): FatalError =>
  new FatalError(
    `${name}: the database is damaged (${what.replace('*** in database main ***', '').trim()}). Put back a backup; or move it away and run again: articles are read anew. Verdicts: "errata export decisions --db FILE" prints what can still be read of them, "errata decide import" takes that, or the team's file, into the new database`,
    EXIT.database,
    cause === undefined ? {} : { cause },
  )
