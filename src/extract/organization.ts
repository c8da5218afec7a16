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
    const places = new Map(
      context.names.flatMap(({ start, end, candidates }) => {
        const place = candidates.find(({ entity }) => ['country', 'place', 'region'].includes(entity.type))
        return place ? [[start, { end, iso2: place.entity.ids['iso2'] }] as const] : []
      }),
    )
    const shaped = shapedOrganizations(context, listed).flatMap(found => weigh(context, found, listed, places))
    const cued = cuedOrganizations(context)
    const named = [...governments(context), ...listed, ...shaped]
    const seen = new Set<number>()
    for (const { start, end, canonical, entity } of [
      ...named,
      ...shortOrganizations(context, named, [...shaped, ...cued]),
      ...cued,
    ]) {
      if (seen.has(start * 256 + (end - start))) continue
      seen.add(start * 256 + (end - start))
      yield mention(doc, 'organization', 'organization', start, end + compound(text, end), { canonical }, entity)
    }
  },
}

/** A country or place by where it begins. */
interface Place {
  readonly end: number
  readonly iso2: string | undefined
}

/**
 * A name by its shape that holds a listed one: "Microsoft Corp." and "Iranian Ministry of Intelligence" are the listed one in
 * full; "Zscaler Zero Trust Exchange" is a product, and only its maker is an organisation.
 */
function weigh(
  { text, knowledge }: ExtractContext,
  shape: Shaped,
  listed: readonly Found[],
  places: ReadonlyMap<number, Place>,
): Found[] {
  // "Russian Federation" is the country.
  if (places.get(shape.start)?.end === shape.end) return []
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
  // Nor is Washington's "Metropolitan Police Department".
  if (shape.kind === 'closes' && text.slice(name.end, shape.end) === ' Department') return [shape]
  if (shape.kind !== 'opens') return []
  if (name.start === shape.start) {
    // "NHS Lanarkshire" is more than the NHS, and "Supreme Court of India" not the American one; but "of China" adds nothing
    // to China's own ministry.
    const of = /^ of (?:the )?/.exec(text.slice(name.end, name.end + 8))?.[0].length ?? 1
    const country = places.get(name.end + of)?.iso2
    const own = knowledge.get(name.entity ?? '')?.facts.find(({ predicate }) => predicate === 'country')?.value
    return places.has(name.end + of) && (of === 1 || (own !== undefined && country !== undefined && own !== country))
      ? [shape]
      : []
  }
  // "University of Toronto and Citizen Lab": two names.
  const and = / and (?:the )?$/.exec(text.slice(shape.start, name.start))
  if (and) {
    const end = shape.start + and.index
    return [{ ...shape, end, canonical: text.slice(shape.start, end).replace(/\s+/g, ' ') }]
  }
  // The "Colorado Department of Transportation" is not the federal one.
  const before = places.get(shape.start)
  const own = before !== undefined && before.iso2 === undefined
  return name.end === shape.end && name.entity !== undefined && !own
    ? [{ ...shape, canonical: name.canonical, entity: name.entity }]
    : [shape]
}
