import type { KnowledgeEvidence } from '../model/discrepancy.ts'
import type { Entity, Fact, Link } from '../model/entity.ts'
import { mention } from '../model/mention.ts'
import type { CheckContext, Knowledge } from '../model/stage.ts'
import { linked } from './by-type.ts'
import { once } from './once.ts'
import { signsOf } from './signs.ts'

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
const isNamed = ({ mention }: Link): boolean => /^[^a-z]|[A-Z0-9]/.test(mention.text)

/** Words right before a name that make it an actor's, even when it is an ordinary word ("aka Patchwork", "Iran-backed Leviathan"). */
const CUE =
  /\b(?:a\.?k\.?a\.?|known as|(?:tracked|identified|designated)(?: by [\w ]{1,30}?)? as|[A-Z][a-z]+-(?:based|backed|linked|sponsored|aligned))\s+(?:the\s+)?["'\u201c\u2018*_]?([A-Z][\w-]{2,30}(?: [A-Z][\w-]{2,30}){0,2})/g

/** What a cue ends with, right before a name and its article. */
const CUE_END =
  /(?:\ba\.?k\.?a\.?|\b(?:known|(?:tracked|identified|designated)(?: by [\w ]{1,30}?)?) as|-(?:based|backed|linked|sponsored|aligned))$/

/** Units of a cue, its article aside. */
const LONGEST_CUE = 50

/** Whether a cue stands before a capitalised word: a text without any is not searched. */
function mayCue(text: string): boolean {
  const { capitals } = signsOf(text)
  for (let index = 0; index < capitals.length; index += 2) {
    const start = capitals[index] ?? 0
    if (start < 3 || (text.charCodeAt(start - 1) === SPACE && !mayEnd(text.charCodeAt(start - 2)))) continue
    let end = beforeSpace(text, isOpening(text.charCodeAt(start - 1)) ? start - 1 : start)
    if (end > 3 && text.charCodeAt(end - 1) === E && text.startsWith('the', end - 3)) end = beforeSpace(text, end - 3)
    // A cue ends with "as", "aka", "a.k.a.", "based" and the like: few words before a name do.
    if (end < 3) continue
    const last = text.charCodeAt(end - 1)
    if (last !== S && last !== D && last !== A && last !== DOT) continue
    if (last === S ? !text.startsWith(' as', end - 3) : last === D && !text.startsWith('ed', end - 2)) continue
    if (CUE_END.test(text.slice(Math.max(0, end - LONGEST_CUE), end))) return true
  }
  return false
}

const [A, D, E, S, DOT] = [0x61, 0x64, 0x65, 0x73, 0x2e]

/** Whether a cue or its article, or the space before them, may end with a unit. */
const mayEnd = (unit: number): boolean =>
  unit === S || unit === D || unit === A || unit === DOT || unit === E || unit <= SPACE || unit === 0xa0

/** What may stand right before the name itself: quotation marks and marks of emphasis. */
const isOpening = (unit: number): boolean =>
  unit !== SPACE &&
  (unit === 0x22 || unit === 0x27 || unit === 0x201c || unit === 0x2018 || unit === 0x2a || unit === 0x5f)

const SPACE = 0x20

function beforeSpace(text: string, end: number): number {
  let at = end
  while (at > 0) {
    const unit = text.charCodeAt(at - 1)
    if (unit > SPACE && unit !== 0xa0) break
    at--
  }
  return at
}

/** The actors of a document: the linked ones, and names that a cue in front makes actors; sorted by start. */
export const namedActors: (context: CheckContext) => readonly Link[] = once(findActors)

function findActors(context: CheckContext): Link[] {
  const { doc, text, knowledge } = context
  const actors = linked(context, 'actor').filter(isNamed)
  if (!mayCue(text)) return actors
  const taken = new Set(actors.map(({ mention }) => mention.start))
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
