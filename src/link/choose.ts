import type { Entity, Link, LinkReason } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import type { Knowledge } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'

/** What the document names elsewhere: ids of entities, and ISO codes of countries. */
export interface Surroundings {
  readonly entities: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
}

export interface Choice extends Pick<Link, 'entity' | 'score'> {
  readonly reason: LinkReason
  readonly others: readonly string[]
}

/** How sure each reason is; own judgement, ordered by how often each was right on the development articles. */
const SURE = { 'own-name': 1, 'only-name': 0.95, listed: 0.95, context: 0.8, 'first-listed': 0.5, nil: 0 } as const

/** Facts that tie an entity to others that a document may name. */
const TIES: ReadonlySet<string> = new Set(['uses', 'used-by', 'part-of', 'related-to'])

/** The entity that a mention names, of those that bear its name. */
export function choose(
  mention: Mention,
  bearers: readonly Entity[],
  knowledge: Knowledge,
  around: Surroundings,
): Choice {
  const given = mention.entity === undefined ? undefined : knowledge.get(mention.entity)
  const choice = (entity: Entity, reason: keyof typeof SURE, others: readonly Entity[] = []): Choice => ({
    entity,
    reason,
    score: SURE[reason],
    others: others.filter(({ id }) => id !== entity.id).map(({ id }) => id),
  })
  if (bearers.length === 0 || (given && !bearers.includes(given)))
    return given ? choice(given, 'listed', bearers) : { entity: null, score: 0, reason: 'nil', others: [] }
  // An extractor that saw the name and left it open had its reason: a word without a cue.
  if (!given && !decisive(mention))
    return { entity: null, score: 0, reason: 'nil', others: bearers.map(({ id }) => id) }
  const fold = foldName(mention.text)
  const own = bearers.find(({ name }) => foldName(name) === fold)
  if (own) return choice(own, 'own-name', bearers)
  const [only] = bearers
  if (only && bearers.length === 1) return choice(only, 'only-name')
  const scored = bearers.map(entity => ({ entity, weight: weigh(entity, around) })).sort((a, b) => b.weight - a.weight)
  const [best, second] = scored
  if (best && best.weight > (second?.weight ?? 0)) return choice(best.entity, 'context', bearers)
  const first = given ?? best?.entity
  return first ? choice(first, 'first-listed', bearers) : { entity: null, score: 0, reason: 'nil', others: [] }
}

/** Types whose extractors name the entity whenever the knowledge base knows the words. */
const decisive = ({ type }: Mention): boolean => type !== 'organization' && type !== 'person' && type !== 'place'

/** Another name of the entity weighs most, then its malware or group, then its country. */
function weigh({ id, facts }: Entity, { entities, countries }: Surroundings): number {
  let weight = entities.has(id) ? 4 : 0
  for (const { predicate, value } of facts) {
    if (predicate === 'country' && countries.has(value)) weight += 1
    else if (TIES.has(predicate) && entities.has(value)) weight += 2
  }
  return weight
}
