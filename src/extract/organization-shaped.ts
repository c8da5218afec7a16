import { isGivenName } from '../knowledge/person-names.ts'
import type { Span } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import { type Found, glued } from './found.ts'
import { companyCue } from './organization-cue.ts'
import { ACRONYMS } from './organization-cued.ts'
import { partedRuns, type Run } from './runs.ts'
import type { Token } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Legal forms: what stands before is a company. */
const LEGAL = set('Inc Corp Corporation Co Ltd LTD LLC LLP PLC Plc GmbH AG Limited Incorporated Pty Pvt SpA BV NV Oy')

/** Words that close the name of an organisation: "Hancock Regional Hospital", "Quality Chemicals". */
const CLOSES =
  set(`Holdings Labs Laboratories Industries Enterprises Ventures Pharmaceuticals Airlines Airways Motors Telecom
  University College Institute Academy Hospital Hospitals Clinic Healthcare Foundation Association Society Federation Alliance
  Council Committee Commission Authority Agency Bureau Ministry Directorate Police Bancorp Brewhouse Consortium Parliament
  Magazine Herald Tribune Gazette Newspaper Restaurants Hotels Resorts Supermarkets Pharmacy Petroleum Railways Constabulary
  Pharma Biotech Broadcasting Publishing Steakhouse Casino Casinos Cooperative Coop Chamber Bundesbank Mutual Federal`)

/** These close a name only after two words that are names of nothing else, or beside a cue for a company. */
const WEAK =
  set(`Group Technology Technologies Systems Software Solutions Networks Media Entertainment Games Studios Records Press
  School Schools Trust Health Capital Security Cybersecurity Exchange Fund Party Power Gas Electric Energy Office Administration
  Center Centre Club Guard Union Court Insurance Financial Finance Logistics Shipping Times Post Journal Department Army Navy Bank
  Banks Communications Partners Associates Registry Radio Services Service Church Museum Library Airport Tribunal Senate League
  Corps Stores Institution FC District Medical Hotel Digital Mobile Interactive International Global Organization
  Organisation`)

/** Of these, enough by themselves: their two-word names are hardly ever anything but an organisation. */
const FIRM_PAIR = set(
  'Bank Group Trust Church Museum Airport FC Court Times Post Department Army Navy Medical Center Centre',
)

/** With these a name may begin, followed by "of" or "for": "Ministry of Foreign Affairs", "University of Toronto". */
const OPENS =
  set(`Ministry Ministries Department University Bank Office Institute Bureau Agency Government Council Center Centre Centers
  College School Academy Association Federation Society Union Church Commission Committee Board Chamber Embassy Court Foundation
  Secretariat Directorate Authority Hospital Administration Organization Organisation League Alliance Company`)

/** Of these, what a state or city has: its name before them belongs to theirs. */
const OFFICES = set('Department Office Bureau Board Division Commission Council Court Secretariat')

/** What may stand before an opening word as part of the name: "Federal Bureau of X", "Royal Society of X", "U.S. Office of X". */
const MODIFIES =
  set(`National Federal Royal State Central Supreme High General International European American British Regional
  World Global Public Joint U.S. US UK Islamic People's People\u2019s First Independent Democratic Inter-American Saudi Russian
  Chinese Iranian Israeli Indian German French Dutch Italian Spanish Japanese Korean Canadian Australian Ukrainian Turkish`)

/** What gave the shape: a legal form, a closing word, or an opening one. */
type Kind = 'legal' | 'closes' | 'opens'
export type Shaped = Found & { readonly kind: Kind }
type Named = Span & { readonly kind: Kind }

/** These close a name when its acronym follows in brackets: "Overseas Employment Administration (OEA)". */
const BY_ACRONYM =
  set(`Administration Department Office Center Centre Fund Party Union Corps Organization Organisation Trust
  Court Bank Group School Services Insurance`)

/** Whether a word closes names of organisations: "Henry Jones Art Hotel" is nobody. */
export const endsOrganization = (word: string): boolean => LEGAL.has(word) || CLOSES.has(word) || WEAK.has(word)

/** Words for people: "Deputy Commissioner of Police" is somebody. */
const ROLES =
  set(`Commissioner Director Minister Secretary President Chief Officer Manager Spokesman Spokeswoman Spokesperson Chairman
  Mayor Governor Senator Inspector Superintendent Head Professor Dean Engineer Analyst Researcher`)

/** With these a name begins and needs no "of": "NHS Lanarkshire", "Police Scotland", "Banco Popular". */
const BEGINS = set('NHS Police Banco Banca Banque Hospital Clinique Hotel Universidad')

/** With a place before them these are its newspaper: "Charlotte Observer". */
const PAPERS =
  set(`Times Post Journal Star Globe Herald Tribune Chronicle News Sun Inquirer Examiner Gazette Sentinel Courier
  Dispatch Mercury Telegraph Observer Standard Independent`)

/** The longest name of an organisation in words; a longer run is a heading. */
const LONGEST = 9

/** What may follow a legal form and belongs to the name: ", Ltd.", "., LTD". */
const LEGAL_TAIL = /^(?:\.?,? ?(?:Ltd|LTD|ltd|Inc|LLC|Limited|S\.A)\b\.?){1,2}|^\./

/** Organisations by the shape of their names. Linear: each run of capitalised words is looked at once. */
export function shapedOrganizations(context: ExtractContext, listed: readonly Found[]): Shaped[] {
  const { text } = context
  const found: Shaped[] = []
  const ends = new Map(listed.map(({ start, end }) => [start, end]))
  const places = new Map(
    context.names
      .filter(({ candidates }) =>
        candidates.some(
          ({ entity, name }) => (entity.type === 'place' || name.role === 'capital') && name.match !== 'context',
        ),
      )
      .map(({ start, end }) => [end, start]),
  )
  for (const run of partedRuns(context)) {
    // A single word has no shape; most runs are one.
    if (run.length < 2) continue
    const span = named(text, after(run, ends), places)
    if (
      !span ||
      glued(text, span.start, span.end) ||
      (span.kind === 'closes' && text[span.end] === ':') ||
      text[span.end] === '-'
    )
      continue
    found.push({ ...span, canonical: text.slice(span.start, span.end).replace(/\s+/g, ' ') })
  }
  return found
}

/** "Bureau of Investigation and Indiana State Police": what follows a listed name and its "and". */
function after(run: Run, ends: ReadonlyMap<number, number>): Run {
  const end = ends.get(run[0]?.start ?? -1)
  const and = end === undefined ? -1 : run.findIndex(({ start }) => start >= end)
  return and > 0 && run[and]?.text === 'and' ? run.slice(and + 1) : run
}

/** The name of an organisation in a run: from an opening word with what modifies it to the end, or up to a closing word. */
function named(text: string, run: Run, places: ReadonlyMap<number, number>): Named | undefined {
  const opening = run.findIndex(
    (word, at) =>
      (OPENS.has(word.text) || (/^[A-Z]{3,5}$/.test(word.text) && !ACRONYMS.has(word.text))) &&
      /^(?:of|for|Of)$/.test(run[at + 1]?.text ?? '') &&
      at + 2 < run.length,
  )
  if (opening >= 0) {
    let from = opening
    while (from > 0 && MODIFIES.has(run[from - 1]?.text ?? '')) from--
    // "Ben-Gurion University of the Negev"
    if (/^(?:University|Institute|College)$/.test(run[opening]?.text ?? ''))
      while (from > 0 && opening - from < 3 && run[from - 1]?.capital) from--
    // "Colorado Department of Transportation"
    const place = places.get(run[from - 1]?.end ?? -1)
    if (place !== undefined && OFFICES.has(run[opening]?.text ?? ''))
      from = Math.max(
        0,
        run.findIndex(({ start }) => start === place),
      )
    // "Washington University School of Medicine"
    if (from < 4 && /^(?:University|College|Hospital)$/.test(run[from - 1]?.text ?? '')) from = 0
    return spanOf(run.slice(from, from + LONGEST), 'opens')
  }
  if (run.slice(0, LONGEST).some(({ text: word }) => ROLES.has(word))) return undefined
  const head = run[0]
  if (head && BEGINS.has(head.text) && run.length > 1 && run.length <= 4) return spanOf(run, 'opens')
  for (let at = Math.min(run.length, LONGEST) - 1; at > 0; at--) {
    const word = run[at]
    if (!word || !(endsOrganization(word.text) || PAPERS.has(word.text))) continue
    const name = own(run.slice(0, at + 1))
    if (name === undefined) return undefined
    const before = name.filter(other => other.capital).length - 1
    if (LEGAL.has(word.text) && before >= 1) return withTail(text, name)
    if (CLOSES.has(word.text) && before >= 1) return spanOf(name, 'closes')
    if (PAPERS.has(word.text) && at === run.length - 1 && places.get(run[at - 1]?.end ?? -1) === head?.start)
      return spanOf(name, 'closes')
    if (!WEAK.has(word.text) || before < 1) continue
    const span = spanOf(name, 'closes')
    if (
      span &&
      ((FIRM_PAIR.has(word.text) && before >= 2) ||
        companyCue(text, span.start, span.end) ||
        (BY_ACRONYM.has(word.text) && /^ \([A-Z]{2,8}\)/.test(text.slice(span.end, span.end + 11))))
    )
      return span
  }
  return undefined
}

/** Words that a headline in capitals has and no name: "Agency Says Hit By Attack From Foreign Group". */
const HEADLINE = set('By From With After Over Into Says Say Hit Hits Targeting Targets Attacks Hacked Hacks')

/** A name less the person before it ("Ann Smith of Quimby Hospital"); none where the run is a headline. */
function own(name: Run): Run | undefined {
  if (name.some(({ text }) => HEADLINE.has(text))) return undefined
  const of = name.findIndex(({ text }) => text === 'of')
  return of > 1 && isGivenName(name[0]?.text ?? '') ? name.slice(of + 1) : name
}

function withTail(text: string, name: Run): Named | undefined {
  const span = spanOf(name, 'legal')
  if (!span) return undefined
  const tail = LEGAL_TAIL.exec(text.slice(span.end, span.end + 16))?.[0] ?? ''
  // A final dot belongs to "Inc." only where more of the sentence follows.
  const end =
    tail === '.' && !/^\.,? \p{Ll}/u.test(text.slice(span.end, span.end + 4)) ? span.end : span.end + tail.length
  return { ...span, end }
}

const spanOf = (words: readonly Token[], kind: Kind): Named | undefined => {
  const first = words[0]
  const last = words.findLast(word => word.capital)
  return first && last ? { start: first.start, end: last.end, kind } : undefined
}
