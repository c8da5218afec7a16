import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import type { Link } from '../model/entity.ts'
import type { Mention, MentionType } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import { foldName } from '../normalise/name.ts'

/** Something a claim can be about: a name, a measure, or a description that stands for a name. */
export interface Slot extends Span {
  /** One capital letter for its kind: LETTERS. */
  readonly letter: string
  /** `Link.key` of what it names; none for measures. */
  readonly key?: string
  /** The mention; none for descriptions and pronouns. */
  readonly mention?: Mention
}

/**
 * Letters of the kinds. `C` is also a government, `N` counts people and what is kept on them, `G` organisations and machines,
 * `Y` countries, `K` all else.
 */
export const LETTERS: Readonly<Record<MentionType, string>> = {
  actor: 'A',
  malware: 'W',
  tool: 'T',
  organization: 'O',
  person: 'P',
  country: 'C',
  place: 'L',
  sector: 'S',
  money: 'M',
  count: 'K',
  percent: 'R',
  date: 'D',
  duration: 'U',
  cve: 'V',
}

/** What a count may count to be one of records: people and what is kept on them. */
const RECORDS =
  /^(?:victims?|people|individuals|persons|patients|customers|clients|consumers|users|subscribers|members|employees|workers|staff|students|citizens|residents|voters|taxpayers|guests|passengers|accounts|records|logins|passwords|credentials|emails|addresses|cards|names|profiles|players|taxpayer|americans|numbers|files|households|donors|applicants|children|parents|drivers|travell?ers|shoppers|borrowers|pupils|veterans|officers|holders|followers|documents|messages|photos|images|details|transactions|forms)$/
/** Organisations and machines: victims without being records. */
const SITES =
  /^(?:computers|machines|pcs|devices|systems|servers|routers|phones|smartphones|websites|sites|organi[sz]ations|companies|firms|businesses|banks|hospitals|institutions|agencies|entities|schools|universities|targets|infections|networks|endpoints|atms|terminals|stores|locations|restaurants|hotels)$/

const letterOf = (mention: Mention, key: string | undefined): string => {
  if (mention.type === 'organization' && key?.startsWith('country/')) return 'C'
  if (mention.type === 'count') {
    const of = mention.value?.of ?? ''
    return /^(?:countries|nations)$/.test(of) ? 'Y' : RECORDS.test(of) ? 'N' : SITES.test(of) ? 'G' : 'K'
  }
  return LETTERS[mention.type]
}

const lastWord = (name: string): string =>
  foldName(
    name
      .replace(/['\u2019]s?$/, '')
      .split(/\s+/)
      .at(-1) ?? '',
  )

/** Keys of persons by surname, where a document has one full name with it: "Lartz" is the Richard Lartz named before. */
function fullNames(links: readonly Link[]): ReadonlyMap<string, string> {
  const full = new Map<string, Set<string>>()
  for (const { mention, key } of links)
    if (mention.type === 'person' && /\S\s+\S/.test(mention.text))
      full.set(lastWord(mention.text), (full.get(lastWord(mention.text)) ?? new Set()).add(key))
  return new Map([...full].flatMap(([last, [key, ...others]]) => (key && others.length === 0 ? [[last, key]] : [])))
}

/** The given name right before a firm's that makes it a person's: "Eugene Kaspersky". */
function givenBefore(text: string, { type, start, text: name }: Mention, end: number): string | undefined {
  if (type !== 'organization' || name.includes(' ') || text[start - 1] !== ' ') return undefined
  const word = /(?:^|[^\p{L}'\u2019-])(\p{Lu}\p{Ll}+) $/u.exec(text.slice(Math.max(end, start - 20), start))?.[1]
  return word && isGivenName(word) && !isWord(word.toLowerCase()) ? word : undefined
}

/** All names and measures of a document, in order; of those that overlap, the first and longest. */
export function slotsOf(text: string, mentions: readonly Mention[], links: readonly Link[]): Slot[] {
  const keys = new Map(links.map(({ mention, key }) => [mention, key]))
  const surnames = fullNames(links)
  const slots: Slot[] = []
  let end = 0
  for (const mention of mentions) {
    if (mention.start < end) continue
    const given = givenBefore(text, mention, end)
    if (given) {
      end = mention.end
      const key = `person:${foldName(given + mention.text)}`
      slots.push({ start: mention.start - given.length - 1, end, letter: LETTERS.person, key })
      continue
    }
    const own = keys.get(mention)
    const key = mention.type === 'person' && own ? (surnames.get(lastWord(mention.text)) ?? own) : own
    const { start } = mention
    end = mention.end
    const letter = letterOf(mention, key)
    slots.push(key === undefined ? { start, end, letter, mention } : { start, end, letter, key, mention })
  }
  return slots
}
