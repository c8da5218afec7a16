import { isGivenName } from '../knowledge/person-names.ts'
import type { Span } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import { matches } from '../normalise/matches.ts'
import { NOT_FIRST } from './runs.ts'

/** States and provinces as datelines shorten them, with the country. */
const STATES =
  'Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\\.H|N\\.J|N\\.M|N\\.Y|N\\.C|N\\.D|Okla|Ore|Pa|R\\.I|S\\.C|S\\.D|Tenn|Tex|Vt|Va|Wash|W\\.Va|Wis|Wyo|D\\.C'
const FULL =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming'
const CODES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC'

/** "Greenfield, Ind.", "Harrisonville, Missouri": a town and its state. */
const TOWN = new RegExp(
  `\\b((?:\\p{Lu}[\\p{L}.'-]{1,20} ){0,2}\\p{Lu}[\\p{L}'-]{2,20}), (?:(?:${STATES})\\.|(?:${FULL})\\b|(?:${CODES})\\b)(-based)?(?![-\\u2010\\u2011\\p{L}])`,
  'gu',
)

/** What follows every such town. */
const STATE = new RegExp(`, (?:(?:${STATES})\\.|(?:${FULL})\\b|(?:${CODES})\\b)`, 'y')

const isCapital = (code: number): boolean => code >= 65 && code <= 90

/** The state of the United States behind the comma at a place, with comma and blank: ", Ohio", ", Calif.". */
export function stateAt(text: string, at: number): string | undefined {
  STATE.lastIndex = at
  return STATE.exec(text)?.[0]
}

/** Whether a comma is followed by a state: few are, and without one there is no such town. */
function namesState(text: string): boolean {
  for (let at = text.indexOf(', '); at >= 0; at = text.indexOf(', ', at + 2)) {
    if (!isCapital(text.charCodeAt(at + 2))) continue
    STATE.lastIndex = at
    if (STATE.test(text)) return true
  }
  return false
}

export interface Town extends Span {
  readonly name: string
  readonly iso2: string
}

/** Words before a town's name that are written large only as the first of a sentence; "New" is part of many names. */
const LEAD = /^(?:(?:In|At|From|Near|The|For|But|And|When|While|As|With|Outside|To|On|By|Of) )+/

/** Towns that the tables lack, named with their state; of others town and state are names of their own. */
export function towns({ text, names }: ExtractContext): Town[] {
  const found: Town[] = []
  if (!namesState(text)) return found
  const known = new Set(names.map(({ start }) => start))
  for (const match of matches(TOWN, text)) {
    // "In Quimbytown, Ohio": the first word of the sentence
    const lead = LEAD.exec(match[1] ?? '')?.[0].length ?? 0
    const name = match[1]?.slice(lead) ?? ''
    const start = match.index + lead
    if (NOT_FIRST.has(name) || name === '' || known.has(start) || name.endsWith(' County')) continue
    // "Daniel Smith, MD": a degree
    if (/, (?:MD|MA|PA)$/.test(match[0]) && isGivenName(name.split(' ')[0] ?? '')) continue
    // "Greenfield, Indiana-based": the compound is the state's.
    if (match[2]) {
      found.push({ start, end: start + name.length, name, iso2: 'US' })
      continue
    }
    found.push({ start, end: match.index + match[0].length, name, iso2: 'US' })
  }
  return found
}

/** "Mecklenburg County", but not "Orange County Register". */
const COUNTY =
  /\b(?:(?:St\.|San|Santa|Los|El|Fort|Palm|Prince|Prince George's|New|La|De) )?\p{Lu}[\p{L}'-]{2,20} County\b(?! \p{Lu}|-)/gu

/** "the city of Greenville": the noun before the name says that it is a place. */
const KIND_OF =
  /\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Mm]unicipality|[Ss]uburb|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Pp]refecture|[Pp]ort) of ((?:(?:St\.|San|Santa|Los|Las|Fort|New|Port|El|La|Mount|North|South|East|West) )?\p{Lu}[\p{L}'-]{2,20})(?= ?[^\p{L}\s\u2019'-]| \p{Ll}|['\u2019]s\b|\n|$)/gu

/** What leads to every such name. */
const KIND =
  /(?<=\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Mm]unicipality|[Ss]uburb|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Pp]refecture|[Pp]ort)) of /y

const isSmall = (code: number): boolean => code >= 97 && code <= 122

/** Whether an "of" stands after a kind of place: few do. */
function namesKind(text: string): boolean {
  for (let at = text.indexOf(' of '); at >= 0; at = text.indexOf(' of ', at + 3)) {
    if (isSmall(text.charCodeAt(at + 4))) continue
    KIND.lastIndex = at
    if (KIND.test(text)) return true
  }
  return false
}

/** Places that the tables lack, by the noun before them, and counties. */
export function namedByKind({ text, names }: ExtractContext): Omit<Town, 'iso2'>[] {
  const counties = (text.includes(' County') ? matches(COUNTY, text) : []).flatMap(({ 0: name, index }) =>
    NOT_FIRST.has(name.split(' ')[0] ?? '') ? [] : [{ start: index, end: index + name.length, name }],
  )
  if (!namesKind(text)) return counties
  const known = new Set(names.map(({ start }) => start))
  const others = matches(KIND_OF, text).flatMap(match => {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    return known.has(start) ? [] : [{ start, end: start + name.length, name }]
  })
  return [...counties, ...others]
}

/** "from PS (Palestine)", "Registrant Country: CN", a cell "| RU |" of a table. */
const CODE = /(?<=[Cc]ountry(?: [Cc]ode)?[:*| ]{1,6})[A-Z]{2}\b|\b[A-Z]{2}(?= \()|(?<=\|\s{1,3})[A-Z]{2}(?=\s{1,3}\|)/g
/** Codes that are words or abbreviations of something else in such places. */
const WORDS = new Set(
  'ID IT IN NO IS AS AT BE BY DO SO TO ME MY AM PM TV AI IO CC PC PE MS SC CA MX NS ML LA MD AD CO DM GP HM MC MP PM PR RE ST TC VC'.split(
    ' ',
  ),
)

export interface CountryCode extends Span {
  readonly iso2: string
  readonly entity: string
}

/** Two-letter country codes, where tables and registries print them. */
export function isoCodes({ text, knowledge, names }: ExtractContext): CountryCode[] {
  const found: CountryCode[] = []
  const starts = new Set(
    names.filter(({ candidates }) => candidates.some(({ entity }) => entity.type === 'country')).map(hit => hit.start),
  )
  const bracketed = [...starts].some(start => text.startsWith(' (', start - 2))
  if (!bracketed && !text.includes('|') && !text.includes('ountry')) return found
  for (const match of matches(CODE, text)) {
    const end = match.index + 2
    const entity = `country/${match[0].toLowerCase()}`
    const bracket = text.startsWith(' (', end)
    if (
      (bracket && !starts.has(end + 2)) ||
      (!bracket && /^\s{1,3}\|/.test(text.slice(end, end + 4)) && WORDS.has(match[0]))
    )
      continue
    if (knowledge.get(entity)) found.push({ start: match.index, end, iso2: match[0], entity })
  }
  return found
}
