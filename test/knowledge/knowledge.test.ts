import { describe, expect, it } from 'vitest'
import { disagreements } from '../../src/knowledge/disagreements.ts'
import { buildKnowledge, shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Entity, EntityName, Fact } from '../../src/model/entity.ts'

const name = (text: string, match: EntityName['match'] = 'ci'): EntityName => ({ text, sources: ['s'], match })
const entity = (id: string, names: readonly EntityName[], facts: readonly Fact[] = []): Entity => ({
  id,
  type: 'actor',
  name: names[0]?.text ?? '',
  names,
  facts,
  ids: {},
})
const build = (...entities: Entity[]) =>
  buildKnowledge([{ kb: '1', sources: [{ id: 's', ref: 'Source v1', licence: 'MIT' }], entities }])

describe('the knowledge base', () => {
  it('gives every bearer of a name', () => {
    const knowledge = build(
      entity('actor/a', [name('A Group'), name('Bluebird')]),
      entity('actor/b', [name('bluebird')]),
    )
    expect(knowledge.candidates('BLUE-BIRD').map(row => row.entity.id)).toEqual(['actor/a', 'actor/b'])
    expect(knowledge.candidates('bluebird', 'malware')).toEqual([])
    expect(knowledge.sourceRef('s')).toBe('Source v1')
  })

  it('asks exact names for their capitals, or all capitals', () => {
    const knowledge = build(entity('actor/a', [name('Emmental', 'exact')]))
    const found = (text: string) => knowledge.scan(text).length
    expect([found('Emmental'), found('EMMENTAL'), found('emmental')]).toEqual([1, 1, 0])
  })

  it('knows designations and joined names written apart', () => {
    const knowledge = build(entity('actor/a', [name('APT38', 'exact'), name('BazarLoader')]))
    expect(knowledge.scan('APT 38, APT-38 and Bazar Loader')).toHaveLength(3)
  })

  it('says who disagrees', () => {
    const say = (predicate: string, value: string, source: string): Fact => ({ predicate, value, source })
    const a = entity(
      'actor/a',
      [name('A')],
      [
        say('same-as', 'actor/b', 'misp'),
        say('distinct-from', 'actor/b', 'attack'),
        say('country', 'KP', 'misp'),
        say('country', 'CN', 'attack'),
      ],
    )
    const b = entity('actor/b', [name('B')])
    expect(disagreements(a, build(a, b)).map(({ text }) => text)).toEqual([
      'misp: same as B; attack: distinct from B',
      'misp: KP; attack: CN',
    ])
    expect(disagreements(b, build(a, b))).toEqual([])
  })
})

describe('the shipped tables', () => {
  const knowledge = shippedKnowledge()
  const facts = (id: string, predicate: string) =>
    knowledge
      .get(id)
      ?.facts.filter(fact => fact.predicate === predicate)
      .map(({ value, source }) => `${value} ${source}`)

  it('keep both statements on APT38 and Lazarus Group', () => {
    expect(facts('actor/apt38', 'same-as')).toContain('actor/lazarus-group misp')
    expect(facts('actor/apt38', 'distinct-from')).toContain('actor/lazarus-group attack')
    expect(facts('actor/lazarus-group', 'same-as')).toContain('actor/apt38 misp')
  })

  it('know the countries of groups, and who says so', () => {
    expect(facts('actor/apt38', 'country')).toEqual(['KP attack'])
    expect(facts('actor/apt33', 'country')).toEqual(['IR attack', 'IR misp'])
  })

  it.each([
    ['Pyongyang', 'KP', 'capital'],
    ['the Kim regime', 'KP', 'government'],
    ['DPRK', 'KP', 'name'],
    ['Kremlin', 'RU', 'government'],
    ['Beijing', 'CN', 'capital'],
    ['Tehran', 'IR', 'capital'],
    ['North Koreans', 'KP', 'demonym'],
    ['U.S.', 'US', 'name'],
    ['UK', 'GB', 'name'],
  ])('know %s as a word for %s', (word, iso2, role) => {
    const hit = knowledge.candidates(word, 'country').find(row => row.entity.ids['iso2'] === iso2)
    expect(hit?.name.role).toBe(role)
  })

  it('mark names that are ordinary words', () => {
    const match = (text: string) => new Set(knowledge.candidates(text, 'actor').map(row => row.name.match))
    expect(match('LEAD')).toEqual(new Set(['context']))
    expect(match('Fancy Bear')).toEqual(new Set(['exact']))
  })

  it('do not take "us" for the country', () => {
    expect(knowledge.scan('they told us').flatMap(hit => hit.candidates)).toEqual([])
  })
})
