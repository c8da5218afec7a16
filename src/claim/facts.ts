import { predicateOf } from '../knowledge/predicates.ts'
import type { Claim } from '../model/claim.ts'
import { foldName } from '../normalise/name.ts'

/** Claims of one subject and predicate that agree, and those that dispute them. */
export interface AgreedFact extends Pick<Claim, 'subject' | 'predicate' | 'object' | 'time' | 'place'> {
  readonly supports: readonly Claim[]
  readonly disputes: readonly Claim[]
}

/** Most values of one subject and predicate that are set against each other, so that the output stays linear. */
const RIVALS = 20

/** A range of numbers or of days, with what it is measured in. */
interface Range {
  readonly unit: string
  readonly min: number | string
  readonly max: number | string
}

/** What an object says, so that equal values have equal keys however they were written. */
function valueKey(object: Claim['object']): string {
  if ('words' in object) return foldName(object.words)
  if (!('type' in object)) return object.entity
  if (object.entity !== undefined) return object.entity
  switch (object.type) {
    case 'country':
      return `country/${object.value?.iso2.toLowerCase() ?? foldName(object.text)}`
    case 'cve':
      return object.value?.id ?? object.text
    case 'money':
    case 'count':
    case 'percent':
    case 'date':
      return JSON.stringify(rangeOf(object) ?? object.text)
    case 'duration':
      return object.value?.timex ?? object.text
    case 'place':
      return foldName(object.value?.name ?? object.text)
    default:
      return foldName(object.value?.canonical ?? object.text)
  }
}

/** A measure as a range; undefined for anything else. "Over $100 million" has no upper end. */
function rangeOf(object: Claim['object']): Range | undefined {
  if (!('type' in object) || object.value === undefined) return undefined
  if (object.type === 'date') {
    const { timex, from = timex, to = timex } = object.value
    return { unit: 'days', min: from, max: to }
  }
  if (object.type !== 'money' && object.type !== 'count' && object.type !== 'percent') return undefined
  const { min, max } = object.value
  const exact = object.type === 'money' ? object.value.amount : object.value.number
  const unit = object.type === 'money' ? object.value.currency : object.type
  const hedged = min !== undefined || max !== undefined
  return {
    unit,
    min: min ?? (hedged ? Number.NEGATIVE_INFINITY : (exact ?? Number.NEGATIVE_INFINITY)),
    max: max ?? (hedged ? Number.MAX_VALUE : (exact ?? Number.MAX_VALUE)),
  }
}

/** Whether two values cannot both be true of one subject: other names, or ranges of one unit that do not meet. */
function disagree(one: Claim, other: Claim): boolean {
  const [a, b] = [rangeOf(one.object), rangeOf(other.object)]
  if (a && b) return a.unit === b.unit && (a.max < b.min || b.max < a.min)
  return valueKey(one.object) !== valueKey(other.object)
}

/**
 * Facts among claims on one subject and predicate. Claims with the same value are one fact; those of a time or place of
 * their own are facts of their own, and a claim without either joins the first. Denials of a value dispute it; so do, for a
 * predicate with a single value, the supporters of a value that cannot be true beside it.
 */
export function facts(claims: readonly Claim[]): AgreedFact[] {
  const [any] = claims
  if (!any) return []
  const { single } = predicateOf(any.predicate)
  const groups = [...Map.groupBy(claims, ({ object }) => valueKey(object)).values()].flatMap(byScene)
  return groups.map((group, index) => {
    const first = group.find(({ stance }) => stance !== 'denied') ?? group[0] ?? any
    const rivals = single
      ? groups
          .slice(0, RIVALS)
          .flatMap((other, at) =>
            at === index ? [] : other.filter(claim => claim.stance !== 'denied' && disagree(first, claim)),
          )
      : []
    const { subject, predicate, object, time, place } = first
    return {
      subject,
      predicate,
      object,
      ...(time ? { time } : {}),
      ...(place ? { place } : {}),
      supports: group.filter(({ stance }) => stance !== 'denied'),
      disputes: [...group.filter(({ stance }) => stance === 'denied'), ...rivals],
    }
  })
}

/** Claims of one value, by time and place. */
function byScene(claims: readonly Claim[]): Claim[][] {
  const scenes = Map.groupBy(claims, ({ time, place }) =>
    time || place ? `${time?.timex ?? ''}\u0000${place ?? ''}` : '',
  )
  const loose = scenes.get('') ?? []
  scenes.delete('')
  const [first, ...rest] = [...scenes.values()]
  return first ? [[...first, ...loose], ...rest] : [loose]
}
