import type { KnowledgeEvidence } from '../model/discrepancy.ts'
import type { Entity, Fact } from '../model/entity.ts'
import type { Knowledge } from '../model/stage.ts'

/** What the sources say of the country an actor works for. */
export const countryFacts = (entity: Entity): readonly Fact[] =>
  entity.facts.filter(fact => fact.predicate === 'country')

/** "North Korea" for KP. */
export const countryName = (knowledge: Knowledge, iso2: string): string =>
  knowledge.get(`country/${iso2.toLowerCase()}`)?.name ?? iso2

/** A country statement as a flag shows it: in words, with source and version. */
export const knowledgeRow = (knowledge: Knowledge, entity: Entity, fact: Fact): KnowledgeEvidence => ({
  entity: entity.id,
  fact: `${entity.name} is attributed to ${countryName(knowledge, fact.value)} (${fact.value})`,
  source: knowledge.sourceRef(fact.source),
  version: knowledge.version,
})
