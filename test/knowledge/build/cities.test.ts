import { describe, expect, it } from 'vitest'
import { buildPlaces, type City } from '../../../src/knowledge/build/cities.ts'
import { readTable } from '../../../src/knowledge/tables.ts'

const city = (name: string, country: string, population: number): City => ({
  cityId: population,
  name,
  country,
  population,
})
const build = (
  list: string,
  cities: readonly City[],
  taken: readonly string[] = [],
  capitals: [string, string][] = [],
) =>
  readTable(
    buildPlaces(
      list,
      cities,
      { taken: new Set([...taken, ...capitals.map(([name]) => name)]), capitals: new Map(capitals) },
      word => word === 'Reading',
    ),
  ).entities

describe('the table of places', () => {
  it('takes cities above the floor, the most populous of one name, and its name without accents', () => {
    const entities = build('', [
      city('Quimbó', 'ES', 200_000),
      city('Quimbó', 'US', 900_000),
      city('Small', 'US', 40_000),
    ])
    expect(entities.map(({ id }) => id)).toEqual(['place/quimbo-us'])
    expect(entities[0]?.names.map(({ text }) => text)).toEqual(['Quimbó', 'Quimbo'])
    expect(entities[0]?.facts).toContainEqual({ predicate: 'country', value: 'US', source: 'geonames' })
  })

  it('has a lower floor for names of several words', () => {
    expect(build('', [city('Blue Quimbo', 'US', 60_000)])).toHaveLength(1)
  })

  it('asks for a cue where a city is a word', () => {
    expect(build('', [city('Reading', 'GB', 300_000)])[0]?.names[0]?.match).toBe('context')
  })

  it('leaves out what countries and the own list have', () => {
    expect(
      build('city | Delhi | IN', [city('Delhi', 'IN', 9_000_000), city('Berlin', 'DE', 3_000_000)], ['berlin']),
    ).toMatchObject([{ id: 'place/delhi', names: [{ text: 'Delhi', sources: ['errata'] }] }])
  })

  it('has a city beside the capital of its name only where it is much greater', () => {
    const built = (population: number, capital: number) =>
      build('', [city('San Quimbo', 'US', population), city('San Quimbo', 'CR', capital)], [], [['sanquimbo', 'CR']])
    expect(built(900_000, 300_000).map(({ id }) => id)).toEqual(['place/san-quimbo-us'])
    expect(built(900_000, 500_000)).toEqual([])
    expect(built(300_000, 900_000)).toEqual([])
  })

  it('refuses a line of another form', () => {
    expect(() => build('city | Delhi | India', [])).toThrow('line 1')
  })
})
