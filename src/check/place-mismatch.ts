import type { Finding } from '../model/discrepancy.ts'
import type { Mention } from '../model/mention.ts'
import type { Check, CheckContext } from '../model/stage.ts'

/** A place with a code of its own that lies in another state, or is called a city or a country alike. */
const LOOSE: ReadonlySet<string> = new Set([
  'HK',
  'MO',
  'TW',
  'SG',
  'PR',
  'GI',
  'MC',
  'VA',
  'LU',
  'PS',
  'XK',
  'GG',
  'JE',
  'IM',
  'GL',
  'FO',
  'GP',
  'MQ',
  'RE',
  'GU',
  'VI',
])

/**
 * Countries that share the names of cities, by settlers, language or a border in dispute, of which the knowledge base has the
 * largest only: Toledo, Tripoli, Hyderabad, Laval. Others share next to none: of the cities of GeoNames with 100,000 people or
 * more one in a hundred has a namesake in Spain and Portugal, and none in Poland and Ukraine, Italy and France, Korea and Japan.
 */
const NAMESAKES: readonly ReadonlySet<string>[] = [
  'US CA GB AU NZ IE ZA JM BM BS BB TT GY SC MY KE ZW',
  'ES MX AR BO CL CO CR CU DO EC GT HN NI PA PE PH PY SV US UY VE',
  'PT BR AO MZ CV',
  'FR BE BY CA CH HT LU US',
  'AT CH LU NL ZA',
  'EG LY LB SY IQ JO SA AE OM YE MA DZ TN SD GR US RO',
  'IN PK BD LK',
  'RU UA BY KZ MD',
  'CN TW',
  'GR CY TR',
].map(codes => new Set(codes.split(' ')))

const shareNames = (a: string, b: string): boolean => NAMESAKES.some(codes => codes.has(a) && codes.has(b))

/** "Athens, Georgia": the American state, whatever else the article says of it. */
const STATE = 'GE'

/** After the country: the list goes on, so that city and country are two of its items; or the name does. */
const LIST_AFTER = /^(?:'s|\u2019s|\s[A-Z]|\s*(?:,|and\b|or\b|&|\/)\s*(?:and\s+|or\s+|the\s+|in\s+)*[A-Z])/
/** Before the city: a list of places, or the rest of its name. */
const LIST_BEFORE = /(?:[A-Z][\p{L}.]+,?|\band|\bor|&|\/)\s+(?:in\s+|the\s+)?$/u

/** "the Spanish city of Milan", "the French capital, Berlin". */
const CITY_OF = /^(?:['\u2019]s)?\s(?:\p{Ll}+\s)?(?:city|town|port|capital|village|suburb|municipality)(?:\sof|,)?\s$/u

/** "Berlin, the capital of France". */
const CAPITAL_OF = /^,\s(?:the\s)?(?:\p{Ll}+\s)?(?:city|town|port|capital)\s(?:of|in)\s$/u

const iso = ({ value }: Mention): string | undefined =>
  value !== undefined && 'iso2' in value ? value.iso2 : undefined

/** The countries in which knowledge has a place of this name. */
const homes = ({ knowledge }: CheckContext, name: string): ReadonlySet<string> =>
  new Set(
    knowledge
      .candidates(name)
      .flatMap(({ entity }) =>
        entity.type === 'country'
          ? [entity.id.slice('country/'.length).toUpperCase()]
          : entity.facts.filter(({ predicate }) => predicate === 'country').map(({ value }) => value.toUpperCase()),
      ),
  )

function* findings(context: CheckContext): Generator<Finding> {
  const { mentions, text, select, knowledge } = context
  const named = mentions.filter(({ type }) => type === 'place' || type === 'country')
  for (const [index, second] of named.entries()) {
    const first = named[index - 1]
    if (!first || second.start - first.end > 30 || first.type === second.type) continue
    const between = text.slice(first.end, second.start)
    const [place, country] = first.type === 'place' ? [first, second] : [second, first]
    const joined =
      first === place
        ? CAPITAL_OF.test(between) ||
          (/^,\s$/.test(between) &&
            !LIST_AFTER.test(text.slice(second.end, second.end + 30)) &&
            !LIST_BEFORE.test(text.slice(Math.max(0, first.start - 40), first.start)))
        : CITY_OF.test(between)
    const there = iso(country)
    if (!joined || there === undefined || LOOSE.has(there) || LOOSE.has(iso(place) ?? '')) continue
    const home = homes(context, place.text)
    if (home.size === 0 || home.has(there) || [...home].some(code => LOOSE.has(code))) continue
    if (there === STATE || [...home].some(code => shareNames(there, code))) continue
    const names = [...home].map(code => knowledge.get(`country/${code.toLowerCase()}`)?.name ?? code)
    yield {
      confidence: 80,
      at: select({ start: first.start, end: second.end }),
      subject: `place:${place.text.toLowerCase()}`,
      message: `${place.text} lies in ${names.join(' or ')}, not in ${knowledge.get(`country/${there.toLowerCase()}`)?.name ?? there}.`,
      evidence: [{ role: 'for', note: `${place.text} is known in ${names.join(' and ')} only`, at: select(place) }],
      knowledge: [
        {
          entity: place.text,
          fact: `${place.text} lies in ${names.join(' or ')}`,
          source: knowledge.sourceRef('geonames'),
          version: knowledge.version,
        },
      ],
    }
  }
}

/** A city beside a country that it does not lie in. */
export const placeMismatch: Check = {
  id: 'place-mismatch',
  severity: 'warning',
  needs: ['place', 'country'],
  title: 'A city stands beside a country that it does not lie in',
  why:
    'Catches \u201cBerlin, France\u201d and \u201cthe Spanish city of Milan\u201d: a city of the knowledge base right beside a country where no city of ' +
    'that name is known. Wrong when a smaller place of the same name is meant, or when city and country are two items of a list.',
  examples: {
    flagged: [
      'The firm of [[Berlin, France]] said so.',
      'It began in the [[Spanish city of Milan]], police said.',
      'The firm of [[Barcelona, Portugal]] said so.',
      'He lives in [[Berlin, the capital of France]].',
      'He lives in [[Italy\u2019s capital, Paris]].',
    ],
    clean: [
      'The firm of Berlin, Germany said so. It began in the Italian city of Milan.',
      'They met in Paris, Texas, and in Moscow, Spain and Peru.',
      'Offices in London, Germany and Spain are shut. French police met in Milan.',
      'Firms of Athens, Georgia, of Granada, Nicaragua, and of Hyderabad, Pakistan, met. So did one of Laval, France.',
    ],
  },
  run: findings,
}
