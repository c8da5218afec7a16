import { describe, expect, it } from 'vitest'
import { sector } from '../../src/extract/sector.ts'
import { found } from './found.ts'

describe('sectors', () => {
  it('finds sectors with and without the word', () => {
    expect(found(sector, 'It hit banking and the energy sector; the weather was medical.')).toEqual([
      'banking',
      'energy sector',
    ])
  })
})
