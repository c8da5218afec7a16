import { readdirSync, readFileSync } from 'node:fs'
import type { Entity } from '../model/entity.ts'
import { FatalError } from '../model/errors.ts'

/** One source of the tables: "MISP/misp-galaxy@9434ace4 (2026-08-06) threat-actor v349". */
export interface TableSource {
  readonly id: string
  readonly ref: string
  readonly licence: string
}

/** A file of `corpus/knowledge`: one kind of entity, with the sources its rows name. */
export interface Table {
  /** Release, e.g. "2026.08". */
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

/** One entity a line, so that a release reads as a diff. */
export const printTable = ({ kb, sources, entities }: Table): string =>
  `{"kb":${JSON.stringify(kb)},"sources":${JSON.stringify(sources)},"entities":[\n${entities.map(entity => JSON.stringify(entity)).join(',\n')}\n]}\n`
