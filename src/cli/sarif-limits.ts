import { createReadStream, statSync } from 'node:fs'
import { createGzip } from 'node:zlib'
import type { Log } from './log.ts'

/** Bytes of a compressed file that GitHub takes (https://docs.github.com/en/code-security/code-scanning: "SARIF file is too large"). */
const MOST = 10_000_000

/** Says so when a SARIF file is too large for GitHub; other tools have no such limit. */
export async function warnOfLimits(file: string, log: Log, most = MOST): Promise<void> {
  if (!file.endsWith('.sarif') || statSync(file).size <= most) return
  let bytes = 0
  for await (const chunk of createReadStream(file).pipe(createGzip()) as AsyncIterable<Buffer>) bytes += chunk.length
  if (bytes > most)
    log.warn(
      `${file}: ${(bytes / 1e6).toFixed(1)} MB compressed; GitHub takes ${most / 1e6} MB. Fewer flags or articles at a time fit: --since, --status, several stores`,
      { file, bytes },
    )
}
