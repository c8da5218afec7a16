import { readdirSync, readFileSync } from 'node:fs'
import type { Entity } from '../model/entity.ts'
import { FatalError } from '../model/errors.ts'
import type { MentionType } from '../model/mention.ts'
import type { Candidate, Knowledge, NameHit } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { Gazetteer } from './gazetteer.ts'

/** One source of the tables: "MISP/misp-galaxy@9434ace4 threat-actor v349". */
export interface TableSource {
  readonly id: string
  readonly ref: string
  readonly licence: string
}

/** A file of `corpus/knowledge`. */
export interface Table {
  readonly kb: string
  readonly sources: readonly TableSource[]
  readonly entities: readonly Entity[]
}

/** The tables that errata ships. */
export const SHIPPED = new URL('../../corpus/knowledge/', import.meta.url)

/** Reads every `*.json` table of a folder. @throws FatalError (2) when the folder or a table cannot be read. */
export function loadTables(folder: URL = SHIPPED): Table[] {
  try {
    const files = readdirSync(folder).filter(name => name.endsWith('.json'))
    return files.sort().map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Table)
  } catch (error) {
    throw new FatalError(`knowledge tables in ${folder.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
}

/** Builds the in-memory knowledge base: entities by id, names by fold, and the gazetteer over all names. */
export function buildKnowledge(tables: readonly Table[]): Knowledge {
  const entities = new Map<string, Entity>()
  const byName = new Map<string, Candidate[]>()
  const all: Candidate[] = []
  const sources = new Map<string, string>()
  const gazetteer = new Gazetteer()
  for (const table of tables) {
    for (const source of table.sources) sources.set(source.id, source.ref)
    for (const entity of table.entities) {
      entities.set(entity.id, entity)
      for (const name of entity.names) {
        const candidate = { entity, name }
        const fold = foldName(name.text)
        const list = byName.get(fold)
        if (list) list.push(candidate)
        else byName.set(fold, [candidate])
        for (const variant of variants(name.text)) gazetteer.add(variant, all.length)
        all.push(candidate)
      }
    }
  }
  return {
    version:
      tables
        .map(table => table.kb)
        .sort()
        .at(-1) ?? 'none',
    get: id => entities.get(id),
    candidates: (name: string, type?: MentionType) =>
      (byName.get(foldName(name)) ?? []).filter(({ entity }) => type === undefined || entity.type === type),
    scan: (text: string): NameHit[] => {
      const hits: NameHit[] = []
      for (const { start, end, payload } of gazetteer.scan(text)) {
        const words = text.slice(start, end)
        const candidates = payload
          .map(index => all[index])
          .filter(candidate => candidate !== undefined)
          .filter(({ name }) => name.match !== 'exact' || sameCase(name.text, words))
        if (candidates.length > 0) hits.push({ start, end, candidates })
      }
      return hits
    },
    sourceRef: id => sources.get(id) ?? id,
  }
}

/** Spellings that name the same thing: "APT38" is also written "APT 38", "BazarLoader" also "Bazar Loader". */
function variants(name: string): string[] {
  const list = [name]
  const split = name.replace(/([A-Za-z])(?=\d)/g, '$1 ').replace(/([a-z])(?=[A-Z][a-z]{2})/g, '$1 ')
  if (split !== name) list.push(split)
  if (/^[A-Z]+[- ]\d+$/i.test(name)) list.push(name.replace(/[- ]/, ''))
  return list
}

/** A name that must be written as listed may still be in capitals. */
const sameCase = (name: string, words: string): boolean => {
  const squeeze = (text: string): string => text.replace(/[\s\u2010-\u2015_-]+/g, '')
  return squeeze(name) === squeeze(words) || squeeze(name).toUpperCase() === squeeze(words)
}

let shipped: Knowledge | undefined

/** The shipped knowledge base, read once a process. */
export function shippedKnowledge(): Knowledge {
  shipped ??= buildKnowledge(loadTables())
  return shipped
}
