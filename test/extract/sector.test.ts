import { describe, expect, it } from 'vitest'
import { sector } from '../../src/extract/sector.ts'
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

  it('does not take the maker of software for a sector', () => {
    expect(sectors('The software firm Acme and the security company Zelphar met.')).toEqual([])
  })
})
