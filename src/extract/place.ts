import { type Mention, mention } from '../model/mention.ts'
import type { Candidate, ExtractContext, Extractor } from '../model/stage.ts'
import { glued } from './found.ts'

/** "Russian-speaking", "Iran-linked", "US-based": the compound is one word and names the country. */
const COMPOUND =
  /^[-\u2010\u2011](?:speaking|languages?|linked|based|aligned|backed|nexus|sponsored|state|affiliated|related|themed|born|made|owned|run|led|wide|focused|funded|supported|origin|registered|headquartered|controlled|originating|allied|friendly|occupied|bound)\b/i

/** Words before a name that is an ordinary word or a person's name too, and make it a place. */
const CUE_BEFORE =
  /\b(?:in|from|near|at|outside|around|across|to|visiting|city of|town of|based in|headquartered in|University of|of) $/
const CUE_AFTER = /^,? (?:[A-Z]{2}\b|[A-Z][a-z]+,)|^[-\u2010\u2011]based\b/

/** Countries, regions, states and cities; capitals are places of their country. */
export const place: Extractor<'country' | 'place'> = {
  id: 'place',
  finds: ['country', 'place'],
  *extract({ doc, text, names }: ExtractContext): Generator<Mention<'country' | 'place'>> {
    for (const { start: begin, end, candidates } of names) {
      const start = /^the\s/i.test(text.slice(begin, begin + 4)) ? begin + 4 : begin
      const country = candidates.find(({ entity }) => entity.type === 'country')
      const found = country ?? candidates.find(({ entity }) => entity.type === 'place' || entity.type === 'region')
      if (!found || glued(text, start, end) || !believable(text, start, end, found)) continue
      const last = end + (COMPOUND.exec(text.slice(end, end + 16))?.[0].length ?? 0)
      const iso2 = found.entity.ids['iso2'] ?? countryOf(found)
      if (country && found.name.role !== 'capital')
        yield mention(doc, 'place', 'country', start, last, { iso2: iso2 ?? '' }, found.entity.id)
      else {
        const name = country ? found.name.text : found.entity.name
        yield mention(doc, 'place', 'place', start, last, iso2 ? { name, iso2 } : { name }, found.entity.id)
      }
    }
  },
}

const countryOf = ({ entity }: Candidate): string | undefined =>
  entity.facts.find(({ predicate }) => predicate === 'country')?.value

const believable = (text: string, start: number, end: number, { name }: Candidate): boolean =>
  name.match !== 'context' ||
  CUE_BEFORE.test(text.slice(Math.max(0, start - 20), start)) ||
  CUE_AFTER.test(text.slice(end, end + 24))
