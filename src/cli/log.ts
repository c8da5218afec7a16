import { visibleLine } from '../report/characters.ts'
import type { Options } from './spec.ts'

/** What goes to standard error: text for people, or one JSON object a line for programs. */
export interface Log {
  info(message: string, data?: Readonly<Record<string, unknown>>): void
  warn(message: string, data?: Readonly<Record<string, unknown>>): void
  /** Whether a progress display has anybody to look at it. */
  readonly watched: boolean
}

/** The log that `--quiet` and `--log-format` ask for. */
export function logOf({ quiet, logFormat }: Options): Log {
  if (quiet === true) return { info: () => undefined, warn: () => undefined, watched: false }
  if (logFormat === 'json') {
    const write =
      (level: string) =>
      (message: string, data: object = {}) => {
        process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...data })}\n`)
      }
    return { info: write('info'), warn: write('warn'), watched: false }
  }
  const write = (message: string): void => {
    process.stderr.write(`${visibleLine(message)}\n`)
  }
  return { info: write, warn: write, watched: process.stderr.isTTY === true }
}
