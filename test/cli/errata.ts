import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ERRATA = fileURLToPath(new URL('../../bin/errata.js', import.meta.url))

/** Runs the real command line and waits for it. */
export function errata(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ERRATA, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** The objects of JSON lines. */
export const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
