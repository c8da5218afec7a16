import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Entity } from '../../model/entity.ts'
import { FatalError } from '../../model/errors.ts'
import { foldName } from '../../normalise/name.ts'
import type { Table, TableSource } from '../tables.ts'
import { collectAttack } from './attack.ts'
import { Collector, type Entry } from './collector.ts'
import { type ClusterEntry, type Report, readSource, type SourceFile, strings } from './galaxy.ts'
import { matcher } from './match.ts'
import { collectMisp, type MispContext, type Pending, sourceOf } from './misp.ts'
import { type Own, readOwn } from './own.ts'
import { collectCountries, collectCurrencies, collectRegions, collectSectors } from './places.ts'

/** Table file → type of its entities. */
const TABLES: Readonly<Record<string, Entity['type']>> = {
  actors: 'actor',
  malware: 'malware',
  tools: 'tool',
  campaigns: 'campaign',
  techniques: 'technique',
  countries: 'country',
  regions: 'region',
  currencies: 'currency',
  sectors: 'sector',
}

/** Galaxies with a table of their own kind, or whose entries only resolve ids. */
const OTHER_GALAXIES = new Set(['country', 'region', 'sector', 'producer'])

/**
 * Builds the tables from MISP galaxy clusters and STIX bundles (files or folders, gzipped or not, told apart by their
 * content) and errata's own facts. The order of `paths` does not matter. What does not fit goes to `report`.
 * @returns table name → table, e.g. `actors`.
 * @throws FatalError (2) when a path is missing, a file is neither format, or nothing was found.
 */
export function buildTables(paths: readonly string[], report: Report, own: Own = readOwn()): Map<string, Table> {
  const files = paths.flatMap(filesOf).map(file => readSource(file, report))
  if (files.length === 0) throw new FatalError(`no .json or .json.gz file under ${paths.join(', ')}`, 2)
  const entities = collectAll(files, own, report)
  const sources = describeSources(files, own)
  const tables = new Map<string, Table>()
  for (const [name, type] of Object.entries(TABLES)) {
    const rows = entities.filter(entity => entity.type === type)
    const named = new Set(
      rows.flatMap(({ names, facts }) => [...names.flatMap(row => row.sources), ...facts.map(({ source }) => source)]),
    )
    tables.set(name, { kb: own.release.release, sources: sources.filter(({ id }) => named.has(id)), entities: rows })
  }
  return tables
}

function filesOf(path: string): string[] {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) throw new FatalError(`${path}: no such file or folder`, 2)
  if (!info.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.json(?:\.gz)?$/.test(name))
    .sort()
    .map(name => join(path, name))
}

function collectAll(files: readonly SourceFile[], own: Own, report: Report): Entity[] {
  const collector = new Collector()
  const byUuid = new Map<string, Entry>()
  const pending: Pending[] = []
  const galaxies = files.filter(file => file.kind === 'misp').sort((a, b) => (a.type < b.type ? -1 : 1))
  const bundles = files.filter(file => file.kind === 'attack')
  const galaxy = (type: string): ClusterEntry[] =>
    galaxies.filter(file => file.type === type).flatMap(({ entries }) => entries)

  const producers = new Map(galaxy('producer').map(({ uuid, value }) => [uuid, value]))
  const legitimate = new Set(
    [
      ...bundles.flatMap(({ objects }) => objects.filter(({ type }) => type === 'tool').map(({ name }) => name ?? '')),
      ...own.software.tools.map(tool => (typeof tool === 'string' ? tool : tool.name)),
    ].map(foldName),
  )
  const isTool = (name: string): boolean => legitimate.has(foldName(name))
  const countries = countryWords(own)
  const places = new Set([
    ...countries.keys(),
    ...galaxy('country').flatMap(({ meta }) => strings(meta['Capital']).map(foldName)),
  ])
  const isPlace = (name: string): boolean => places.has(foldName(name))
  const matchOf = matcher([...producers.values(), ...places, ...own.words.words.split(/\s+/)])
  const context: MispContext = { collector, report, producers, byUuid, pending, isTool, matchOf, isPlace }
  for (const file of galaxies) {
    if (sourceOf(file.type)) collectMisp(file, context)
    else if (!OTHER_GALAXIES.has(file.type)) report(file.file, file.type, 'a galaxy that errata has no table for')
  }
  const names = [...new Set(producers.values())].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  for (const file of bundles)
    collectAttack(file, { collector, report, byUuid, pending, producers: names, countries, matchOf, isPlace })
  collectOwn(own, collector)
  collectCountries(galaxy('country'), own.countries, collector)
  collectRegions(galaxy('region'), own.regions, collector)
  collectSectors(galaxy('sector'), collector)
  collectCurrencies(own.currencies, collector)
  for (const { entry, predicate, to, source, confidence, basis } of pending) {
    const other = byUuid.get(to)
    // Techniques that a family uses would fill the tables and serve no check.
    if (!other || other.id === entry.id || other.id.startsWith('technique/')) continue
    entry.fact(predicate, other.id, source, { basis, ...(confidence === undefined ? {} : { confidence }) })
  }
  collector.relateAliases()
  return collector.finish(matchOf)
}

/** Programs and state services of errata's own lists. */
function collectOwn({ software, services }: Own, collector: Collector): void {
  for (const tool of software.tools) {
    const { name, names } = typeof tool === 'string' ? { name: tool, names: [] } : tool
    const entry = collector.entry('tool', name, 'errata')
    for (const text of [name, ...names]) entry.named(text, 'errata')
  }
  for (const { name, names, country, partOf } of services) {
    const entry = collector.entry('actor', name, 'errata')
    for (const text of [name, ...names]) entry.named(text, 'errata')
    entry.fact('country', country, 'errata').fact('kind', 'state-service', 'errata')
    if (partOf) entry.fact('part-of', `actor/${partOf}`, 'errata')
  }
}

/** Folded everyday names and demonyms of countries that need no cue → ISO code. */
function countryWords({ countries }: Own): Map<string, string> {
  const words = new Map<string, string>()
  for (const [iso2, { name, names, demonyms }] of Object.entries(countries))
    for (const text of [name, ...names, ...demonyms]) if (text !== 'US') words.set(foldName(text), iso2)
  return words
}

/** One line a source: `misp-rat` is "MISP/misp-galaxy@… rat v48". */
function describeSources(files: readonly SourceFile[], { release }: Own): TableSource[] {
  const sources = new Map<string, TableSource>()
  const add = (id: string, base: string, suffix = ''): void => {
    const known = release.sources[base]
    if (known) sources.set(id, { id, ref: `${known.ref}${suffix}`, licence: known.licence })
  }
  add('errata', 'errata')
  for (const file of files)
    if (file.kind === 'attack') add('attack', 'attack')
    else add(sourceOf(file.type) ?? `misp-${file.type}`, 'misp', ` ${file.type} v${file.version}`)
  return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
