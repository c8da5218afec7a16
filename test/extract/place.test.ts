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

  it('takes towns with their state, and country codes where tables print them', () => {
    expect(places('A clinic in Quimbytown, Ohio, paid. It came from PS (Palestine); | RU | 1.2.3.4 |')).toEqual([
      'Quimbytown, Ohio',
      'Ohio',
      'PS',
      'Palestine',
      'RU',
    ])
  })

  it('takes a country that is a name too only in context', () => {
    expect(places('Michael Jordan played.')).toEqual([])
    expect(places('It hit Syria, Jordan and Egypt.')).toEqual(['Syria', 'Jordan', 'Egypt'])
  })

  it('takes a city that is a word only beside a cue', () => {
    expect(places('Surprise! The office in Reading closed; reading is fun.')).toEqual(['Reading'])
  })
})
