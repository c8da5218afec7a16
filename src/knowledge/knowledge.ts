import type { Entity } from '../model/entity.ts'
import type { MentionType } from '../model/mention.ts'
import type { Candidate, Knowledge, NameHit } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { Gazetteer } from './gazetteer.ts'
import { spellings, writtenAs } from './spelling.ts'
import { loadTables, type Table } from './tables.ts'

/** Types whose names are not looked for in text: techniques have no mentions, money has a grammar of its own. */
const UNSCANNED: ReadonlySet<Entity['type']> = new Set(['technique', 'currency'])

/** Bits of the gazetteer's first size: four hundred articles ask for a quarter of the shipped names. */
const SIZE = 14

/** Builds the in-memory knowledge base: entities by id, names by fold, and the gazetteer over all names. */
export function buildKnowledge(tables: readonly Table[]): Knowledge {
  const entities = new Map<string, Entity>()
  const all: Candidate[] = []
  const sources = new Map<string, string>()
  for (const table of tables) {
    for (const source of table.sources) sources.set(source.id, source.ref)
    for (const entity of table.entities) {
      entities.set(entity.id, entity)
      for (const name of entity.names) all.push({ entity, name })
    }
  }
  const accepts = ({ name }: Candidate, text: string, start: number, end: number): boolean =>
    name.match !== 'exact' || writtenAs(name.text, text, start, end)
  // A report looks no names up in a text.
  let gazetteer: Gazetteer<Candidate> | undefined
  let byName: ReadonlyMap<string, readonly Candidate[]> | undefined
  return {
    version: latest(tables.map(({ kb }) => kb)),
    get: id => entities.get(id),
    candidates: (name: string, type?: MentionType) => {
      // Folding every name costs more than reading them: only who asks for a name pays.
      byName ??= index(all)
      return (byName.get(foldName(name)) ?? []).filter(({ entity }) => type === undefined || entity.type === type)
    },
    names: () => all,
    scan: (text: string): NameHit[] => {
      const hits: NameHit[] = []
      gazetteer ??= gazetteerOf(all)
      gazetteer.scan(text, accepts, (start, end, candidates) => hits.push({ start, end, candidates }))
      return hits
    },
    sourceRef: id => sources.get(id) ?? id,
  }
}

/** The release that a knowledge base is named for. */
export const latest = (kbs: readonly string[]): string => kbs.toSorted().at(-1) ?? 'none'

function gazetteerOf(all: readonly Candidate[]): Gazetteer<Candidate> {
  const gazetteer = new Gazetteer<Candidate>(SIZE)
  for (const candidate of all) {
    const { entity, name } = candidate
    if (UNSCANNED.has(entity.type)) continue
    for (const spelling of spellings(name.text, entity.type === 'malware')) gazetteer.add(spelling, candidate)
  }
  return gazetteer
}

function index(all: readonly Candidate[]): Map<string, Candidate[]> {
  const byName = new Map<string, Candidate[]>()
  for (const candidate of all) {
    const fold = foldName(candidate.name.text)
    const list = byName.get(fold)
    if (list) list.push(candidate)
    else byName.set(fold, [candidate])
  }
  return byName
}

let shipped: Knowledge | undefined

/** The shipped knowledge base, read once a process. */
export function shippedKnowledge(): Knowledge {
  shipped ??= buildKnowledge(loadTables())
  return shipped
}
