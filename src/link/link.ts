import type { Entity, Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import type { Knowledge } from '../model/stage.ts'
import { type Choice, choose, type Surroundings } from './choose.ts'
import { nameKeys } from './name-keys.ts'

const MEASURES: ReadonlySet<Mention['type']> = new Set(['money', 'count', 'percent', 'date', 'duration'])

/**
 * Links each naming mention to an entity, or to NIL under the folded full name that the document gives it. Measures are not
 * linked. Names that several entities bear are settled by the entity's own name, then by what else the document names.
 */
export function link(mentions: readonly Mention[], knowledge: Knowledge): Link[] {
  const naming = mentions.filter(({ type }) => !MEASURES.has(type))
  const bearers = bearersOf(naming, knowledge)
  const around = surroundings(naming, bearers)
  const keyOf = nameKeys(naming)
  const chosen = new Map<string, Choice>()
  return naming.map((mention): Link => {
    const id = identity(mention)
    let choice = chosen.get(id)
    if (!choice) {
      choice = choose(mention, bearers.get(id) ?? [], knowledge, around)
      chosen.set(id, choice)
    }
    const { entity, score, reason, others } = choice
    return {
      mention,
      entity,
      key: entity?.id ?? keyOf(mention),
      score,
      reason,
      ...(others.length > 0 ? { others } : {}),
    }
  })
}

/** Mentions of one type and spelling that the extractor read alike are linked alike. */
const identity = ({ type, text, entity }: Mention): string => `${type}\u0000${entity ?? ''}\u0000${text}`

/** The entities of a mention's type that bear its name; asked once for each spelling. */
function bearersOf(mentions: readonly Mention[], knowledge: Knowledge): Map<string, readonly Entity[]> {
  const bearers = new Map<string, readonly Entity[]>()
  for (const mention of mentions) {
    const id = identity(mention)
    if (bearers.has(id)) continue
    const hit = knowledge.scan(mention.text).find(({ start, end }) => start === 0 && end === mention.text.length)
    const entities = (hit?.candidates ?? []).map(({ entity }) => entity).filter(({ type }) => type === mention.type)
    bearers.set(id, [...new Set(entities)])
  }
  return bearers
}

/** What a document names without doubt. */
function surroundings(mentions: readonly Mention[], bearers: ReadonlyMap<string, readonly Entity[]>): Surroundings {
  const entities = new Set<string>()
  const countries = new Set<string>()
  for (const mention of mentions) {
    if (mention.type === 'country' && mention.value) countries.add(mention.value.iso2)
    const several = bearers.get(identity(mention)) ?? []
    if (several.length === 1 && several[0]) entities.add(several[0].id)
    else if (several.length === 0 && mention.entity !== undefined) entities.add(mention.entity)
  }
  return { entities, countries }
}
