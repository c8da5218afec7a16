import { describe, expect, it } from 'vitest'
import { unlistedSpeakers } from '../../src/claim/unlisted.ts'

const named = (text: string) => unlistedSpeakers(text).map(({ start, end, key }) => [text.slice(start, end), key])

describe('speakers whom no extractor knows', () => {
  it('finds them behind and ahead of the verb, and by surname after', () => {
    expect(
      named(
        '“Never,” said Acme researcher Zorvan Quelch, in a blog. Zorvan Quelch, who left, told us. Quelch added that.',
      ),
    ).toEqual([
      ['Zorvan Quelch', 'person:zorvanquelch'],
      ['Zorvan Quelch', 'person:zorvanquelch'],
      ['Quelch', 'person:zorvanquelch'],
    ])
  })

  it('leaves firms, offices and ordinary words alone', () => {
    expect(
      named('Quelch Security said so. National Crime Agency officials said so. Still Water said so. Quelch said so.'),
    ).toEqual([])
  })
})
