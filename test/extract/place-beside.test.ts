import { describe, expect, it } from 'vitest'
import { place } from '../../src/extract/place.ts'
import { contextOf } from './found.ts'

const countries = (text: string) =>
  [...place.extract(contextOf(text))]
    .sort((a, b) => a.start - b.start)
    .map(({ text: words, value }) => [words, value?.iso2])

describe('where a place lies', () => {
  it('believes the state or province behind a city, wherever the city is named', () => {
    expect(countries('A shelter in Santa Fe, New Mexico, paid. Santa Fe paid.')).toEqual([
      ['Santa Fe', 'US'],
      ['New Mexico', 'US'],
      ['Santa Fe', 'US'],
    ])
    expect(countries('Based in Henderson, Western Australia, it paid.')[0]).toEqual(['Henderson', 'AU'])
    expect(countries('The school of Paris, Tex., paid.')[0]).toEqual(['Paris', 'US'])
  })

  it('takes a list for a list, and a country’s code for its own', () => {
    expect(countries('Offices in London, California and Tokyo.')[0]).toEqual(['London', 'GB'])
    expect(countries('Offices in Berlin, DE, closed.')[0]).toEqual(['Berlin', 'DE'])
  })

  it('tells Georgia from Georgia by what it stands beside', () => {
    expect(countries('In Georgia and Florida, voters saw it; Georgia officials agreed.')).toEqual([
      ['Georgia', 'US'],
      ['Florida', 'US'],
      ['Georgia', 'US'],
    ])
    expect(countries('In Georgia, Armenia and Ukraine.')[0]).toEqual(['Georgia', 'GE'])
    expect(countries('The port of Batumi, Georgia, closed.').map(([, iso2]) => iso2)).toEqual(['GE', 'GE'])
  })

  it('gives a capital its name where its country is named, and else the greater city', () => {
    expect(countries('Costa Rica called San Jose.')[1]).toEqual(['San Jose', 'CR'])
    expect(countries('The San Jose police called.')).toEqual([['San Jose', 'US']])
  })

  it('takes two countries with a hyphen as one word, with a stroke as two', () => {
    expect(countries('The China-Pakistan border, a US/UK firm, an Iran-linked group.')).toEqual([
      ['China-Pakistan', 'CN'],
      ['US', 'US'],
      ['UK', 'GB'],
      ['Iran-linked', 'IR'],
    ])
  })

  it('reads a country without its last dot, and a degree as none', () => {
    expect(
      countries(
        'A message to the U.S, he said. Daniel Smith, MD, agreed. In Quimbytown, MD, and New Quimby, Ohio, too.',
      ),
    ).toEqual([
      ['U.S', 'US'],
      ['Quimbytown, MD', 'US'],
      ['New Quimby, Ohio', 'US'],
      ['Ohio', 'US'],
    ])
  })

  it('leaves the names of papers alone', () => {
    expect(countries('The Washington Times said so.')).toEqual([])
  })
})
