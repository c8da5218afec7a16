import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/errata.js', import.meta.url))

/** CPU milliseconds (user and system) of a piece of work in this process. */
export async function cpu(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What an errata command took. */
export interface Cost {
  /** CPU seconds, threads included. */
  readonly seconds: number
  /** Most memory it ever held, in MB. */
  readonly megabytes: number
}

/** Node has no way to read a child's CPU time and memory: the child says them itself when it exits. */
const REPORTER = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(2, '\\n' + JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }) + '\\n')
})`)}`

/** Runs an errata command in a process of its own. @throws Error with what it said when it fails. */
export function command(args: readonly string[]): Cost {
  const child = spawnSync(process.execPath, ['--import', REPORTER, BIN, ...args], { encoding: 'utf8' })
  if (child.status !== 0 && child.status !== 3) throw new Error(child.stderr)
  return JSON.parse(child.stderr.trim().split('\n').at(-1) ?? '') as Cost
}

/** The cheapest of several turns of a command: a shared machine only ever adds. */
export function least(turns: number, args: readonly string[]): Cost {
  const costs = Array.from({ length: turns }, () => command(args))
  return costs.reduce((best, next) => (next.seconds < best.seconds ? next : best))
}
