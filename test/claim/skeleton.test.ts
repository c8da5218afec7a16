import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../src/claim/skeleton.ts'

/** Heads of each part, with the most blanks before it: any, and without a comma or bracket. */
const partsOf = (source: string) =>
  skeletonOf(source).map(({ heads, reach }) => [[...heads].join(' '), reach.any, reach.plain])

describe('skeletons of expressions', () => {
  it('has names and words that no match can do without, in order', () => {
    expect(partsOf('(?<s>[AW]) (?:also |was ){0,3}(?:discovered|found) (?<o>[D])')).toEqual([
      ['A W', 0, 0],
      ['discover found', 4, 4],
      ['D', 1, 1],
    ])
    expect(partsOf('[(](?:tracked(?: down)?|seen|vulnerabilit(?:y|ies)) by {o}'.replace('{o}', '~'))).toEqual([
      ['tracked seen vulnerab', 0, Number.NEGATIVE_INFINITY],
      ['~', 3, 3],
    ])
  })

  it('looks into groups that begin an alternative', () => {
    expect(partsOf('(?:(?:fell|fallen) victim|suffered) [A]')).toEqual([
      ['fell fallen suffered', 0, 0],
      ['A', 2, 2],
    ])
    expect(partsOf('(?:(?:fell )?victim|suffered) [A]')).toEqual([
      ['victim suffered', 1, 1],
      ['A', 1, 1],
    ])
  })

  it('leaves what a match may do without, and words that say nothing', () => {
    expect(partsOf('(?:discovered|found)? (?<o>[D])')).toEqual([['D', 1, 1]])
    expect(partsOf('(?:in|on) (?<o>[D])')).toEqual([['D', 1, 1]])
    expect(partsOf('(?!discovered)(?=found)(?<!lost)(?<o>[D])')).toEqual([['D', 0, 0]])
    expect(partsOf('[A]|[B]')).toEqual([])
  })

  it('takes no part of a word for a word', () => {
    expect(partsOf('hack(?:ed|ing) un(?:known|seen)')).toEqual([
      ['hack', 0, 0],
      ['un', 1, 1],
    ])
    expect(partsOf('[a-z]+(?:ware|bot)')).toEqual([])
    expect(partsOf('attacks? ')).toEqual([['attack', 0, 0]])
  })

  it('counts the blanks of gaps, which never stand side by side', () => {
    expect(partsOf('[A](?:, [^"]{1,70}?,)? hit')).toEqual([
      ['A', 0, 0],
      ['hit', 37, 1],
    ])
    expect(partsOf('[A] [a-z]+ (?:[a-z-]+ )*hit')).toEqual([
      ['A', 0, 0],
      ['hit', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ])
    expect(partsOf('[A](?: very){2} (?:red ){1,3}hit')).toEqual([
      ['A', 0, 0],
      ['very', 1, 1],
      ['red', 2, 2],
      ['hit', 3, 3],
    ])
  })

  it('refuses what it does not know', () => {
    expect(() => skeletonOf('(?<s>[A]) \\k<s>')).toThrow(SyntaxError)
    expect(() => skeletonOf('(?:a')).toThrow(/left open/)
    expect(() => skeletonOf('a{b}')).toThrow(/brace/)
  })
})
