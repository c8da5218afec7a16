import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ERRATA = fileURLToPath(new URL('../../bin/errata.js', import.meta.url))

/** Runs the real command line in a folder and waits for it. */
export function errataIn(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ERRATA, ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** Runs the real command line and waits for it. */
export const errata = (...args: string[]) => errataIn(process.cwd(), ...args)

/** The objects of JSON lines. */
export const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
