import { expect, it } from 'vitest'
import { acronymMismatch } from '../../src/check/acronym-mismatch.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { makeDocument } from '../../src/read/document.ts'
import { analyse } from '../../src/run/analyse.ts'

const flags = (text: string) =>
  analyse(
    makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text, map: [0, 0, text.length] }),
    shippedKnowledge(),
    [acronymMismatch],
  ).flags.map(({ at, confidence }) => [at.quote.exact, confidence])

it('is surer of initials that the article uses, as a word of their own', () => {
  const text = 'The Rural Water Inspection Board (RWBI) wrote.'
  expect(flags(text)).toEqual([['RWBI', 75]])
  expect(flags(`${text} Call RWIB.`)).toEqual([['RWBI', 92]])
  expect(flags(`${text} RWIB-led teams went.`)).toEqual([['RWBI', 92]])
  expect(flags(`${text} Call RWIBS or RWIB_2.`)).toEqual([['RWBI', 75]])
})
