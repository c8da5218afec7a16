import { visible, visibleLine } from '../report/characters.ts'
import { jsonLine } from '../report/flag-json.ts'
import type { Options } from './spec.ts'

/** What a line of the log may carry beside its words. `document` is the input's path, as `errata status` names it. */
export interface LogData {
  readonly run?: number
  readonly stage?: 'schedule' | 'analyse' | 'notify'
  readonly document?: string
  readonly [key: string]: unknown
}

/** What goes to standard error: text for people, or one JSON object a line for programs. */
export interface Log {
  info(message: string, data?: LogData): void
  warn(message: string, data?: LogData): void
  /** Shown whatever else is asked for. */
  error(message: string, data?: LogData): void
  /** Says something to programs only: people see a count instead. */
  detail(message: string, data?: LogData): void
  /** The same log, with this on every line that does not say otherwise. */
  with(data: LogData): Log
  /** Whether a progress display has anybody to look at it. */
  readonly watched: boolean
}

const nothing = (): void => undefined

/** The log that `--quiet` and `--log-format` ask for. */
export function logOf({ quiet, logFormat }: Options): Log {
  const log = logFormat === 'json' ? jsonLog({}) : textLog()
  return quiet === true ? quietly(log) : log
}

function quietly(log: Log): Log {
  return {
    ...log,
    info: nothing,
    warn: nothing,
    detail: nothing,
    with: data => quietly(log.with(data)),
    watched: false,
  }
}

function textLog(): Log {
  const write = (message: string): void => {
    process.stderr.write(`${visibleLine(message)}\n`)
  }
  const log: Log = {
    info: write,
    warn: write,
    error: message => void process.stderr.write(`errata: ${visible(message)}\n`),
    detail: nothing,
    with: () => log,
    watched: process.stderr.isTTY === true,
  }
  return log
}

/** One object a line; `time`, `level`, `run`, `stage`, `document` and `message` stand on every one, null where they mean nothing. */
function jsonLog(common: LogData): Log {
  const write =
    (level: string) =>
    (message: string, data: LogData = {}) => {
      const { run = null, stage = null, document = null, ...rest } = { ...common, ...data }
      const line = { time: new Date().toISOString(), level, run, stage, document, message, ...rest }
      process.stderr.write(jsonLine(line))
    }
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    detail: write('info'),
    with: data => jsonLog({ ...common, ...data }),
    watched: false,
  }
}
