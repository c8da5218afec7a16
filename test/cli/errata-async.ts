import { type ChildProcess, spawn } from 'node:child_process'
import { ERRATA } from './errata.ts'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the real command line in a folder without blocking this process, which may be serving it. */
export function startErrata(
  cwd: string,
  ...args: string[]
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [ERRATA, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>(resolve => child.on('close', status => resolve({ status, stdout, stderr })))
  return { child, ended }
}
