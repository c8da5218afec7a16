import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { EXIT, FatalError } from '../../model/errors.ts'
import { hashPassword, writePasswordFile } from '../../review/password.ts'
import { logOf } from '../log.ts'
import type { Options } from '../spec.ts'

/** `errata review password`: hashes the password of standard input's first line into a file. Returns the exit code. */
export async function passwordCommand([file = '']: readonly string[], options: Options): Promise<number> {
  const terminal = process.stdin.isTTY === true
  if (terminal) process.stderr.write('Password (it does not show): ')
  // What is typed goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal })
  let password: string | undefined
  for await (const line of lines) {
    password = line
    break
  }
  lines.close()
  if (terminal) process.stderr.write('\n')
  if (password === undefined) throw new FatalError('no password came on standard input', EXIT.usage)
  writePasswordFile(file, await hashPassword(password))
  logOf(options).info(`${file}: name it with errata review --password-file`)
  return EXIT.done
}
