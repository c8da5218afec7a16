import { describe, expect, it } from 'vitest'
import { claimsOf, lineOf } from './sample.ts'

const saidIn = async (text: string) =>
  (await claimsOf(text)).filter(({ predicate }) => predicate === 'said').map(lineOf)

describe('sayings', () => {
  it('takes a quotation of several sentences, and the one that goes on', async () => {
    expect(
      await saidIn(
        '“We saw no sign of theft. The attackers left within hours,” said Kevin Mandia, chief executive of FireEye. “They may well come back.”',
      ),
    ).toEqual([
      'person:kevinmandia said We saw no sign of theft. The attackers left within hours (asserted)',
      'person:kevinmandia said They may well come back (asserted)',
    ])
  })

  it('takes reported speech, before and after its speaker', async () => {
    expect(
      await saidIn(
        'Microsoft said on Tuesday that it had fixed the flaw. The flaw was known for years, Kaspersky said. According to Google, nobody had used it.',
      ),
    ).toEqual([
      'organization/microsoft said it had fixed the flaw (asserted)',
      'organization/kaspersky said The flaw was known for years (asserted)',
      'organization/google said nobody had used it (asserted)',
    ])
  })

  it('takes a denial as denied', async () => {
    expect(await saidIn('Google denied that any of its servers had been opened.')).toEqual([
      'organization/google said any of its servers had been opened (denied)',
    ])
  })

  it('knows a surname by the full name, and "the report" by the firm heard last', async () => {
    expect(
      await saidIn('The attack began in May, Kevin Mandia said. It ended within three weeks, Mandia said.'),
    ).toEqual([
      'person:kevinmandia said The attack began in May (asserted)',
      'person:kevinmandia said It ended within three weeks (asserted)',
    ])
    expect(
      await saidIn('The attack began in May, FireEye said. It ended within three weeks, the report said.'),
    ).toEqual([
      'organization/fireeye said The attack began in May (asserted)',
      'organization/fireeye said It ended within three weeks (asserted)',
    ])
  })

  it('leaves out whom it was told, and a place that is part of a longer name', async () => {
    expect(await saidIn('Google told its customers on Wednesday that somebody had stolen a certificate.')).toEqual([
      'organization/google said somebody had stolen a certificate (asserted)',
    ])
    expect(
      await saidIn('An analyst for Ireland, Urban Zorvan, said: "Send enough of it and some will click."'),
    ).not.toContainEqual(expect.stringContaining('country/ie'))
    expect(await saidIn('Offices in France said that the lights were out.')).toEqual([])
  })

  it('takes what follows when only a time stands before', async () => {
    expect(
      await saidIn(
        'After almost two years, according to Google, the flaw was closed. According to Kevin Mandia, FireEye chief, it was really old.',
      ),
    ).toEqual([
      'organization/google said the flaw was closed (asserted)',
      'person:kevinmandia said it was really old (asserted)',
    ])
  })

  it('leaves out the first words of a speaker, and what a clause goes on with', async () => {
    expect(
      await saidIn(
        'It was a wiper and nothing else, experts at ESET said. Ukraine blamed Russia for the attack, which Russia denied.',
      ),
    ).toEqual([
      'organization/eset said It was a wiper and nothing else (asserted)',
      'country/ru said Ukraine blamed Russia for the attack (denied)',
    ])
    expect(await saidIn('Microsoft has at last fixed the bug that Google reported.')).toEqual([])
  })

  it('hears no name inside a quotation', async () => {
    expect(await saidIn('“Google said nothing to us about it,” a source wrote.')).toEqual([])
  })
})
