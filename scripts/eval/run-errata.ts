import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const BIN = fileURLToPath(new URL('../../bin/errata.js', import.meta.url))

/** The labelled sets beside the checkout. */
export const EVAL = fileURLToPath(new URL('../../../shared/eval/', import.meta.url))

/** Lines of a .jsonl file, gzipped or not, as values. */
export function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

/**
 * Runs an errata command over documents given as .jsonl, as its users do, and hands over the file it printed.
 * @throws when errata fails (exit codes other than 0 and 3).
 */
export function withOutput<R>(command: readonly string[], documents: readonly object[], use: (output: string) => R): R {
  const folder = mkdtempSync(join(tmpdir(), 'errata-eval-'))
  try {
    const input = join(folder, 'inputs.jsonl')
    const output = join(folder, 'output.jsonl')
    writeFileSync(input, `${documents.map(document => JSON.stringify(document)).join('\n')}\n`)
    const descriptor = openSync(output, 'w')
    const { status } = spawnSync(process.execPath, [BIN, ...command, input], {
      stdio: ['ignore', descriptor, 'inherit'],
    })
    closeSync(descriptor)
    if (status !== 0 && status !== 3) throw new Error(`errata ${command.join(' ')} ended with ${status}`)
    return use(output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
