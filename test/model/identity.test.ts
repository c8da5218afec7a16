import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identities } from '../../src/model/identity.ts'
import { select } from '../../src/model/span.ts'

const SAME = 'APT33 stole it.'

/** A text of these sentences, with a flag on the first word of each that is SAME. */
function article(sentences: readonly string[]) {
  let text = ''
  const spans = sentences.map(sentence => {
    const start = text.length
    text += `${sentence} `
    return { start, end: start + sentence.length }
  })
  const doc = { id: 'a', text, sentences: spans }
  const flagged = sentences.flatMap((sentence, index) => (sentence === SAME ? [index] : []))
  const flags = flagged.map(index => {
    const start = spans[index]?.start ?? 0
    return { check: 'name-drift', subject: 'actor/apt33', at: select(doc, { start, end: start + 5 }) }
  })
  return { flagged, found: identities(doc, flags) }
}

describe('identities', () => {
  const sentences = fc.array(fc.constantFrom(SAME, SAME, 'It rained.', 'Nobody came.'), { maxLength: 12 })

  it('are different for every flag of a document', () => {
    fc.assert(
      fc.property(sentences, list => {
        const { found } = article(list)
        expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length)
      }),
    )
  })

  it('never pass to another place when one of several equal sentences is mended', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), (list, pick) => {
        const before = article(list)
        const mended = before.flagged[pick % Math.max(1, before.flagged.length)]
        const after = article(list.map((sentence, index) => (index === mended ? 'APT38 stole it.' : sentence)))
        const placeOf = new Map(before.found.map(({ fingerprint }, n) => [fingerprint, before.flagged[n]]))
        for (const [n, { fingerprint }] of after.found.entries()) {
          const place = placeOf.get(fingerprint)
          if (place !== undefined) expect(place).toBe(after.flagged[n])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('do not depend on what stands beside a sentence that is the only one of its kind', () => {
    const alone = (...list: string[]) => article(list).found[0]?.fingerprint
    expect(alone('It rained.', SAME, 'Nobody came.')).toBe(alone('Nobody came.', SAME))
  })
})
