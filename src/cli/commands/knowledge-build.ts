import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printTable, SHIPPED } from '../../knowledge/tables.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { systemReason } from '../../model/system-error.ts'
import type { Options } from '../spec.ts'

/** `errata knowledge build`: writes the tables; malformed entries are named on standard error. Returns the exit code. */
export async function knowledgeBuild(paths: readonly string[], options: Options): Promise<number> {
  // Building needs zod, yaml and word lists that no other command loads.
  const { buildTables } = await import('../../knowledge/build/build.ts')
  let left = 0
  const tables = buildTables(paths, (file, entry, reason) => {
    left++
    process.stderr.write(`left out ${file}: ${entry}: ${reason}\n`)
  })
  const out = typeof options['out'] === 'string' ? options['out'] : fileURLToPath(SHIPPED)
  try {
    mkdirSync(out, { recursive: true })
    for (const [name, table] of tables) writeFileSync(join(out, `${name}.json`), printTable(table))
  } catch (error) {
    throw new FatalError(`${out}: cannot be written: ${systemReason(error)}`, EXIT.storage, { cause: error })
  }
  for (const [name, { entities }] of tables) process.stderr.write(`${name}: ${entities.length}\n`)
  if (left > 0) process.stderr.write(`${left} entries left out\n`)
  return EXIT.done
}
