import { type Mention, mention } from '../model/mention.ts'
import type { Candidate, ExtractContext, Extractor, NameHit } from '../model/stage.ts'
import { article, compound, glued } from './found.ts'
import { placedCities } from './place-beside.ts'
import { isoCodes, namedByKind, towns } from './place-shaped.ts'

/** Words before a name that is an ordinary word or a person's name too, and make it a place. */
const CUE_BEFORE =
  /\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]t|[Oo]utside|[Aa]round|[Aa]cross|visiting|city of|town of|based in|University of|of) $/
const CUE_AFTER =
  /^, (?:[A-Z]{2}\b|[A-Z][a-z]+)|^[-\u2010\u2011]based\b|^ (?:officials?|residents?|voters?|lawmakers?|police|schools?|law|county|state|government|governor|authorities|hospitals?)\b/

/** A city's name before one of these names malware, a team or a paper and not the city. */
const NOT_CITY = /^(?: (?:ransomware|malware|trojan|[Ee]xploit|botnet|stealer|RAT|worm|Day|Times|Post)\b)/

/** Languages count where they mean people: "Arabic-speaking", not "translated to English". */
const LANGUAGE = /^(?:English)$/i

/** Countries, regions, states and cities; capitals are places of their country. */
export const place: Extractor<'country' | 'place'> = {
  id: 'place',
  finds: ['country', 'place'],
  *extract(context: ExtractContext): Generator<Mention<'country' | 'place'>> {
    const { doc, text, names } = context
    const named = countriesNamed(names)
    const placed = placedCities(context)
    for (const [index, hit] of names.entries()) {
      const found = readingOf(hit, named)
      if (
        !found ||
        !(
          believable(text, hit, found, names[index - 1], names[index + 1]) ||
          beside(text, hit, found, names[index - 1], named)
        )
      )
        continue
      const start = compass(text, hit.start + article(text, hit.start), found)
      // "the China-Pakistan border": one word, whose value is the first of the two.
      if (paired(text, names[index - 1], hit) && HYPHEN.test(text[hit.start - 1] ?? '')) continue
      const second = names[index + 1]
      const both = second && paired(text, hit, second) && HYPHEN.test(text[hit.end] ?? '')
      const end = both ? second.end : hit.end + compound(text, hit.end)
      const iso2 = found.entity.ids['iso2'] ?? countryOf(found)
      const elsewhere = placed.size === 0 ? undefined : placed.get(text.slice(hit.start, hit.end).toLowerCase())
      if (elsewhere !== undefined && elsewhere !== iso2)
        yield mention(doc, 'place', 'place', start, end, { name: found.name.text, iso2: elsewhere })
      else if (found.entity.type === 'country' && found.name.role !== 'capital')
        yield mention(doc, 'place', 'country', start, end, { iso2: iso2 ?? '' }, found.entity.id)
      else {
        const name = found.entity.type === 'country' ? found.name.text : found.entity.name
        yield mention(doc, 'place', 'place', start, end, iso2 ? { name, iso2 } : { name }, found.entity.id)
      }
    }
    for (const { start, end, name, iso2 } of towns(context))
      yield mention(doc, 'place', 'place', start, end, { name, iso2 })
    for (const { start, end, name } of namedByKind(context)) yield mention(doc, 'place', 'place', start, end, { name })
    for (const { start, end, iso2, entity } of isoCodes(context))
      yield mention(doc, 'place', 'country', start, end, { iso2 }, entity)
  },
}

/** Which place a name means: a country, then a listed place, then a region; the names of governments are organisations. */
function readingOf({ candidates }: NameHit, named: ReadonlySet<string>): Candidate | undefined {
  const of = (type: string): Candidate | undefined =>
    candidates.find(({ entity, name }) => entity.type === type && name.role !== 'government')
  const region = of('region')
  const country = of('country')
  // San Jose is Costa Rica's only where Costa Rica is named: a greater city has the name too.
  if (country?.name.role === 'capital' && !named.has(country.entity.id)) return of('place') ?? country
  return country ?? of('place') ?? (region?.entity.name === 'World' ? undefined : region)
}

/** Countries that a document names by an unmistakable name. */
const countriesNamed = (names: readonly NameHit[]): ReadonlySet<string> =>
  new Set(
    names.flatMap(({ candidates }) =>
      candidates
        .filter(({ entity, name }) => entity.type === 'country' && name.match !== 'context' && name.role !== 'capital')
        .map(({ entity }) => entity.id),
    ),
  )

/** A capital that is a word or a given name too counts where its country is named; a country in a list of countries. */
function beside(
  text: string,
  hit: NameHit,
  { entity, name }: Candidate,
  before: NameHit | undefined,
  named: ReadonlySet<string>,
): boolean {
  if (
    entity.type !== 'country' ||
    !/^\p{Lu}\P{Lu}/u.test(text.slice(hit.start, hit.end)) ||
    glued(text, hit.start, hit.end)
  )
    return false
  if (name.role === 'demonym') return false
  if (name.role === 'capital') return named.has(entity.id)
  // "Batumi, Georgia"
  const city = before?.candidates.some(other => countryOf(other) === entity.ids['iso2']) ?? false
  if (city && text.slice(before?.end, hit.start) === ', ') return true
  const listed = before?.candidates.some(other => other.entity.type === 'country') ?? false
  return listed && /^,? (?:and )?$/.test(text.slice(before?.end, hit.start))
}

const countryOf = ({ entity }: Candidate): string | undefined =>
  entity.facts.find(({ predicate }) => predicate === 'country')?.value

const HYPHEN = /[-\u2010\u2011\u2013]/

/** "the China-Pakistan border", "US/UK": two countries that a hyphen or a stroke joins. */
const paired = (text: string, first: NameHit | undefined, second: NameHit | undefined): boolean =>
  first !== undefined &&
  first.end + 1 === second?.start &&
  /[-\u2010\u2011\u2013/]/.test(text[first.end] ?? '') &&
  [first, second].every(({ candidates }) => candidates.some(({ entity }) => entity.type === 'country'))

function believable(
  text: string,
  hit: NameHit,
  { entity, name }: Candidate,
  before: NameHit | undefined,
  next: NameHit | undefined,
): boolean {
  const { start, end } = hit
  const words = text.slice(start, end)
  if (
    (glued(text, start, end) && !paired(text, before, hit) && !paired(text, hit, next)) ||
    (LANGUAGE.test(words) && compound(text, end) === 0)
  )
    return false
  const after = text.slice(end, end + 24)
  if ((entity.type === 'place' || name.role === 'capital') && NOT_CITY.test(after)) return false
  if (name.match !== 'context') return true
  if (!/^\p{Lu}\P{Lu}/u.test(words)) return false
  if (CUE_AFTER.test(after)) return true
  return CUE_BEFORE.test(text.slice(Math.max(0, start - 20), start)) && !/^ \p{Lu}\p{Ll}/u.test(after)
}

/** "northwestern China", "south Dallas": the point of the compass belongs to the place. */
function compass(text: string, start: number, { entity, name }: Candidate): number {
  if (entity.type === 'region' || name.role === 'demonym') return start
  const word =
    /\b(?:[Cc]entral|[Nn]orth(?:ern)?|[Ss]outh(?:ern)?|[Ee]ast(?:ern)?|[Ww]est(?:ern)?|(?:[Nn]orth|[Ss]outh)-?(?:east|west)(?:ern)?) $/.exec(
      text.slice(Math.max(0, start - 14), start),
    )
  return word ? start - word[0].length : start
}
