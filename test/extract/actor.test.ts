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

  it('takes ordinary words that the article introduces, within sentences', () => {
    expect(names('The hacking collective Hornets struck. Police say Hornets left. Hornets sting.')).toEqual([
      'Hornets',
      'Hornets',
    ])
  })

  it('keeps the version in a persona’s name', () => {
    expect(names('A hacker who calls himself Zorpcifer 2.0 said so. Zorpcifer 2.0 left.')).toEqual([
      'Zorpcifer 2.0',
      'Zorpcifer 2.0',
    ])
  })

  it('takes services of states for actors where the article shows them at work', () => {
    expect(names('Hackers of the GRU broke in. The GRU denied it.')).toEqual(['GRU', 'GRU'])
    expect(names('The attack was attributed to Russia’s FSB.')).toEqual(['FSB'])
    expect(names('Fancy Bear works for the GRU, say officials.')).toEqual(['Fancy Bear'])
  })

  it('takes names listed as groups or linked to their page in ATT&CK', () => {
    expect(names('Groups such as Patchwork and Gallium')).toEqual(['Patchwork', 'Gallium'])
    expect(names('used by [Patchwork](https://attack.mitre.org/groups/G0040/)')).toEqual(['Patchwork'])
    expect(names('used by [Patchwork](https://example.com/patchwork)')).toEqual([])
  })

  it('leaves a family to the crew behind it', () => {
    expect(names('The crew behind GozNym used fast flux.')).toEqual([])
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
