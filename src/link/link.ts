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
  const names = namesOf(naming, knowledge)
  const around = surroundings(names)
  const keyOf = nameKeys(naming)
  return names.map(({ mention, name }): Link => {
    name.choice ??= choose(mention, name.bearers, knowledge, around)
    const { entity, score, reason, others } = name.choice
    const link = { mention, entity, key: entity?.id ?? keyOf(mention), score, reason }
    return others.length > 0 ? { ...link, others } : link
  })
}

/** Mentions of one type and spelling that the extractor read alike: they are linked alike. */
interface Name {
  /** The entities of that type that bear the name. */
  readonly bearers: readonly Entity[]
  choice?: Choice
}

interface Named {
  readonly mention: Mention
  readonly name: Name
}

/** The mentions with their names; the knowledge base is asked once for each. */
function namesOf(mentions: readonly Mention[], knowledge: Knowledge): Named[] {
  const names = new Map<string, Name>()
  return mentions.map(mention => {
    const { type, text, entity } = mention
    const id = `${type}\u0000${entity ?? ''}\u0000${text}`
    let name = names.get(id)
    if (!name) {
      name = { bearers: bearersOf(mention, knowledge) }
      names.set(id, name)
    }
    return { mention, name }
  })
}

/** The entities of a mention's type that bear its name. */
function bearersOf({ type, text }: Mention, knowledge: Knowledge): Entity[] {
  const hit = knowledge.scan(text).find(({ start, end }) => start === 0 && end === text.length)
  const entities = (hit?.candidates ?? []).map(({ entity }) => entity).filter(entity => entity.type === type)
  return [...new Set(entities)]
}

/** What a document names without doubt. */
function surroundings(names: readonly Named[]): Surroundings {
  const entities = new Set<string>()
  const countries = new Set<string>()
  for (const { mention, name } of names) {
    if (mention.type === 'country' && mention.value) countries.add(mention.value.iso2)
    const [only, ...others] = name.bearers
    if (only && others.length === 0) entities.add(only.id)
    else if (!only && mention.entity !== undefined) entities.add(mention.entity)
  }
  return { entities, countries }
}
