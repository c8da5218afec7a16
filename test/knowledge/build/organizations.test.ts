import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildOrganizations } from '../../../src/knowledge/build/organizations.ts'
import type { Table } from '../../../src/knowledge/tables.ts'

const CORPUS = new URL('../../../corpus/knowledge/', import.meta.url)

describe('the table of organisations', () => {
  it('is what the list gives', () => {
    const list = readFileSync(new URL('own/organizations.txt', CORPUS), 'utf8')
    expect(readFileSync(new URL('organizations.json', CORPUS), 'utf8')).toBe(buildOrganizations(list))
  })

  it('reads kind, names, words that need a cue, and country', () => {
    const { entities } = JSON.parse(buildOrganizations('# list\nbank | Acme Bank; ?Acme | DE\n')) as Table
    expect(entities).toEqual([
      {
        id: 'organization/acme-bank',
        type: 'organization',
        name: 'Acme Bank',
        names: [
          { text: 'Acme Bank', sources: ['errata'], match: 'exact' },
          { text: 'Acme', sources: ['errata'], match: 'context' },
        ],
        facts: [
          { predicate: 'kind', value: 'bank', source: 'errata' },
          { predicate: 'country', value: 'DE', source: 'errata' },
        ],
        ids: {},
      },
    ])
  })

  it.each([
    ['bank', 'line 1'],
    ['bank | Acme | Germany', 'line 1'],
    ['bank | Acme\nvendor | ACME', 'listed twice'],
  ])('refuses %j', (list, reason) => expect(() => buildOrganizations(list)).toThrow(reason))
})
