import { loadTables } from '../../knowledge/tables.ts'
import { EXIT } from '../../model/errors.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'

/** `errata knowledge info`: release, entities and names by type, sources with version and licence. Returns the exit code. */
export async function knowledgeInfo(options: Options): Promise<number> {
  const tables = loadTables()
  const version =
    tables
      .map(({ kb }) => kb)
      .sort()
      .at(-1) ?? 'none'
  const counts = tables
    .filter(({ entities }) => entities.length > 0)
    .map(({ entities }) => ({
      type: entities[0]?.type,
      entities: entities.length,
      names: entities.reduce((sum, { names }) => sum + names.length, 0),
      facts: entities.reduce((sum, { facts }) => sum + facts.length, 0),
    }))
  const byId = new Map(tables.flatMap(({ sources }) => sources).map(source => [source.id, source]))
  const sources = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (options['format'] === 'json') await print(jsonLine({ version, counts, sources }))
  else {
    const rows = counts.map(
      ({ type = '', entities, names, facts }) =>
        `  ${type.padEnd(10)} ${String(entities).padStart(6)} entities ${String(names).padStart(6)} names ${String(facts).padStart(6)} facts`,
    )
    const from = sources.map(({ id, ref, licence }) => `  ${id.padEnd(16)} ${ref}  ${licence}`)
    await print([`knowledge base ${version}`, ...rows, 'sources', ...from, ''].join('\n'))
  }
  return EXIT.done
}
