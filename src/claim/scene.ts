import { predicateOf } from '../knowledge/predicates.ts'
import type { Claim } from '../model/claim.ts'
import type { Sentence } from './encode.ts'
import type { Found } from './match.ts'
import type { Slot } from './slots.ts'
import type { Speech } from './voices.ts'

/** How near a date must stand to the words of a claim. */
const NEAR = 60
/** A date behind one of these belongs to another statement. */
const CLAUSE =
  /[;:"\u0097]|, (?:but|while|although|and|which|who|after|when)\b|\b(?:but|whereas|although|while|after|when|that|which|before)\b/

/** Whether a date says a day or a year by itself: neither "the same year", which another one tells, nor "weeks before". */
const tells = ({ mention }: Slot): boolean =>
  mention?.type !== 'date' || (!/^(?:the )?same\b/i.test(mention.text) && /\d/.test(mention.value?.timex ?? '0'))

const gap = (at: number, from: number, to: number): number => Math.max(0, from - at, at - to)

/**
 * When and where a claim holds: the nearest date of its clause, and the one
 * place after "in" or "at". Dates of saying ("said Tuesday") and the claim's own names do not count.
 */
export function circumstances(
  { code, places }: Sentence,
  { pattern, subject, objects, from, to }: Found,
  speech: Speech,
): Pick<Claim, 'time' | 'place'> {
  if (predicateOf(pattern.predicate).scope === 'always') return {}
  const own = (slot: Slot) => slot === subject || objects.includes(slot)
  const dates = places.filter(({ at, slot }) => slot.letter === 'D' && tells(slot) && !own(slot) && !speech.covers(at))
  const near = dates
    .filter(
      ({ at }) =>
        at >= from - NEAR && at <= to + NEAR && !CLAUSE.test(code.slice(Math.min(at, to), Math.max(at, from))),
    )
    .sort((a, b) => gap(a.at, from, to) - gap(b.at, from, to))
  // An event that is only mentioned has the date that its own words bear: "the breach was found in May" dates the finding.
  const date = pattern.given ? near.find(({ at }) => /^(?: in| on)? $/.test(code.slice(to, at))) : near[0]
  const spots = places.filter(
    ({ at, slot }) =>
      /[CL]/.test(slot.letter) &&
      !own(slot) &&
      /\b(?:in|at|across) (?:the )?$/.test(code.slice(Math.max(0, at - 15), at)) &&
      !/^,? (?:and |or )?(?:the )?[CL]/.test(code.slice(at + 1)),
  )
  const time = date?.slot.mention?.type === 'date' ? date.slot.mention.value : undefined
  const place = spots.length === 1 ? spots[0]?.slot.key : undefined
  return { ...(time ? { time } : {}), ...(place ? { place } : {}) }
}
