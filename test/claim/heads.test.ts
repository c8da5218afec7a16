import { describe, expect, it } from 'vitest'
import { eachHead, headNumber, headsOf } from '../../src/claim/heads.ts'

const headsIn = (code: string): number[] => {
  const found: number[] = []
  eachHead(code, head => found.push(head))
  return found
}

describe('heads of patterns', () => {
  it('takes the group that cannot be left out', () => {
    expect(headsOf('(?<s>[A]) (?:also |was ){0,3}(?:discovered|found) (?<o>[D])')).toEqual(new Set(['dis', 'fou']))
    expect(headsOf('[(](?:tracked(?: down)?|seen|vulnerabilit(?:y|ies))')).toEqual(new Set(['tra', 'see', 'vul']))
  })

  it('looks into groups that begin an alternative', () => {
    expect(headsOf('(?:(?:fell|fallen) victim|suffered) (?<w>[a-z]+)')).toEqual(new Set(['fel', 'fal', 'suf']))
    expect(headsOf('(?:(?:fell )?victim|suffered) (?<w>[a-z]+)')).toBeUndefined()
  })

  it('gives none where a match may do without', () => {
    expect(headsOf('(?:discovered|found)? (?<o>[D])')).toBeUndefined()
    expect(headsOf('(?:in|on) (?<o>[D])')).toBeUndefined()
    expect(headsOf('(?!discovered)(?<o>[D])')).toBeUndefined()
  })

  it('reads words of three letters and more, once each', () => {
    expect(headsIn("O was discovered in D's lab")).toEqual(['was', 'dis', 'lab'].map(headNumber))
    expect(headsIn('')).toEqual([])
  })
})
