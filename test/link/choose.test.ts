import { describe, expect, it } from 'vitest'
import { buildKnowledge } from '../../src/knowledge/knowledge.ts'
import { choose } from '../../src/link/choose.ts'
import type { Entity } from '../../src/model/entity.ts'
import { mention } from '../../src/model/mention.ts'
import { docOf } from '../extract/found.ts'

const entity = (id: string, name: string, facts: Entity['facts'] = []): Entity => ({
  id: `actor/${id}`,
  type: 'actor',
  name,
  names: [
    { text: name, sources: ['own'], match: 'exact' },
    { text: 'Grey Heron', sources: ['own'], match: 'ci' },
  ],
  facts,
  ids: {},
})
const fact = (predicate: string, value: string) => ({ predicate, value, source: 'own' })
const red = entity('red', 'Red Wader', [fact('country', 'CN'), fact('uses', 'malware/mudlark')])
const blue = entity('blue', 'Blue Wader', [fact('country', 'RU')])
const knowledge = buildKnowledge([{ kb: 'test', sources: [], entities: [red, blue] }])
const heron = mention(docOf('Grey Heron'), 'test', 'actor', 0, 10)
const around = (entities: string[], countries: string[]) => ({
  entities: new Set(entities),
  countries: new Set(countries),
})

describe('an ambiguous name', () => {
  it.each([
    ['another name of the entity', around(['actor/red'], []), 'actor/red'],
    ['its country', around([], ['RU']), 'actor/blue'],
    ['its malware before a country', around(['malware/mudlark'], ['RU']), 'actor/red'],
  ])('goes by %s', (_, surroundings, id) => {
    const choice = choose(heron, [red, blue], knowledge, surroundings)
    expect(choice.entity?.id).toBe(id)
    expect(choice.reason).toBe('context')
    expect(choice.others).toHaveLength(1)
  })

  it('keeps every candidate visible when nothing decides', () => {
    const choice = choose(heron, [red, blue], knowledge, around([], []))
    expect(choice).toMatchObject({ reason: 'first-listed', score: 0.5 })
    expect([choice.entity?.id, ...choice.others].sort()).toEqual(['actor/blue', 'actor/red'])
  })
})
