import { describe, expect, it } from 'vitest'
import { checks } from '../../src/builtin.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { makeDocument } from '../../src/read/document.ts'
import { analyse } from '../../src/run/analyse.ts'

const article = (text: string, published: string) =>
  analyse(
    makeDocument({ id: 'a', source: 's', encoding: 'utf-8', published, text, map: [0, 0, text.length] }),
    shippedKnowledge(),
    checks,
  )

describe('a publication date that the text refutes', () => {
  const text = 'Last month Splunk fixed CVE-2018-7427 and CVE-2018-7432. On Tuesday, 3 April, it told its customers.'
  const { flags, mentions, doc } = article(text, '2017-04-03')

  it('is one flag, and no other check counts from it', () =>
    expect(flags.map(({ check, at }) => [check, at.quote.exact])).toEqual([['publication-date', 'CVE-2018-7427']]))
  it('leaves relative dates unresolved', () =>
    expect(mentions.find(({ text }) => text === 'Last month')?.value).not.toHaveProperty('from'))
  it('stays in the document', () => expect(doc.published).toBe('2017-04-03'))
  it('says so when day and month swapped would fit', () =>
    expect(
      article('This week Adobe sent its November updates. The November updates fix a flaw.', '2018-05-11').flags[0]
        ?.message,
    ).toContain('2018-11-05'))
})

it('a publication date that holds anchors relative dates', () => {
  const { flags, mentions } = article('Last month Splunk fixed CVE-2018-7427 and CVE-2018-7432.', '2018-04-03')
  expect(flags).toEqual([])
  expect(mentions.find(({ text }) => text === 'Last month')?.value).toMatchObject({ from: '2018-03-01' })
})
