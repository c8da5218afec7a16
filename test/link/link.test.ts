import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { link } from '../../src/link/link.ts'
import { type Mention, type MentionType, mention, type Values } from '../../src/model/mention.ts'
import { docOf } from '../extract/found.ts'

const knowledge = shippedKnowledge()

/** Mentions of the given words, in the order given, each at its first place in a text made of them. */
function mentions(
  ...given: readonly { type: MentionType; text: string; value?: Values[MentionType]; entity?: string }[]
): Mention[] {
  const doc = docOf(given.map(({ text }) => text).join('. '))
  let at = 0
  return given.map(({ type, text, value, entity }) => {
    const start = at
    at += text.length + 2
    return mention(doc, 'test', type, start, start + text.length, value as never, entity)
  })
}

describe('linking', () => {
  it('takes an entity of its own before another that lists the name', () => {
    const [apt38] = link(mentions({ type: 'actor', text: 'APT38' }), knowledge)
    expect(apt38).toMatchObject({ key: 'actor/apt38', score: 1, reason: 'own-name' })
  })

  it('links other names and other ways of writing', () => {
    const links = link(
      mentions(
        { type: 'organization', text: 'TrendMicro', entity: 'organization/trend-micro' },
        { type: 'actor', text: 'APT 38' },
      ),
      knowledge,
    )
    expect(links.map(({ key }) => key)).toEqual(['organization/trend-micro', 'actor/apt38'])
  })

  it('gives a government the key of its country', () => {
    const [government] = link(
      mentions({ type: 'organization', text: 'Iranian government', entity: 'country/ir' }),
      knowledge,
    )
    expect(government).toMatchObject({ key: 'country/ir', reason: 'listed' })
  })

  it('gives short forms of unknown names the key of the first full name', () => {
    const full = { canonical: 'Evaldas Rimasauskas' }
    const links = link(
      mentions(
        { type: 'person', text: 'Evaldas Rimasauskas', value: full },
        { type: 'person', text: 'Rimasauskas', value: full },
        { type: 'organization', text: 'Quimbo Ltd', value: { canonical: 'Quimbo Ltd' } },
        { type: 'organization', text: 'Quimbo', value: { canonical: 'Quimbo' } },
      ),
      knowledge,
    )
    expect(links.map(({ key }) => key)).toEqual([
      'person:evaldasrimasauskas',
      'person:evaldasrimasauskas',
      'organization:quimboltd',
      'organization:quimboltd',
    ])
    expect(links.every(({ entity, score, reason }) => entity === null && score === 0 && reason === 'nil')).toBe(true)
  })

  it('leaves measures out', () => {
    expect(link(mentions({ type: 'percent', text: '12%', value: { number: 12 } }), knowledge)).toEqual([])
  })
})
