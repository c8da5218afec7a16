/** Writes `test/golden` anew from the sample report of the tests: read the difference before committing it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writers } from '../src/builtin.ts'
import { filesOf, sampleReport, withoutStyle } from '../test/report/sample.ts'

const folder = fileURLToPath(new URL('../test/golden/', import.meta.url))
rmSync(folder, { recursive: true, force: true })
for (const writer of writers)
  for (const [path, text] of await filesOf(await writer.load(), sampleReport())) {
    mkdirSync(dirname(folder + path), { recursive: true })
    writeFileSync(folder + path, withoutStyle(text))
  }
