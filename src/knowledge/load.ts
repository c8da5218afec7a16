import type { Entity } from '../model/entity.ts'
import type { Knowledge } from '../model/stage.ts'
import { buildKnowledge, latest, shippedKnowledge } from './knowledge.ts'
import { loadTables, releases, type Table } from './tables.ts'

/**
 * The shipped knowledge base with users' own files of entities (YAML or JSON). An entity of the same id keeps the
 * statements of both; the version names the files' content, so that what rested on other files is done again.
 * @throws FatalError (2) naming file, line and key.
 */
export async function loadKnowledge(files: readonly string[]): Promise<Knowledge> {
  if (files.length === 0) return shippedKnowledge()
  // Validation costs as much as the tables: only those who bring a file pay.
  const { readUserFile } = await import('./user-file.ts')
  const own = loadTables()
  const users = files.map(readUserFile)
  const kb = [latest(own.map(table => table.kb)), ...users.map(table => table.kb)].join('+')
  return buildKnowledge([
    { kb, sources: [...own, ...users].flatMap(table => table.sources), entities: merge([...own, ...users]) },
  ])
}

/**
 * The same for a report: most formats only name its version, so the shipped tables are read when an entity is asked for.
 * @throws FatalError as `loadKnowledge`
 */
export async function knowledgeToCite(
  files: readonly string[],
): Promise<Pick<Knowledge, 'version' | 'get' | 'sourceRef'>> {
  if (files.length > 0) return loadKnowledge(files)
  return {
    version: latest(releases()),
    get: id => shippedKnowledge().get(id),
    sourceRef: id => shippedKnowledge().sourceRef(id),
  }
}

/** Entities by id; of two with one id, the first's own name and the names and facts of both. */
function merge(tables: readonly Table[]): Entity[] {
  const byId = new Map<string, Entity>()
  for (const entity of tables.flatMap(table => table.entities)) {
    const old = byId.get(entity.id)
    const both = old && { ...old, names: [...old.names, ...entity.names], facts: [...old.facts, ...entity.facts] }
    byId.set(entity.id, both ?? entity)
  }
  return [...byId.values()]
}
