import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()

function file(name: string, text: string): string {
  const path = at(name)
  writeFileSync(path, text)
  return path
}

describe("users' own entities", () => {
  it('stand beside the shipped ones, as YAML and JSON', async () => {
    const yaml = file(
      'own.yaml',
      'entities:\n  - {type: organization, name: Quibble Bank, aliases: [QB Bank], country: NZ}\n',
    )
    const json = file('own.json', '{"entities":[{"type":"actor","name":"APT38","aliases":["Velvet Heron"]}]}')
    const knowledge = await loadKnowledge([yaml, json])
    expect(knowledge.candidates('qb bank').map(row => row.entity.id)).toEqual(['organization/quibble-bank'])
    expect(knowledge.get('organization/quibble-bank')?.facts).toEqual([
      { predicate: 'country', value: 'NZ', source: 'user:own.yaml' },
    ])
    const apt38 = knowledge.get('actor/apt38')
    expect(apt38?.names.map(row => row.text)).toContain('Velvet Heron')
    expect(apt38?.ids['attack']).toBe('G0082')
    expect(knowledge.version).toMatch(/^2026\.08\+[0-9a-f]{8}\+[0-9a-f]{8}$/)
    expect(knowledge.sourceRef('user:own.json')).toMatch(/^own\.json \(sha256 [0-9a-f]{12}\)$/)
  })

  it.each([
    ['entities:\n  - type: organization\n    nam: Typo\n', /line 2: entities\.0\.name|line 3: entities\.0\.nam/],
    ['entities:\n  - type: organization\n    name: A\n    colour: red\n', /line 4: entities\.0\.colour: /],
    ['entities:\n  - {type: spaceship, name: A}\n', /line 2: entities\.0\.type: /],
    [
      'entities:\n  - {type: actor, name: A, country: Korea}\n',
      /line 2: entities\.0\.country: a country is an ISO 3166 code/,
    ],
    ['entities: [\n', /line \d+: /],
    ['- a\n', /line 1: the file: /],
  ])('name file, line and key of %j', async (text, message) => {
    const path = file('bad.yaml', text)
    const failure = await loadKnowledge([path]).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(String(failure)).toContain(path)
    expect(String(failure)).toMatch(message)
  })

  it('name a file that is not there', async () => {
    await expect(loadKnowledge([at('missing.yaml')])).rejects.toThrow(/missing\.yaml/)
  })
})
