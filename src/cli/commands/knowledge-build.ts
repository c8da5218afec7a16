import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printTable, SHIPPED } from '../../knowledge/tables.ts'
import { EXIT } from '../../model/errors.ts'
import { prepareFolder } from '../../run/write-report.ts'
import { writeWholeFile } from '../../store/whole-file.ts'
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
  prepareFolder(out)
  for (const [name, table] of tables) writeWholeFile(join(out, `${name}.json`), printTable(table))
  for (const [name, { entities }] of tables) process.stderr.write(`${name}: ${entities.length}\n`)
  if (left > 0) process.stderr.write(`${left} entries left out\n`)
  return EXIT.done
}
