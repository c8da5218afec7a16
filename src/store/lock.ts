import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Sql } from './sqlite.ts'

/** A lock without a heartbeat for so long is a dead run's, in milliseconds. */
const STALE = 30_000

/** The right to run: one row of the database, kept alive by a heartbeat. */
export class Lock {
  readonly #sql: Sql
  readonly #owner = randomUUID()
  #held = false

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** @throws FatalError 75 when another run is alive. */
  take(): void {
    this.#sql.transaction(() => {
      const holder = this.#sql.get('SELECT pid, host, beat FROM lock WHERE id = 1')
      const age = Date.now() - Number(holder?.['beat'])
      if (holder && age < STALE && !(holder['host'] === hostname() && isDead(Number(holder['pid']))))
        throw new FatalError(
          `another run holds the database (process ${holder['pid']} on ${holder['host']}, alive ${Math.max(0, Math.round(age / 1000))} s ago); wait for it to end`,
          EXIT.locked,
        )
      this.#sql.run(
        'INSERT OR REPLACE INTO lock (id, owner, pid, host, beat) VALUES (1, ?, ?, ?, ?)',
        this.#owner,
        process.pid,
        hostname(),
        Date.now(),
      )
    })
    this.#held = true
  }

  /** Says that the run is alive. @throws FatalError 75 when another run has taken over (after a long sleep, say). */
  beat(): void {
    if (!this.#held) return
    const { changes } = this.#sql.run('UPDATE lock SET beat = ? WHERE owner = ?', Date.now(), this.#owner)
    if (changes === 1) return
    this.#held = false
    throw new FatalError('another run has taken over the database; this one stops', EXIT.locked)
  }

  release(): void {
    if (!this.#held) return
    this.#held = false
    this.#sql.run('DELETE FROM lock WHERE owner = ?', this.#owner)
  }
}

function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
