import { describe, expect, it } from 'vitest'
import { eachHead, headNumber, neededOf } from '../../src/claim/heads.ts'

const headsOf = (source: string) => neededOf(source).map(({ heads }) => heads)
const headsIn = (code: string): number[] => {
  const found: number[] = []
  eachHead(code, head => found.push(head))
  return found
}

describe('heads of patterns', () => {
  it('takes the group that cannot be left out', () => {
    expect(headsOf('(?<s>[A]) (?:also |was ){0,3}(?:discovered|found) (?<o>[D])')).toEqual([new Set(['disc', 'foun'])])
    expect(headsOf('[(](?:tracked(?: down)?|seen|vulnerabilit(?:y|ies))')).toEqual([new Set(['trac', 'seen', 'vuln'])])
  })

  it('looks into groups that begin an alternative', () => {
    expect(headsOf('(?:(?:fell|fallen) victim|suffered) (?<w>[a-z]+)')).toEqual([new Set(['fell', 'fall', 'suff'])])
    expect(headsOf('(?:(?:fell )?victim|suffered) (?<w>[a-z]+)')).toEqual([])
  })

  it('gives none where a match may do without', () => {
    expect(headsOf('(?:discovered|found)? (?<o>[D])')).toEqual([])
    expect(headsOf('(?:in|on) (?<o>[D])')).toEqual([])
    expect(headsOf('(?!discovered)(?<o>[D])')).toEqual([])
  })

  it('takes every such group, the rarest first, and looks into named ones', () => {
    expect(headsOf('(?<w>(?:the |an? )?(?:data )?(?:breach|hack)) (?:the|this) (?:hit|struck)')).toEqual([
      new Set(['hit', 'stru']),
      new Set(['brea', 'hack']),
      new Set(['the', 'this']),
    ])
  })

  it('reads the first two, three and four letters of words', () => {
    expect(headsIn("O was discovered in D's lab")).toEqual(
      ['wa', 'was', 'di', 'dis', 'disc', 'in', 'la', 'lab'].map(headNumber),
    )
    expect(headsIn('')).toEqual([])
  })
})
