/** This input cannot be used: skip it, say why, go on. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** It may work later: retry. */
export class TransientError extends Error {
  override readonly name = 'TransientError'
}

/** The run cannot go on. `exitCode` as in the README's table. */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  readonly exitCode: number
  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/** Exit codes of every command (contract.md). */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  skipped: 3,
  storage: 74,
  locked: 75,
  database: 78,
  interrupted: 130,
} as const
