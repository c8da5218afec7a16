import { describe, expect, it } from 'vitest'
import { place } from '../../src/extract/place.ts'
import { found } from './found.ts'

const places = (text: string): string[] => found(place, text)

describe('places', () => {
  it('finds countries, regions, states and cities', () => {
    expect(places('From Germany to the Middle East, in Texas and Rotterdam.')).toEqual([
      'Germany',
      'Middle East',
      'Texas',
      'Rotterdam',
    ])
  })

  it('takes a compound as one', () => {
    expect(places('Russian-speaking actors met an Iran-linked group.')).toEqual(['Russian-speaking', 'Iran-linked'])
  })

  it('takes a city that is a word only beside a cue', () => {
    expect(places('Surprise! The office in Reading closed; reading is fun.')).toEqual(['Reading'])
  })
})
