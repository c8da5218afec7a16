import { describe, expect, it } from 'vitest'
import { person } from '../../src/extract/person.ts'
import { found } from './found.ts'

describe('people', () => {
  it('finds full names and the family name later', () => {
    expect(found(person, 'Brian Krebs wrote first. Later Krebs said more.')).toEqual(['Brian Krebs', 'Krebs'])
  })
})
