import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { statedCountry } from '../../../src/knowledge/build/attack.ts'
import { buildTables } from '../../../src/knowledge/build/build.ts'
import { splitNames } from '../../../src/knowledge/build/names.ts'
import { printTable } from '../../../src/knowledge/tables.ts'
import type { Entity } from '../../../src/model/entity.ts'
import { scratch } from '../../cli/folder.ts'
import { absent, SHARED } from '../../shared.ts'

const at = scratch()

const misp = file('actors.json.gz', {
  type: 'threat-actor',
  version: 7,
  values: [
    {
      value: 'Heron Group',
      uuid: 'u1',
      meta: { synonyms: ['APT99', 'Velvet Quib'], country: 'KP', 'name-attribution': ['Velvet Quib:p1'] },
      related: [{ 'dest-uuid': 'u2', type: 'similar', tags: ['estimative-language:likelihood-probability="likely"'] }],
    },
    { value: 'Marsh Owl', uuid: 'u2', meta: { 'attribution-confidence': '50' } },
    { uuid: 'u3', meta: {} },
    { value: '???', uuid: 'u4' },
  ],
})
const producers = file('producers.json', { type: 'producer', version: 1, values: [{ value: 'Acme', uuid: 'p1' }] })
const attack = file('attack.json', {
  type: 'bundle',
  objects: [
    {
      type: 'intrusion-set',
      id: 'intrusion-set--s1',
      name: 'APT99',
      aliases: ['APT99', 'Blue Quib'],
      description: '[APT99](https://x) is a suspected Iranian group. It targets Israel.',
      external_references: [{ source_name: 'mitre-attack', external_id: 'G9999' }],
    },
    { type: 'intrusion-set', id: 'intrusion-set--s2', name: 'Heron Group', description: 'x' },
    { type: 'malware', id: 'malware--s3', name: 'QuibRAT' },
    {
      type: 'relationship',
      id: 'relationship--1',
      relationship_type: 'uses',
      source_ref: 'intrusion-set--s1',
      target_ref: 'malware--s3',
    },
    { type: 'malware', name: 'without an id' },
  ],
})

function file(name: string, content: object): string {
  const path = at(name)
  const text = JSON.stringify(content)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

function build(...paths: string[]) {
  const reported: string[] = []
  const tables = buildTables(paths, (_, entry, reason) => reported.push(`${entry}: ${reason}`))
  const get = (id: string): Entity | undefined =>
    [...tables.values()].flatMap(({ entities }) => entities).find(entity => entity.id === id)
  return { tables, reported, get }
}

describe('knowledge build', () => {
  const { get, reported } = build(misp, producers, attack)

  it('reports malformed entries by name and goes on', () => {
    expect(reported).toEqual([
      'number 3: value: Invalid input: expected string, received undefined',
      'without an id: id: Invalid input: expected string, received undefined',
      '???: fewer than two letters or digits',
    ])
    expect(get('actor/marsh-owl')).toBeDefined()
  })

  it('makes one entity of one own name, with who says what', () => {
    const heron = get('actor/heron-group')
    expect(heron?.ids).toEqual({ misp: 'u1' })
    expect(heron?.names.find(({ text }) => text === 'Heron Group')?.sources).toEqual(['attack', 'misp'])
    expect(heron?.names.find(({ text }) => text === 'Velvet Quib')?.by).toBe('Acme')
  })

  it('never merges an alias that has an entry of its own', () => {
    const said = (id: string) => get(id)?.facts.map(({ predicate, value, source }) => `${predicate} ${value} ${source}`)
    expect(said('actor/apt99')).toEqual([
      'country IR attack',
      'distinct-from actor/heron-group attack',
      'same-as actor/heron-group misp',
      'uses malware/quibrat attack',
    ])
    expect(said('actor/heron-group')).toEqual([
      'country KP misp',
      'distinct-from actor/apt99 attack',
      'overlaps actor/marsh-owl misp',
      'same-as actor/apt99 misp',
    ])
    expect(get('actor/heron-group')?.facts[2]?.confidence).toBe(70)
  })

  it('gives the same bytes whatever the order of its sources', () => {
    const print = (...paths: string[]) => [...build(...paths).tables.values()].map(printTable)
    expect(print(attack, producers, misp)).toEqual(print(misp, producers, attack))
  })

  it('says which file is no source', () => {
    expect(() => build(file('other.json', { a: 1 }))).toThrow(/other\.json: neither a MISP galaxy cluster/)
    expect(() => build(at('missing'))).toThrow(/missing: no such file or folder/)
  })
})

describe('what descriptions and names say', () => {
  const countries = new Map([
    ['northkorean', 'KP'],
    ['china', 'CN'],
    ['peoplesrepublicofchina', 'CN'],
    ['republicofchina', 'TW'],
    ['russia', 'RU'],
    ['russian', 'RU'],
    ['iran', 'IR'],
  ])

  it.each([
    ['[X](https://x) is a North Korean state-sponsored group.', 'KP'],
    ['[X](https://x) is a China-based group.', 'CN'],
    ["[X](https://x) is a People's Republic of China (PRC) actor.", 'CN'],
    ["[X](https://x) is a unit of Russia's military.", 'RU'],
    ['[X](https://x) is a Russian-speaking gang.', undefined],
    ['[X](https://x) is a group that has targeted Iran.', undefined],
    ['[X](https://x) is a group. It is from Iran.', undefined],
  ])('%s', (description, iso2) => {
    expect(statedCountry(description, countries)).toBe(iso2)
  })

  it('splits names', () => {
    expect(splitNames('EBBISLAND (EBBSHAVE)')).toEqual(['EBBISLAND', 'EBBSHAVE'])
    expect(splitNames(' Subgroup:  Bluenoroff ')).toEqual(['Bluenoroff'])
  })
})

describe.skipIf(absent('knowledge'))('the real sources', () => {
  it('give the shipped tables', () => {
    const { tables } = build(`${SHARED}knowledge`)
    expect(tables.get('actors')?.entities.length).toBeGreaterThan(1200)
    for (const table of tables.values()) expect(printTable(table).length).toBeLessThan(1_400_000)
  })
})
