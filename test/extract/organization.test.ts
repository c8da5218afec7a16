import { describe, expect, it } from 'vitest'
import { organization } from '../../src/extract/organization.ts'
import { contextOf, found } from './found.ts'

const orgs = (text: string): string[] => found(organization, text)

describe('organisations', () => {
  it('finds listed names, the vendor before its product too', () => {
    expect(orgs('Researchers at Kaspersky Lab opened a Microsoft Word file sent by Proofpoint.')).toEqual([
      'Kaspersky Lab',
      'Microsoft',
      'Proofpoint',
    ])
  })

  it('needs a cue for names that are words', () => {
    expect(orgs('Open the Box with the Slack.')).toEqual([])
    expect(orgs('The company Box said so. Later Box said no, and the box was empty.')).toEqual(['Box', 'Box'])
  })

  it('finds names by their shape', () => {
    expect(
      orgs('In Tulsa the Ministry of Public Works paid. Then Greenfield Regional Hospital and Acme Widgets Ltd did.'),
    ).toEqual(['Ministry of Public Works', 'Greenfield Regional Hospital', 'Acme Widgets Ltd'])
  })

  it('follows an acronym introduced in brackets', () => {
    expect(orgs('The National Water Agency (NWA) said no. Later the NWA agreed.')).toEqual([
      'National Water Agency',
      'NWA',
      'NWA',
    ])
  })

  it('takes initials of three words for the name, without brackets too, and links them to it', () => {
    const text = 'The Office of Harbour Technology called the police, said an OHT spokeswoman. OHT: all is well.'
    expect(orgs(text)).toEqual(['Office of Harbour Technology', 'OHT', 'OHT'])
    expect([...organization.extract(contextOf(text))].map(({ value }) => value?.canonical)).toEqual(
      Array(3).fill('Office of Harbour Technology'),
    )
    expect(orgs('The Colorado Department of Transportation paid. CDOT said so.')).toEqual([
      'Colorado Department of Transportation',
      'CDOT',
    ])
  })

  it('takes a government for its country', () => {
    expect(orgs('The Iranian government and the government of Canada met the Kremlin; Dutch police watched.')).toEqual([
      'Iranian government',
      'government of Canada',
      'Kremlin',
      'Dutch police',
    ])
  })

  it('finds unlisted companies by the words around them, and their short form', () => {
    expect(orgs('Zelphar, a Dutch hosting company, paid. Quimbo Ltd did not; Quimbo denied it.')).toEqual([
      'Zelphar',
      'Quimbo Ltd',
      'Quimbo',
    ])
  })

  it('finds employers by those who work there, and firms by where they are or what they sell', () => {
    expect(orgs('Ann Quimby, a programmer at Zelphar, met Bo Smith, strategist at Quimbora.')).toEqual([
      'Zelphar',
      'Quimbora',
    ])
    expect(orgs('It is run by Zelphar, a third-party supplier, and Quimbora, which is based in Ohio.')).toEqual([
      'Zelphar',
      'Quimbora',
    ])
    expect(orgs('Cybersecurity researchers watched.')).toEqual([])
  })

  it('takes a name with a capital inside for a company where it speaks and the article tells of one', () => {
    expect(orgs('ZelPhar said the company had paid. The ZelPhar breach was bad.')).toEqual(['ZelPhar', 'ZelPhar'])
    expect(orgs('ZelPhar said he had done it.')).toEqual([])
    expect(orgs('McQuimby said the company had paid.')).toEqual([])
  })

  it('tells a hospital from who works there, and knows it without its last word', () => {
    expect(
      orgs("Ann Smith of Quimby Hospital left. Zelphar Children's Hospital paid; Zelphar Children's said so."),
    ).toEqual(['Quimby Hospital', "Zelphar Children's Hospital", "Zelphar Children's"])
  })

  it('takes a headline in capitals for no name', () => {
    expect(orgs('Zelphar Says Hit By Attack From Foreign Quimby Group')).toEqual([])
  })

  it('takes the maker, not the product', () => {
    expect(orgs('Zscaler Zero Trust Exchange stops it.')).toEqual(['Zscaler'])
  })

  it('leaves host names and handles alone', () => {
    expect(orgs('It calls login.microsoft.com and google.com/drive, says @Kaspersky.')).toEqual([])
  })
})
