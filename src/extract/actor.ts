import { isWord } from '../knowledge/words.ts'
import { type Mention, mention } from '../model/mention.ts'
import { indexAt } from '../model/span.ts'
import type { ExtractContext, Extractor, NameHit } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { coinedActors } from './actor-coined.ts'
import { isFollowedByGroup, isNearGroup } from './actor-cue.ts'
import { designations } from './actor-designation.ts'
import { likeliest } from './candidates.ts'
import { enumerated } from './enumerated.ts'
import { glued } from './found.ts'
import { introductions } from './introduced.ts'
import { isFollowedByKind, isPrecededByKind } from './malware-cue.ts'
import { tokens } from './tokens.ts'

/**
 * Threat actors: names of the knowledge base (ordinary words only where the article shows that it means the group),
 * designations of numbered series, and names that the article itself introduces ("a group dubbed X", "the X gang").
 */
export const actor: Extractor<'actor'> = {
  id: 'actor',
  finds: ['actor'],
  *extract(context: ExtractContext): Generator<Mention<'actor'>> {
    const { doc, text, names } = context
    const known = names.filter(hit => isActor(hit, text))
    const places = new Map(known.map(hit => [hit, judge(hit, context)]))
    const sure = (hit: NameHit): boolean => places.get(hit) === 'sure'
    const listed = enumerated(names, text, sure)
    const shown = new Set(known.filter(hit => sure(hit) || (listed.has(hit) && places.get(hit) === 'open')))
    const spelt = new Set([...shown].map(hit => text.slice(hit.start, hit.end)))
    const entities = new Set([...shown].flatMap(hit => hit.candidates.map(({ entity }) => entity.id)))
    const taken = new Set<number>()
    for (const hit of known) {
      const place = places.get(hit)
      const vouched = hit.candidates.some(({ entity }) => entity.type === 'actor' && entities.has(entity.id))
      if (
        place === 'not' ||
        !(shown.has(hit) || spelt.has(text.slice(hit.start, hit.end)) || (place === 'open' && vouched))
      )
        continue
      const best = likeliest(hit, text, 'actor')
      if (!best) continue
      taken.add(hit.start)
      yield mention(doc, 'actor', 'actor', hit.start, hit.end, { canonical: best.entity.name }, best.entity.id)
    }
    for (const { start, end, words } of designations(text)) {
      if (taken.has(start)) continue
      taken.add(start)
      yield mention(doc, 'actor', 'actor', start, end, { canonical: words })
    }
    for (const { start, end, canonical } of coinedActors(context))
      if (!taken.has(start)) yield mention(doc, 'actor', 'actor', start, end, { canonical })
  },
}

/** Whether some entry says that the name is a group's, and none that it is a country or region. */
function isActor({ start, end, candidates }: NameHit, text: string): boolean {
  if (!candidates.some(({ entity }) => entity.type === 'actor')) return false
  if (candidates.some(({ entity }) => entity.type === 'country' || entity.type === 'region')) return false
  // Services of states are organisations; only what a service's unit is called says a group.
  const service = candidates.some(
    ({ entity, name }) => name.match === 'context' && entity.facts.some(({ value }) => value === 'state-service'),
  )
  return !service && !glued(text, start, end)
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
  const introduced = introductions(context).some(name => name.from === from && name.kind === 'actor')
  if (introduced || isFollowedByGroup(list, to)) return 'sure'
  const other = candidates.some(({ entity, name }) => entity.type !== 'actor' && name.match !== 'context')
  const plain = fitting.every(({ name }) => name.match === 'context')
  if (!plain && !other) return 'sure'
  if (isFollowedByKind(list, to) || isPrecededByKind(list, from) || isPartOfName(hit, context.text)) return 'not'
  if (list[from]?.first && from === to && isWord(foldName(words))) return 'open'
  return isNearGroup(list, from, to) ? 'sure' : 'open'
}

/** "Google Play", "Silence Ltd": a capitalised word a space away makes the word part of another name. */
const isPartOfName = ({ start, end }: NameHit, text: string): boolean =>
  /\p{Lu}\p{L}+ $/u.test(text.slice(Math.max(0, start - 24), start)) || /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))
