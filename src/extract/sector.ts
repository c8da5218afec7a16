import { type Mention, mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { segments } from '../normalise/segments.ts'
import { WordTable } from '../normalise/word-table.ts'
import { ALONE, AT_END, alternatives, SECTORS, spellings } from './sector-words.ts'

interface Hit extends Span {
  readonly word: string
  readonly canonical: string
}

/** Longer words first, so that "financial services" is not "financial". */
const WORDS = Object.values(SECTORS)
  .flatMap(alternatives)
  .sort((a, b) => b.length - a.length)
/** By their first letter, which rules out most of the words in one step. */
const BY_LETTER = [...Map.groupBy(WORDS, word => /^[a-z]/i.exec(word)?.[0].toLowerCase() ?? '')].flatMap(
  ([letter, words]) => (letter === '' ? words : [`${letter}(?:${words.map(word => word.slice(1)).join('|')})`]),
)
const WORD = new RegExp(`\\b(?:${BY_LETTER.join('|')})\\b(?![-\\u2010\\u2011])`, 'iy')

/** Sectors by each spelling of their words, in small letters. */
const CANONICAL = new Map<string, string>()
for (const [name, words] of Object.entries(SECTORS))
  for (const spelling of alternatives(words).flatMap(spellings))
    if (!CANONICAL.has(spelling)) CANONICAL.set(spelling, name)

/** First words of the words of sectors: most words of a text are none. */
const FIRST = new WordTable(
  [...new Set(Array.from(CANONICAL.keys(), word => /^[a-z]+/.exec(word)?.[0] ?? ''))].map(
    word => [word, true] as const,
  ),
)

/** After a sector's word these make it one, wherever it stands: "the energy sector". */
const SECTOR = /^ (?:sectors?|industr(?:y|ies)|verticals?|marketplace|field)\b/i
/** These only after words that describe nothing else: "chemical company", but not "software firm", whose maker is meant. */
const FIRM = /^ (?:compan(?:y|ies)|institutions?|providers?|entities|firms?|merchants|manufacturers?)\b/i
const NO_FIRM =
  /^(?:IT|software|tech(?:nology)?|internet|information (?:security|technology)|cyber ?security|law|research|government(?:al)?|public|political|academic|education(?:al)?|higher education|media|marketing|advertising|food|space|power|oil|gas|insurance|shipping|law enforcement.*|energy|consulting)$/i

/** With a country before them these are a part of its economy: "Pakistani banks". */
const OF_COUNTRY = /^(?:banks|hospitals|universities|schools|utilities|retailers|insurers|airlines)$/i

/** What stands between the members of an enumeration: "energy, retail and media". */
const JOIN = /^(?:\s*[,;/]\s*(?:and |or |& )?|\s+(?:and|or|&)\s+|,? as well as )(?:the )?$/

/** What announces sectors: "industries such as finance", "sectors: energy", "verticals from retail to". */
const ANNOUNCED = /\b(?:sectors?|industries|verticals?)(?: such as|,? including|,? like|: ?| from| of) (?:the )?$/i

/** "defense contractors": the sector is what they work for. */
const CONTRACTOR = /^ contractors?\b/i
const CONTRACTED = /^(?:defen[sc]e|military|aerospace)$/i

/** Members that make an enumeration of sectors. */
const ENOUGH = 3

/** Sectors of the economy: "banking", "the energy sector", "chemical companies", and enumerations of them. */
export const sector: Extractor<'sector'> = {
  id: 'sector',
  finds: ['sector'],
  *extract(context: ExtractContext): Generator<Mention<'sector'>> {
    const { doc, text, names } = context
    const countries = new Map(
      names
        .filter(({ candidates }) => candidates.some(({ entity }) => entity.type === 'country'))
        .map(hit => [hit.end, hit.start]),
    )
    for (const group of groups(text)) {
      const [first, last] = [group[0], group.at(-1)]
      const listed =
        group.length >= ENOUGH ||
        (first !== undefined && ANNOUNCED.test(text.slice(Math.max(0, first.start - 24), first.start))) ||
        (last !== undefined && group.length > 1 && SECTOR.test(text.slice(last.end, last.end + 12)))
      for (const hit of group) {
        const length = tail(text, hit, listed)
        const country =
          listed || SECTOR.test(text.slice(hit.end, hit.end + 12)) ? hit.start : modified(text, hit.start, countries)
        const ofCountry = country < hit.start && OF_COUNTRY.test(hit.word)
        if (length < 0 && !ofCountry) continue
        // "South Korean gaming company" is one mention; in "the Brazilian banking trojan" the country stands for itself.
        const start = ofCountry || length > 0 ? country : hit.start
        yield mention(doc, 'sector', 'sector', start, hit.end + Math.max(0, length), { canonical: hit.canonical })
      }
    }
  },
}

/** Words of sectors, those of one enumeration together. */
function groups(text: string): Hit[][] {
  const list: Hit[][] = []
  let previous: Hit | undefined
  for (const { start, end, hash } of segments(text)) {
    if (!FIRST.find(text, start, end, hash) || (previous && start < previous.end)) continue
    WORD.lastIndex = start
    const word = WORD.exec(text)?.[0]
    const canonical = word && CANONICAL.get(word.toLowerCase())
    if (!word || !canonical) continue
    const hit = { start, end: start + word.length, word, canonical }
    if (previous && start - previous.end < 20 && JOIN.test(text.slice(previous.end, start))) list.at(-1)?.push(hit)
    else list.push([hit])
    previous = hit
  }
  return list
}

/** How many units after the word belong to the mention; -1 when it names no sector here. */
function tail(text: string, { end, word }: Hit, listed: boolean): number {
  const after = text.slice(end, end + 24)
  const sector = SECTOR.exec(after)
  // "the retail and energy sectors": the plural belongs to all of them.
  if (sector) return listed && /s$/i.test(sector[0]) ? 0 : sector[0].length
  const firm = FIRM.exec(after)
  if (listed) return 0
  if (firm && !NO_FIRM.test(word)) return firm[0].length
  if (ALONE.test(word) || (CONTRACTED.test(word) && CONTRACTOR.test(after))) return 0
  return AT_END.test(word) &&
    !/^[ \n]\p{L}/u.test(after.replace(/^ (?:and|or|in|to|with|as|at|by|from|is|are|was|were)\b/, ''))
    ? 0
    : -1
}

/** "South Korean gaming company", "U.S. utilities sector": the country belongs to the mention. */
function modified(text: string, start: number, countries: ReadonlyMap<number, number>): number {
  return text[start - 1] === ' ' ? (countries.get(start - 1) ?? start) : start
}
