import type { Candidate, ExtractContext, NameHit } from '../model/stage.ts'
import { stateAt } from './place-shaped.ts'

/** After a state these go on with a list, in which the city before the state need not lie in it: "London, California and Tokyo". */
const LIST = /^(?:,? (?:and|or|&) \p{Lu}|, \p{Lu})/u

const factOf = ({ entity }: Candidate, predicate: string): string | undefined =>
  entity.facts.find(fact => fact.predicate === predicate)?.value

/** The country of a city or capital as the knowledge base has it; none for other names. */
function cityCountry({ candidates }: NameHit): string | undefined {
  for (const candidate of candidates) {
    if (candidate.name.role === 'capital') return candidate.entity.ids['iso2']
    if (candidate.entity.type === 'place' && factOf(candidate, 'kind') === 'city') return factOf(candidate, 'country')
  }
  return undefined
}

/** The country of a state or province. */
function regionCountry({ candidates }: NameHit): string | undefined {
  const region = candidates.find(candidate => candidate.entity.type === 'place' && factOf(candidate, 'kind') !== 'city')
  return region && factOf(region, 'country')
}

/** A country, and a state of another. */
const STATE_TOO = { name: 'Georgia', country: 'US' }

/** Whether a city or a state of a country stands in a list or an apposition with what follows it: "Atlanta, Georgia", "Florida and Georgia". */
const inOneList = (text: string, first: NameHit | undefined, second: NameHit | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  second.start - first.end < 8 &&
  /^(?:,|,? (?:and|or)) $/.test(text.slice(first.end, second.start))

const liesIn = (hit: NameHit | undefined, country: string): boolean =>
  hit?.candidates.some(candidate => candidate.entity.type === 'place' && factOf(candidate, 'country') === country) ??
  false

/**
 * Cities that a document places itself, by their name in small letters: "Santa Fe, New Mexico" lies in the United States wherever the
 * document names it, though the knowledge base knows a greater one elsewhere.
 */
export function placedCities({ text, names }: ExtractContext): ReadonlyMap<string, string> {
  const placed = new Map<string, string>()
  for (const [index, hit] of names.entries()) {
    const [before, after] = [names[index - 1], names[index + 1]]
    if (
      text.startsWith(STATE_TOO.name, hit.start) &&
      ((liesIn(before, STATE_TOO.country) && inOneList(text, before, hit)) ||
        (liesIn(after, STATE_TOO.country) && inOneList(text, hit, after)))
    )
      placed.set(STATE_TOO.name.toLowerCase(), STATE_TOO.country)
    if (text[hit.end] !== ',' || text[hit.end + 1] !== ' ') continue
    const own = cityCountry(hit)
    if (own === undefined) continue
    const region = after?.start === hit.end + 2 ? regionCountry(after) : undefined
    const state = stateAt(text, hit.end)
    const country = region ?? (state && 'US')
    // "Batumi, Georgia" and "Berlin, DE" lie where they are known to.
    if (country === undefined || country === own || (own === 'GE' && state === ', Georgia') || state === `, ${own}`)
      continue
    const end = region !== undefined && after ? after.end : hit.end + (state?.length ?? 0)
    if (LIST.test(text.slice(end, end + 8))) continue
    placed.set(text.slice(hit.start, hit.end).toLowerCase(), country)
    if (state === `, ${STATE_TOO.name}`) placed.set(STATE_TOO.name.toLowerCase(), country)
  }
  return placed
}
