import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replacedSentences } from '../../src/claim/align.ts'
import { revised } from '../../src/claim/changes.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { extract } from '../../src/run/analyse.ts'
import { documentOf } from './sample.ts'

const knowledge = await loadKnowledge([])
const revision = (text: string) => {
  const doc = documentOf(text)
  return { doc, mentions: extract(doc, knowledge) }
}
const [SAID, SINCE] = ['2017-09-07T04:00:00.000Z', '2017-09-09T04:00:00.000Z']
const compare = (before: string, after: string) => revised(revision(before), revision(after), SAID, SINCE)
const pairs = (before: string, after: string) =>
  compare(before, after)?.changes.map(
    ({ type, before: { at: old }, after: { at: now } }) => `${type}: ${old.quote.exact} > ${now.quote.exact}`,
  ) ?? []

const OPENING = 'Equifax lost data of 143 million people. The theft began in May 2017. Nobody was charged.'

describe('revised', () => {
  it('gives both wordings of a figure that was changed in silence, with their places and days', () => {
    const found = compare(OPENING, OPENING.replace('143 million', '145.5 million'))
    expect(found).toMatchObject({ said: SAID, since: SINCE, announced: false })
    expect(found?.changes).toHaveLength(1)
    const [change] = found?.changes ?? []
    expect(change?.before.at.quote.exact).toContain('143 million')
    expect(change?.after.at.quote.exact).toContain('145.5 million')
    expect(change?.before.sentence).toBe('Equifax lost data of 143 million people.')
    expect(change?.after.sentence.slice(change.after.offset)).toMatch(/^145\.5 million/)
  })

  it('sees names, dates and sums, also where sentences moved or came in between', () => {
    expect(pairs(OPENING, `An opening. ${OPENING.replace('May 2017', 'March 2017')}`)).toEqual([
      'date: May 2017 > March 2017',
    ])
    expect(pairs('APT33 robbed two banks in Chile last year.', 'APT38 robbed two banks in Chile last year.')).toEqual([
      'actor: APT33 > APT38',
    ])
    expect(pairs('They stole $1.1 million from it.', 'They stole $11 million from it.')).toEqual([
      'money: $1.1 million > $11 million',
    ])
  })

  it('is silent on new and lost sentences, on style and on hedges', () => {
    for (const [before, after] of [
      [OPENING, OPENING],
      [OPENING, `${OPENING} Shares fell by 14 percent.`],
      [OPENING, OPENING.replace(' Nobody was charged.', '')],
      [OPENING, OPENING.replace('143 million', '143,000,000')],
      [OPENING, OPENING.replace('143 million', 'about 143 million')],
      ['Equifax lost much, said the U.S. government.', 'Equifax lost so much, said the US government.'],
      ['Prices rose by 4 percent in Chile.', 'He met 7 officers of the army near the old harbour.'],
    ] as const)
      expect(compare(before, after), after).toBeUndefined()
  })

  it('pairs figures by the words beside them, each once, in the order of the text', () => {
    expect(
      pairs(
        'On the pier, 12 boats and 15 boats lay beside 20 ships and 31 cars.',
        'On the pier, 13 boats and 16 boats lay beside 21 ships and 32 cars.',
      ),
    ).toEqual(['count: 12 > 13', 'count: 15 > 16', 'count: 20 > 21', 'count: 31 > 32'])
  })

  it('says whether the publisher said so', () => {
    const mended = OPENING.replace('143 million', '145.5 million')
    expect(
      compare(OPENING, `${mended}\n\nCorrection: an earlier version of this article gave another number.`)?.announced,
    ).toBe(true)
  })

  it('gives the headline and the date of publication too', () => {
    const [one, other] = [revision(OPENING), revision(OPENING)]
    const before = { ...one, doc: { ...one.doc, title: '143 million lost', published: '2017-09-07T22:00:00Z' } }
    const after = { ...other, doc: { ...other.doc, title: '145 million lost', published: '2017-09-08' } }
    expect(revised(before, after, SAID, SINCE)).toMatchObject({
      title: { before: '143 million lost', after: '145 million lost' },
      published: { before: '2017-09-07', after: '2017-09-08' },
      changes: [],
    })
  })
})

describe('replacedSentences', () => {
  const sentence = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'one', 'two'), {
    minLength: 1,
    maxLength: 8,
  })
  const text = fc.array(sentence, { maxLength: 12 }).map(all => {
    let joined = ''
    const sentences = all.map(words => {
      const start = joined.length
      joined += `${words.join(' ')}. `
      return { start, end: joined.length - 1 }
    })
    return { text: joined, sentences }
  })

  it('finds nothing between a text and itself, and pairs in order, each sentence once', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(replacedSentences(one, one)).toEqual([])
        const found = replacedSentences(one, other)
        for (const side of ['before', 'after'] as const)
          expect(found.map(pair => pair[side].start)).toEqual(
            [...new Set(found.map(pair => pair[side].start))].sort((a, b) => a - b),
          )
      }),
    )
  })
})
