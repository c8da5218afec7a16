import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'

/** Countries: names and demonyms; capitals and governments are places of the country. */
export const place: Extractor<'country' | 'place'> = {
  id: 'place',
  finds: ['country', 'place'],
  *extract({ doc, names }: ExtractContext): Generator<Mention<'country' | 'place'>> {
    for (const { start, end, candidates } of names) {
      const found = candidates.find(({ entity }) => entity.type === 'country')
      if (!found) continue
      const iso2 = found.entity.ids['iso2'] ?? ''
      if (found.name.role === 'capital')
        yield mention(doc, 'place', 'place', start, end, { name: found.name.text, iso2 }, found.entity.id)
      else yield mention(doc, 'place', 'country', start, end, { iso2 }, found.entity.id)
    }
  },
}
