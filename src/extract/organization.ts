import { type Mention, mention } from '../model/mention.ts'
import { indexAt } from '../model/span.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { compound, type Found } from './found.ts'
import { cuedOrganizations } from './organization-cued.ts'
import { governments } from './organization-government.ts'
import { listedOrganizations } from './organization-listed.ts'
import { type Shaped, shapedOrganizations } from './organization-shaped.ts'
import { shortOrganizations } from './organization-short.ts'

/** Organisations: listed names, governments, names by shape ("Ministry of X", "X Ltd") or cue, and their short forms later on. */
export const organization: Extractor<'organization'> = {
  id: 'organization',
  finds: ['organization'],
  *extract(context: ExtractContext): Generator<Mention<'organization'>> {
    const { doc, text } = context
    const listed = listedOrganizations(context).sort((a, b) => a.start - b.start)
    const places = new Set(
      context.names
        .filter(({ candidates }) =>
          candidates.some(({ entity }) => ['country', 'place', 'region'].includes(entity.type)),
        )
        .map(({ start }) => start),
    )
    const shaped = shapedOrganizations(context, listed).flatMap(found => weigh(found, listed, places))
    const cued = cuedOrganizations(context)
    const all = [...governments(context), ...listed, ...shaped, ...cued]
    const seen = new Set<number>()
    for (const { start, end, canonical, entity } of [
      ...all,
      ...shortOrganizations(context, all, [...shaped, ...cued]),
    ]) {
      if (seen.has(start * 256 + (end - start))) continue
      seen.add(start * 256 + (end - start))
      yield mention(doc, 'organization', 'organization', start, end + compound(text, end), { canonical }, entity)
    }
  },
}

/**
 * A name by its shape that holds a listed one: "Microsoft Corp." and "Iranian Ministry of Intelligence" are the listed one in
 * full; "Zscaler Zero Trust Exchange" is a product, and only its maker is an organisation.
 */
function weigh(shape: Shaped, listed: readonly Found[], places: ReadonlySet<number>): Found[] {
  const inside: Found[] = []
  for (let at = Math.max(0, indexAt(listed, shape.start)); at < listed.length; at++) {
    const name = listed[at]
    if (!name || name.start >= shape.end) break
    if (name.start >= shape.start) inside.push(name)
  }
  const name = inside[0]
  if (!name) return [shape]
  if (shape.kind === 'legal' && name.start === shape.start)
    return [{ ...shape, canonical: name.canonical, ...(name.entity === undefined ? {} : { entity: name.entity }) }]
  // "Indianapolis Metropolitan Police Department" is not the Metropolitan Police.
  if (shape.kind === 'closes' && name.start > shape.start && places.has(shape.start)) return [shape]
  if (shape.kind !== 'opens' || name.start === shape.start) return []
  return name.end === shape.end && name.entity !== undefined
    ? [{ ...shape, canonical: name.canonical, entity: name.entity }]
    : [shape]
}
