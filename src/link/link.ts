import type { Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import type { Knowledge } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'

/** Links each naming mention to an entity, or to NIL under its folded name. Measures are not linked. */
export function link(mentions: readonly Mention[], knowledge: Knowledge): Link[] {
  const links: Link[] = []
  for (const mention of mentions) {
    if (['money', 'count', 'percent', 'date', 'duration'].includes(mention.type)) continue
    const entity = mention.entity === undefined ? undefined : knowledge.get(mention.entity)
    links.push({
      mention,
      entity: entity ?? null,
      key: entity?.id ?? `${mention.type}:${foldName(mention.text)}`,
      score: entity ? 1 : 0,
    })
  }
  return links
}
