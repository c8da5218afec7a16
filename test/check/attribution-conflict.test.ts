import { expect, it } from 'vitest'
import { attributionConflict } from '../../src/check/attribution-conflict.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { makeDocument } from '../../src/read/document.ts'
import { analyse } from '../../src/run/analyse.ts'

it('shows for each group where the article names the countries that it is known to be of', () => {
  const text =
    'Russia denied it. China denied it too. Researchers named Iran-based APT28. Others named Iran-based APT10. ' +
    'Russian officials laughed. Russia, Russia and Russia again. They named Iran-based Fancy Bear.'
  const doc = makeDocument({ id: 'a', source: 's', encoding: 'utf-8', text, map: [0, 0, text.length] })
  const { flags } = analyse(doc, shippedKnowledge(), [attributionConflict])
  expect(flags.map(({ at, evidence }) => [at.quote.exact, ...evidence.map(one => one.at.quote.exact)])).toEqual([
    ['Iran-based', 'APT28', 'Russia', 'Russian', 'Russia', 'Russia'],
    ['Iran-based', 'APT10', 'China'],
    ['Iran-based', 'Fancy Bear', 'Russia', 'Russian', 'Russia', 'Russia'],
  ])
})
