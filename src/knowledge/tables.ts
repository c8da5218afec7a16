import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import type { Entity } from '../model/entity.ts'
import { FatalError } from '../model/errors.ts'
import { type CityRow, cityOf } from './city-rows.ts'

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

/** A table as its file holds it: thousands of cities are alike, and stand in short. */
type Stored = Table & { readonly cities?: readonly CityRow[] }

/** The tables that errata ships. */
export const SHIPPED = new URL('../../corpus/knowledge/', import.meta.url)

/** Reads every `*.json` table of a folder. @throws FatalError (2) when the folder or a table cannot be read. */
export const loadTables = (folder: URL = SHIPPED): Table[] =>
  eachTable(folder, file => readTable(readFileSync(file, 'utf8')))

/** The release of every table of a folder, without its entities. @throws FatalError (2) as `loadTables` */
export const releases = (folder: URL = SHIPPED): string[] =>
  eachTable(folder, file => KB.exec(beginningOf(file))?.[1] ?? readTable(readFileSync(file, 'utf8')).kb)

/** How `printTable` begins a table. */
const KB = /^\{"kb":"([\w.-]+)"/

function eachTable<T>(folder: URL, read: (file: URL) => T): T[] {
  try {
    const files = readdirSync(folder).filter(name => name.endsWith('.json'))
    return files.sort().map(name => read(new URL(name, folder)))
  } catch (error) {
    throw new FatalError(`knowledge tables in ${folder.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
}

function beginningOf(file: URL): string {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(64)
    return bytes.toString('utf8', 0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}

/** A table from the text of its file. @throws SyntaxError when it is no JSON. */
export function readTable(text: string): Table {
  const { cities, ...table } = JSON.parse(text) as Stored
  return cities ? { ...table, entities: [...table.entities, ...cities.map(cityOf)] } : table
}

/** One entity a line, so that a release reads as a diff. */
export function printTable({ kb, sources, entities, cities }: Stored): string {
  const lines = (rows: readonly unknown[]): string => rows.map(row => JSON.stringify(row)).join(',\n')
  const rest = cities ? `],"cities":[\n${lines(cities)}\n` : ''
  return `{"kb":${JSON.stringify(kb)},"sources":${JSON.stringify(sources)},"entities":[\n${lines(entities)}\n${rest}]}\n`
}
