import { isWord } from '../knowledge/words.ts'
import { type Mention, mention } from '../model/mention.ts'
import { indexAt } from '../model/span.ts'
import type { Candidate, ExtractContext, Extractor, NameHit } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { coinedActors, initials } from './actor-coined.ts'
import { actsAsGroup, isFollowedByGroup, isNearGroup } from './actor-cue.ts'
import { designations } from './actor-designation.ts'
import { patternedActors } from './actor-patterned.ts'
import { isOwnName, likeliest } from './candidates.ts'
import { enumerated } from './enumerated.ts'
import { type Found, glued } from './found.ts'
import { gangs } from './gang.ts'
import { introduced } from './introduced.ts'
import { isFollowedByKind, isPrecededByKind } from './malware-cue.ts'
import { type Token, tokens, tokensOf } from './tokens.ts'

/**
 * Threat actors: names of the knowledge base (ordinary words only where the article shows that it means the group),
 * designations of numbered series, and names that the article itself introduces ("a group dubbed X", "the X gang").
 */
export const actor: Extractor<'actor'> = {
  id: 'actor',
  finds: ['actor'],
  anyLanguage: true,
  *extract(context: ExtractContext): Generator<Mention<'actor'>> {
    const known = knownActors(context)
    const numbered: Found[] = designations(context.text, tokensOf(context).marked).map(({ words, ...place }) => ({
      ...place,
      canonical: words,
    }))
    const coined = [...coinedActors(context), ...patternedActors(context, known.length + numbered.length > 0)]
    const taken = new Set<number>()
    for (const { start, end, canonical, entity } of [
      ...known,
      ...numbered,
      ...coined,
      ...initials([...known, ...coined], context),
    ]) {
      if (taken.has(start)) continue
      taken.add(start)
      yield mention(context.doc, 'actor', 'actor', start, end, { canonical }, entity)
    }
  },
}

/** Names of the knowledge base that mean a group here: sure by themselves, or vouched for by another place. */
function knownActors(context: ExtractContext): Found[] {
  const { text, names } = context
  const known = names.filter(hit => isActor(hit, text))
  const places = new Map(known.map(hit => [hit, judge(hit, context)]))
  const sure = (hit: NameHit): boolean => places.get(hit) === 'sure'
  const listed = enumerated(names, text, sure)
  const shown = known.filter(hit => sure(hit) || (listed.has(hit) && places.get(hit) === 'open'))
  const spelt = new Set(shown.map(hit => text.slice(hit.start, hit.end)))
  const entities = new Set(shown.flatMap(({ candidates }) => candidates.map(({ entity }) => entity.id)))
  return known.flatMap(hit => {
    const best = likeliest(hit, text, 'actor')
    const open = places.get(hit) !== 'not'
    const vouched =
      spelt.has(text.slice(hit.start, hit.end)) ||
      hit.candidates.some(({ entity }) => entity.type === 'actor' && entities.has(entity.id))
    if (!best || !open || !vouched) return []
    const end = hit.end + groupNoun(hit, best, text)
    return [{ start: hit.start, end, canonical: best.entity.name, entity: best.entity.id }]
  })
}

/** "Cobalt group" is Cobalt Group, whose name is read with its capitals only: the length of the noun after the name. */
function groupNoun({ start, end }: NameHit, { entity }: Candidate, text: string): number {
  const noun = /^ (?:group|gang|team)\b/.exec(text.slice(end, end + 7))?.[0]
  const full = noun && foldName(text.slice(start, end) + noun)
  return noun && entity.names.some(name => foldName(name.text) === full) ? noun.length : 0
}

/** A family of malware by whose name some source calls a group too: "Maze", "Havex" mean the group only before "gang". */
const isFamily = (hit: NameHit, text: string): boolean =>
  isOwnName(hit, text, 'malware') && !isOwnName(hit, text, 'actor')

/** Whether some entry says that the name is a group's, and none that it is a country or region. */
function isActor({ start, end, candidates }: NameHit, text: string): boolean {
  if (!candidates.some(({ entity }) => entity.type === 'actor')) return false
  if (candidates.some(({ entity }) => entity.type === 'country' || entity.type === 'region')) return false
  return !glued(text, start, end)
}

/** What one place says of the name: surely the group, open until another place vouches for it, or surely something else. */
function judge(hit: NameHit, context: ExtractContext): 'sure' | 'open' | 'not' {
  const { candidates, start, end } = hit
  const list = tokens(context)
  const from = indexAt(list, start)
  const to = indexAt(list, end - 1)
  const words = context.text.slice(start, end)
  const fitting = candidates.filter(({ entity }) => entity.type === 'actor')
  if (!/[\p{Lu}\p{N}]/u.test(words)) return 'not'
  if (introduced(context).get(from) === 'actor' || isFollowedByGroup(list, to) || gangs(context).has(hit)) return 'sure'
  if (isLinked(context.doc.text, end)) return 'sure'
  if (isFamily(hit, context.text)) return 'not'
  const other = candidates.some(({ entity, name }) => entity.type !== 'actor' && name.match !== 'context')
  if (isService(hit)) return actsAsGroup(context.text, start, end) ? 'sure' : 'open'
  const plain = fitting.every(({ name }) => name.match === 'context')
  if (!plain && !other) return 'sure'
  if (isFollowedByKind(list, to) || isPrecededByKind(list, from) || isPartOfName(list, from, to, context.text))
    return 'not'
  if (list[from]?.first && from === to && isWord(foldName(words))) return 'open'
  // "campaign spoofing UPS": beside what names a company too, only a noun right after it tells.
  const company = candidates.some(({ entity, name }) => entity.type === 'organization' && name.match !== 'context')
  return !company && isNearGroup(list, from, to) ? 'sure' : 'open'
}

/** "[Patchwork](https://attack.mitre.org/groups/G0040/)": the link says that the name is a group's. */
const isLinked = (source: string, end: number): boolean =>
  source[end] === ']' && /^\]\(https?:\/\/attack\.mitre\.org\/groups\/G\d/.test(source.slice(end, end + 48))

/** Services of states ("GRU") are organisations, and actors in articles that show them at work; their units are always actors. */
const isService = ({ candidates }: NameHit): boolean =>
  candidates.some(
    ({ entity, name }) => name.match === 'context' && entity.facts.some(({ value }) => value === 'state-service'),
  )

/** "Google Play", "Silence Ltd": a capitalised word a space away makes the word part of another name. */
function isPartOfName(list: readonly Token[], from: number, to: number, text: string): boolean {
  const joined = (a: Token | undefined, b: Token | undefined): boolean =>
    a !== undefined && b !== undefined && a.capital && b.capital && text.slice(a.end, b.start) === ' '
  return (!list[from - 1]?.first && joined(list[from - 1], list[from])) || joined(list[to], list[to + 1])
}
