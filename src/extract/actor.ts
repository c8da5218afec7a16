import type { Entity } from '../model/entity.ts'
import { type Mention, mention } from '../model/mention.ts'
import type { Candidate, ExtractContext, Extractor } from '../model/stage.ts'
import { designation } from '../normalise/name.ts'

/** Words that mark a name beside them as a threat actor. */
const CUE = /\b(?:group|gang|hackers?|actors?|operators?|crew|team|apt|threat|attributed|campaign)\b/i

/** Actors: names of the knowledge base, and designations of numbered series that it lacks. */
export const actor: Extractor<'actor'> = {
  id: 'actor',
  finds: ['actor'],
  *extract(context: ExtractContext): Generator<Mention<'actor'>> {
    const { doc, text, names } = context
    const taken = new Set<number>()
    for (const { start, end, candidates } of names) {
      const fitting = candidates.filter(candidate => candidate.entity.type === 'actor')
      const best = pick(fitting, text.slice(start, end))
      if (!best) continue
      if (best.name.match === 'context' && !CUE.test(text.slice(Math.max(0, start - 40), end + 40))) continue
      taken.add(start)
      yield mention(doc, 'actor', 'actor', start, end, { canonical: best.entity.name }, best.entity.id)
    }
    for (const match of text.matchAll(/\b(?:APT|FIN|TA|UNC|DEV|TEMP|UAC)[ -]?\d{1,5}\b/g)) {
      if (taken.has(match.index)) continue
      const parts = designation(match[0])
      if (parts)
        yield mention(doc, 'actor', 'actor', match.index, match.index + match[0].length, { canonical: match[0] })
    }
  },
}

/** A name that is an entity's own outranks the same name as another's alias. */
function pick(candidates: readonly Candidate[], words: string): Candidate | undefined {
  const own = (entity: Entity): boolean =>
    entity.name.toLowerCase().replace(/[^a-z0-9]/g, '') === words.toLowerCase().replace(/[^a-z0-9]/g, '')
  return candidates.find(({ entity }) => own(entity)) ?? candidates[0]
}
