import { describe, expect, it } from 'vitest'
import { sector } from '../../src/extract/sector.ts'
import { spellings } from '../../src/extract/sector-words.ts'
import { found } from './found.ts'

const sectors = (text: string): string[] => found(sector, text)

describe('sectors', () => {
  it('finds words that always name one, and any with "sector" or "industry"', () => {
    expect(sectors('It hit banking and the energy sector; the weather was medical.')).toEqual([
      'banking',
      'energy sector',
    ])
  })

  it('takes the country before it', () => {
    expect(sectors('It hit a South Korean gaming company and Pakistani banks; the bank closed.')).toEqual([
      'South Korean gaming company',
      'Pakistani banks',
    ])
  })

  it('takes every member of an enumeration', () => {
    expect(sectors('Targets: energy, retail, media/entertainment and law firms.')).toEqual([
      'energy',
      'retail',
      'media',
      'entertainment',
      'law',
    ])
  })

  it('takes what is announced as sectors', () => {
    expect(sectors('It hit sectors such as finance and energy. Finance and energy are words.')).toEqual([
      'finance',
      'energy',
    ])
    expect(sectors('Industries from retail to mining suffered.')).toEqual(['retail'])
  })

  it('takes what contractors work for, and bodies of government', () => {
    expect(sectors('A defense contractor, a contractor of defense, and government entities.')).toEqual([
      'defense',
      'government entities',
    ])
  })

  it('does not take the maker of software for a sector', () => {
    expect(sectors('The software firm Acme and the security company Zelphar met.')).toEqual([])
  })
})

it.each([
  ['law', ['law']],
  ['ISPs?', ['isps', 'isp']],
  ['defen[sc]e', ['defense', 'defence']],
  ['cyber ?security', ['cyber security', 'cybersecurity']],
  ['naval(?: technology| defen[sc]e)?', ['naval technology', 'naval defense', 'naval defence', 'naval']],
])('knows the spellings of %j', (pattern, list) => expect(spellings(pattern)).toEqual(list))
