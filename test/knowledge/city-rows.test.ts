import { describe, expect, it } from 'vitest'
import { cityOf } from '../../src/knowledge/city-rows.ts'
import { printTable, readTable } from '../../src/knowledge/tables.ts'

describe('cities in short', () => {
  it('stand for whole entities', () => {
    expect(cityOf(['place/quimbo-us', 'US', '123', ['Quimbó', 'Quimbo']])).toEqual({
      id: 'place/quimbo-us',
      type: 'place',
      name: 'Quimbó',
      names: [
        { text: 'Quimbó', sources: ['geonames'], match: 'exact' },
        { text: 'Quimbo', sources: ['geonames'], match: 'exact' },
      ],
      facts: [
        { predicate: 'kind', value: 'city', source: 'errata' },
        { predicate: 'country', value: 'US', source: 'geonames' },
      ],
      ids: { geonames: '123' },
    })
  })

  it('are one a line in their table, and whole when it is read', () => {
    const text = printTable({
      kb: '2026.08',
      sources: [],
      entities: [cityOf(['place/a-us', 'US', '1', ['A']])],
      cities: [
        ['place/b-us', 'US', '2', ['B']],
        ['place/c-us', 'US', '3', ['C'], 'context'],
      ],
    })
    expect(text.split('\n')).toHaveLength(7)
    const { entities } = readTable(text)
    expect(entities.map(({ id, names }) => [id, names[0]?.match])).toEqual([
      ['place/a-us', 'exact'],
      ['place/b-us', 'exact'],
      ['place/c-us', 'context'],
    ])
  })
})
