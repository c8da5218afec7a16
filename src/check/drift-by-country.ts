import type { Evidence, Finding, KnowledgeEvidence } from '../model/discrepancy.ts'
import type { Entity, Link } from '../model/entity.ts'
import type { CheckContext } from '../model/stage.ts'
import { designation } from '../normalise/name.ts'
import { linked } from './by-type.ts'
import { countryFacts, countryName, knowledgeRow } from './countries.ts'
import { oneEdit } from './near-words.ts'

/** Every place of one actor in the document. */
interface Group {
  readonly key: string
  readonly name: string
  readonly entity: Entity | null
  readonly links: readonly Link[]
  readonly countries: ReadonlySet<string>
}

/** Evidence places that a flag shows of each kind: enough to judge, few enough to read. */
const SHOWN = 4

/** Whether two designations of one series differ by a single digit or by two neighbours swapped. */
function lookAlike(a: string, b: string): boolean {
  const one = designation(a)
  const other = designation(b)
  if (!one || !other || one.series !== other.series) return false
  const edit = oneEdit(one.number, other.number)
  return edit?.kind === 'substitute' || edit?.kind === 'transpose'
}

function groups(context: CheckContext): Group[] {
  return [...Map.groupBy(linked(context, 'actor'), ({ key }) => key)].map(([key, list]) => {
    const entity = list[0]?.entity ?? null
    return {
      key,
      name: list[0]?.mention.text ?? key,
      entity,
      links: list,
      countries: new Set(entity ? countryFacts(entity).map(fact => fact.value) : []),
    }
  })
}

/** Look-alike designations of a group from a country that the article never names, in an article on a group from a country that it does. */
export function* driftByCountry(context: CheckContext): Generator<Finding> {
  const { links, knowledge, select } = context
  const actors = groups(context)
  if (actors.length < 2) return
  const places = Map.groupBy(
    links.filter(({ key }) => key.startsWith('country/')),
    ({ key }) => key.slice('country/'.length).toUpperCase(),
  )
  for (const suspect of actors) {
    if (suspect.countries.size === 0 || [...suspect.countries].some(iso2 => places.has(iso2))) continue
    const main = actors.find(
      other =>
        other !== suspect &&
        lookAlike(suspect.name, other.name) &&
        [...other.countries].some(iso2 => !suspect.countries.has(iso2) && (places.get(iso2)?.length ?? 0) >= 2),
    )
    if (!main) continue
    const iso2 = [...main.countries].find(code => places.has(code)) ?? ''
    const named = places.get(iso2) ?? []
    const evidence: Evidence[] = [
      ...main.links.slice(0, SHOWN).map(link => ({
        role: 'for' as const,
        note: `the article calls the group ${main.name} here`,
        at: select(link.mention),
      })),
      ...named.slice(0, SHOWN).map(link => ({
        role: 'for' as const,
        note: `the article is about ${countryName(knowledge, iso2)}`,
        at: select(link.mention),
      })),
    ]
    const rows: KnowledgeEvidence[] = [suspect, main].flatMap(group =>
      group.entity ? countryFacts(group.entity).map(fact => knowledgeRow(knowledge, group.entity as Entity, fact)) : [],
    )
    const theirs = [...suspect.countries].map(code => countryName(knowledge, code)).join(' or ')
    for (const link of suspect.links)
      yield {
        confidence: 90,
        at: select(link.mention),
        subject: suspect.key,
        message:
          `\u201c${link.mention.text}\u201d looks like a slip for \u201c${main.name}\u201d. ${suspect.name} is a group from ${theirs}, ` +
          `which this article never mentions; the article is about ${countryName(knowledge, iso2)} ` +
          `(named ${named.length} times) and its group ${main.name}, which differs by one digit.`,
        suggestion: main.name,
        evidence,
        knowledge: rows,
      }
  }
}
