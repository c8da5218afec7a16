import { describe, expect, it } from 'vitest'
import { extractors } from '../../src/builtin.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { docOf } from './found.ts'

/** What made quadratic extractors stall: runs of one shape, each a beginning of a name or a cue. */
const UNITS = [
  'A. ',
  'Ministry of ',
  'Bank and ',
  'U.S. ',
  'Kim Lee ',
  '(ABC) ',
  'energy, ',
  'Greenfield, ',
  'said ',
  'Acme Ltd, ',
  '| RU ',
]
const NAMES = extractors.filter(({ id }) => ['organization', 'person', 'place', 'sector'].includes(id))

// 100,000 units take some tens of milliseconds; a quadratic extractor needs minutes.
describe.each(NAMES)('the $id extractor', ({ extract }) => {
  it.each(UNITS)(
    'is linear on runs of "%s"',
    unit => {
      const doc = docOf(unit.repeat(100_000 / unit.length))
      const knowledge = shippedKnowledge()
      const mentions = [...extract({ doc, text: doc.text, names: knowledge.scan(doc.text), knowledge })]
      expect(mentions.every(({ start, end, text }) => doc.text.slice(start, end) === text)).toBe(true)
    },
    10_000,
  )
})
