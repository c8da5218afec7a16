import { describe, expect, it } from 'vitest'
import { actor } from '../../src/extract/actor.ts'
import { contextOf, found } from './found.ts'

const names = (text: string): string[] => found(actor, text)
const canonical = (text: string): unknown[] => [...actor.extract(contextOf(text))].map(({ value }) => value?.canonical)

describe('threat actors', () => {
  it('finds known groups, curly possessives too', () => {
    expect(names('Fancy Bear’s tools differ from those of “Lazarus Group” and APT38.')).toEqual([
      'Fancy Bear',
      'Lazarus Group',
      'APT38',
    ])
  })

  it('prefers whose own name it is to whose alias', () => {
    expect(canonical('APT38 and Winnti')).toEqual(['APT38', 'Winnti Group'])
  })

  it('reads the numbered series, known or not, with spaces and hyphens', () => {
    expect(names('APT 38, APT-C-36, TA505, UNC99999, UNC2452, FIN7, Storm-0558, DEV-0537 and UAC-0010')).toEqual([
      'APT 38',
      'APT-C-36',
      'TA505',
      'UNC2452',
      'FIN7',
      'Storm-0558',
      'DEV-0537',
      'UAC-0010',
    ])
  })

  it('takes ordinary words for groups only beside a cue', () => {
    expect(names('Silence fell. A summit of nickel traders; Google Play and UPS.')).toEqual([])
    expect(names('The Silence group stole millions. Later Silence moved on.')).toEqual(['Silence group', 'Silence'])
  })

  it('reads names that the article introduces', () => {
    expect(names('A hacking group known as Velvet Heron attacked banks. Velvet Heron is new.')).toEqual([
      'Velvet Heron',
      'Velvet Heron',
    ])
    expect(names('A hacker going by the handle “Quib99” said so. Quib99 then left.')).toEqual(['Quib99', 'Quib99'])
    expect(names('The Zorptak gang struck. Police blame the Zorptak gang.')).toEqual(['Zorptak', 'Zorptak'])
    expect(names('The threat actor Zorptak struck.')).toEqual(['Zorptak'])
  })

  it('follows initials in brackets', () => {
    expect(names('A group called Velvet Heron (VH) struck. VH left.')).toEqual(['Velvet Heron', 'VH', 'VH'])
  })

  it('lets a family stand for its gang', () => {
    expect(names('The TrickBot gang moved on.')).toEqual(['TrickBot gang'])
  })

  it('does not take campaigns, vendors and users for groups', () => {
    expect(names('A campaign dubbed Velvet Heron. A user with the nickname "Bob77".')).toEqual([])
    expect(names('The actor Proofpoint tracks is new. Agencies that handle Aadhar data.')).toEqual([])
  })

  it('reads names made by a vendor’s pattern where the article speaks of groups', () => {
    expect(names('Quiet Typhoon and the Velvet Kitten group struck; so did APT38.')).toEqual([
      'Quiet Typhoon',
      'Velvet Kitten',
      'APT38',
    ])
    expect(names('Super Typhoon season. Polar Bear cubs. APT38. Bank Hackers Strike Again.')).toEqual(['APT38'])
    expect(names('The Velvet Typhoon restaurant opened.')).toEqual([])
  })

  it('takes the noun of a listed group with its name, in small letters too', () => {
    expect(names('The Cobalt group stole millions.')).toEqual(['Cobalt group'])
  })

  it('leaves a family’s own name to the family, and a company’s to the company', () => {
    expect(names('The Maze gang leaked data. Operators of Maze moved on.')).toEqual(['Maze'])
    expect(names('A campaign spoofing UPS by attackers.')).toEqual([])
  })
})
