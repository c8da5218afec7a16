import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Entity, EntityName, Fact, Match } from '../model/entity.ts'
import { FatalError } from '../model/errors.ts'
import { foldName, slug } from '../normalise/name.ts'
import type { Table } from './knowledge.ts'

interface MispCluster {
  readonly version: number
  readonly values: readonly {
    readonly value: string
    readonly uuid: string
    readonly meta?: {
      readonly synonyms?: readonly string[]
      readonly country?: string
      readonly ISO?: string
      readonly Capital?: string
      readonly 'name-attribution'?: readonly string[]
    }
  }[]
}

interface StixObject {
  readonly type: string
  readonly id: string
  readonly name?: string
  readonly description?: string
  readonly aliases?: readonly string[]
  readonly revoked?: boolean
  readonly x_mitre_deprecated?: boolean
  readonly external_references?: readonly { readonly source_name: string; readonly external_id?: string }[]
}

/** A JSON file, gzipped or not. @throws FatalError (2) naming the file. */
export function readJson<T>(file: string): T {
  try {
    const bytes = readFileSync(file)
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: 1 << 28 }) : bytes
    return JSON.parse(text.toString('utf8')) as T
  } catch (error) {
    throw new FatalError(`${file}: ${(error as Error).message}`, 2, { cause: error })
  }
}

/** Designations must be written as listed; several words may change case; single words stay exact until marked. */
const matchOf = (name: string): Match => (/\d/.test(name) || !/[\s-]/.test(name) ? 'exact' : 'ci')

/** Collects what several sources say of entities with the same own name; nothing else is merged. */
class Collector {
  readonly #entities = new Map<
    string,
    { entity: Entity; names: Map<string, EntityName>; facts: Fact[]; ids: Record<string, string> }
  >()

  entry(type: Entity['type'], name: string) {
    const id = `${type}/${slug(name)}`
    let found = this.#entities.get(id)
    if (!found) {
      const names = new Map<string, EntityName>()
      const facts: Fact[] = []
      const ids: Record<string, string> = {}
      found = { entity: { id, type, name, names: [], facts, ids }, names, facts, ids }
      this.#entities.set(id, found)
    }
    const { names, facts, ids } = found
    return {
      id,
      ids,
      facts,
      named(text: string, source: string, by?: string): void {
        const old = names.get(text)
        const sources = [...new Set([...(old?.sources ?? []), source])].sort()
        const producer = by ?? old?.by
        names.set(text, { text, ...(producer === undefined ? {} : { by: producer }), sources, match: matchOf(text) })
      },
    }
  }

  finish(): Entity[] {
    return [...this.#entities.values()]
      .map(({ entity, names }) => ({ ...entity, names: [...names.values()] }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

/** Actors of MISP's threat-actor cluster and ATT&CK's groups. */
export function buildActors(
  misp: MispCluster,
  producers: MispCluster,
  attack: readonly StixObject[],
  demonyms: ReadonlyMap<string, string>,
): Entity[] {
  const actors = new Collector()
  const producer = new Map(producers.values.map(({ uuid, value }) => [uuid, value]))
  for (const { value, uuid, meta } of misp.values) {
    const entry = actors.entry('actor', value)
    entry.ids['misp'] = uuid
    const by = new Map(
      (meta?.['name-attribution'] ?? []).map(row => [
        row.slice(0, row.lastIndexOf(':')),
        producer.get(row.slice(row.lastIndexOf(':') + 1)),
      ]),
    )
    for (const name of [value, ...(meta?.synonyms ?? [])]) entry.named(name, 'misp', by.get(name))
    if (meta?.country) entry.facts.push({ predicate: 'country', value: meta.country, source: 'misp' })
  }
  for (const object of attack) {
    if (object.type !== 'intrusion-set' || object.revoked || object.x_mitre_deprecated || !object.name) continue
    const entry = actors.entry('actor', object.name)
    const id = object.external_references?.find(({ source_name }) => source_name === 'mitre-attack')?.external_id
    if (id) entry.ids['attack'] = id
    for (const name of object.aliases ?? [object.name]) entry.named(name, 'attack')
    const said = /^[^.]*?\]\([^)]*\) is (?:an? )?(?:suspected |likely )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)/.exec(
      object.description ?? '',
    )?.[1]
    const iso2 = said === undefined ? undefined : demonyms.get(foldName(said))
    if (iso2) entry.facts.push({ predicate: 'country', value: iso2, source: 'attack', basis: 'description' })
  }
  return actors.finish()
}

/** Words for a country that MISP's list lacks: the everyday name, demonyms, governments. */
export type CountryWords = Readonly<
  Record<string, { name?: string; demonym?: readonly string[]; government?: readonly string[] }>
>

/** Countries of MISP's GeoNames-based cluster, with errata's own list of demonyms and governments. */
export function buildCountries(misp: MispCluster, words: CountryWords): Entity[] {
  return misp.values
    .filter(({ meta }) => meta?.ISO)
    .map(({ value, uuid, meta }): Entity => {
      const iso2 = meta?.ISO ?? ''
      const own = words[iso2]
      const name = own?.name ?? value.replace(/\b\p{Ll}/gu, letter => letter.toUpperCase())
      const names: EntityName[] = [{ text: name, sources: ['misp'], match: 'ci', role: 'name' }]
      for (const text of own?.demonym ?? []) names.push({ text, sources: ['errata'], match: 'exact', role: 'demonym' })
      for (const text of own?.government ?? [])
        names.push({ text, sources: ['errata'], match: 'ci', role: 'government' })
      if (meta?.Capital) names.push({ text: meta.Capital, sources: ['misp'], match: 'exact', role: 'capital' })
      return { id: `country/${iso2.toLowerCase()}`, type: 'country', name, names, facts: [], ids: { iso2, misp: uuid } }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** One entity a line, so that a release reads as a diff. */
export const printTable = ({ kb, sources, entities }: Table): string =>
  `{"kb":${JSON.stringify(kb)},"sources":${JSON.stringify(sources)},"entities":[\n${entities.map(entity => JSON.stringify(entity)).join(',\n')}\n]}\n`
