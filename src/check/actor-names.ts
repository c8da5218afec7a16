import type { KnowledgeEvidence } from '../model/discrepancy.ts'
import type { Entity, Fact, Link } from '../model/entity.ts'
import { mention } from '../model/mention.ts'
import type { CheckContext, Knowledge } from '../model/stage.ts'

/** Facts that tie two groups together, loosely or as one. */
const TIES = new Set(['same-as', 'part-of', 'overlaps', 'linked-to', 'related-to', 'renamed-to'])

/** Every actor (or malware) that the words of a link may name: names are many-to-many. */
export function readings(
  knowledge: Knowledge,
  { mention, entity }: Link,
  type: 'actor' | 'malware' = 'actor',
): readonly Entity[] {
  const all = new Map<string, Entity>(entity ? [[entity.id, entity]] : [])
  for (const candidate of knowledge.candidates(mention.text, type)) all.set(candidate.entity.id, candidate.entity)
  return [...all.values()]
}

/** Ids of the actors and of those that a source ties to them, two steps far. */
function relatives(knowledge: Knowledge, actors: readonly Entity[]): ReadonlySet<string> {
  const ids = new Set(actors.map(({ id }) => id))
  for (let step = 0; step < 2; step++)
    for (const id of [...ids])
      for (const fact of knowledge.get(id)?.facts ?? []) if (TIES.has(fact.predicate)) ids.add(fact.value)
  return ids
}

/** Whether any source ties any reading of one name to any reading of the other. */
export function tied(knowledge: Knowledge, one: readonly Entity[], other: readonly Entity[]): boolean {
  const near = relatives(knowledge, one)
  const back = relatives(knowledge, other)
  return other.some(({ id }) => near.has(id)) || one.some(({ id }) => back.has(id))
}

/** What the sources say of the countries of any reading, each source and country once. */
export function countryRows(actors: readonly Entity[]): readonly { readonly entity: Entity; readonly fact: Fact }[] {
  const seen = new Set<string>()
  return actors
    .flatMap(entity => entity.facts.filter(({ predicate }) => predicate === 'country').map(fact => ({ entity, fact })))
    .filter(({ fact }) => {
      const key = `${fact.value} ${fact.source}`
      return !seen.has(key) && seen.add(key)
    })
}

/** "APT28 is also called Fancy Bear, Sofacy": a row that shows an actor's names. */
export function nameRow(knowledge: Knowledge, entity: Entity): KnowledgeEvidence {
  const others = entity.names.filter(({ text }) => text !== entity.name)
  const source = entity.names[0]?.sources[0] ?? Object.keys(entity.ids)[0] ?? ''
  return {
    entity: entity.id,
    fact: `${entity.name} is ${
      others.length === 0
        ? 'listed without other names'
        : `also called ${others
            .slice(0, 8)
            .map(({ text }) => text)
            .join(', ')}`
    }`,
    source: knowledge.sourceRef(source),
    version: knowledge.version,
  }
}

/** An actor written as a name: an ordinary word in lower case ("hacking") is none, whatever the knowledge base lists. */
const isNamed = ({ mention }: Link): boolean => mention.type === 'actor' && /^[^a-z]|[A-Z0-9]/.test(mention.text)

/** Words right before a name that make it an actor's, even when it is an ordinary word ("aka Patchwork", "Iran-backed Leviathan"). */
const CUE =
  /\b(?:a\.?k\.?a\.?|known as|(?:tracked|identified|designated)(?: by [\w ]{1,30}?)? as|[A-Z][a-z]+-(?:based|backed|linked|sponsored|aligned))\s+(?:the\s+)?["'\u201c\u2018*_]?([A-Z][\w-]{2,30}(?: [A-Z][\w-]{2,30}){0,2})/g

/** Pieces of the cues without a k, which begin with a rare letter: searches are quick for these. */
const SIGNS = ['fied', 'gnated', '-based', '-sponsored', '-aligned']

/** Whether a piece of every cue stands in a text: one without any is not searched. */
function mayCue(text: string): boolean {
  for (let at = text.indexOf('k'); at >= 0; at = text.indexOf('k', at + 1)) {
    // "aka" with or without its dots.
    const after = text.startsWith('a', at + 1) || text.startsWith('.a', at + 1)
    if (after && (text.startsWith('a', at - 1) || text.startsWith('a.', at - 2))) return true
    if (text.startsWith('known as', at)) return true
    // "tracked", "-backed", "-linked".
    if (text.startsWith('ked', at) && /(?:trac|-bac|-lin)$/.test(text.slice(Math.max(0, at - 4), at))) return true
  }
  return SIGNS.some(sign => text.includes(sign))
}

const cued = new WeakMap<CheckContext, readonly Link[]>()

/** The actors of a document: the linked ones, and names that a cue in front makes actors; sorted by start. */
export function namedActors(context: CheckContext): readonly Link[] {
  const known = cued.get(context)
  if (known) return known
  const found = findActors(context)
  cued.set(context, found)
  return found
}

function findActors({ doc, text, links, knowledge }: CheckContext): Link[] {
  const actors = links.filter(isNamed)
  const taken = new Set(actors.map(({ mention }) => mention.start))
  if (!mayCue(text)) return actors
  for (const match of text.matchAll(CUE)) {
    const words = match[1] ?? ''
    const start = match.index + match[0].length - words.length
    if (taken.has(start)) continue
    for (let name = words; name !== ''; name = name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : '') {
      const entity = knowledge.candidates(name, 'actor')[0]?.entity
      if (!entity) continue
      const found = mention(doc, 'cue', 'actor', start, start + name.length, { canonical: entity.name }, entity.id)
      actors.push({ mention: found, entity, key: entity.id, score: 1 })
      break
    }
  }
  return actors.sort((a, b) => a.mention.start - b.mention.start)
}
