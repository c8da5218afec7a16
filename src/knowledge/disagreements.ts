import type { Entity, Fact } from '../model/entity.ts'
import type { Knowledge } from '../model/stage.ts'

/** Where the sources of the knowledge base contradict each other about an entity. */
export interface Disagreement {
  readonly kind: 'identity' | 'country'
  /** In plain words, with who says what: "misp: same as APT38 (synonym); attack: distinct from APT38 (own entry)". */
  readonly text: string
}

/** Disagreements on who an entity is the same as, and on its country. */
export function disagreements(entity: Entity, knowledge: Knowledge): Disagreement[] {
  return [...identities(entity, knowledge), ...countries(entity)]
}

function identities({ facts }: Entity, knowledge: Knowledge): Disagreement[] {
  const others = new Set(facts.filter(({ predicate }) => predicate === 'distinct-from').map(({ value }) => value))
  return [...others].map(id => {
    const name = knowledge.get(id)?.name ?? id
    const about = facts.filter(({ value }) => value === id)
    const same = about.filter(({ predicate }) => predicate === 'same-as')
    const distinct = about.filter(({ predicate }) => predicate === 'distinct-from')
    return { kind: 'identity', text: `${sayers(same)}: same as ${name}; ${sayers(distinct)}: distinct from ${name}` }
  })
}

function countries({ facts }: Entity): Disagreement[] {
  const byCountry = Map.groupBy(
    facts.filter(({ predicate }) => predicate === 'country'),
    ({ value }) => value,
  )
  if (byCountry.size < 2) return []
  const sides = [...byCountry].map(([iso2, said]) => `${sayers(said)}: ${iso2}`)
  return [{ kind: 'country', text: sides.join('; ') }]
}

const sayers = (facts: readonly Fact[]): string => [...new Set(facts.map(({ source }) => source))].sort().join(', ')
