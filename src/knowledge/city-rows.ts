import type { Entity, EntityName, Fact, Match } from '../model/entity.ts'

/** A city of GeoNames in short: id, ISO 3166 country, number at GeoNames, its names (its own first), how they match. */
export type CityRow = readonly [id: string, country: string, geonames: string, names: readonly string[], match?: Match]

const SOURCES = ['geonames']
const KIND: Fact = { predicate: 'kind', value: 'city', source: 'errata' }

/** The entity that a row stands for. Names match as written (`exact`) unless the row says otherwise. */
export function cityOf([id, country, geonames, texts, match = 'exact']: CityRow): Entity {
  return {
    id,
    type: 'place',
    name: texts[0] ?? id,
    names: texts.map((text): EntityName => ({ text, sources: SOURCES, match })),
    facts: [KIND, { predicate: 'country', value: country, source: 'geonames' }],
    ids: { geonames },
  }
}
