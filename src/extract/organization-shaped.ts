import type { ExtractContext } from '../model/stage.ts'
import { type Found, glued } from './found.ts'
import { type Token, tokens } from './tokens.ts'

/** Words that close the name of an organisation: "Hancock Regional Hospital", "Quality Chemicals Ltd". */
const CLOSES = new Set(
  `Inc Corp Corporation Co Ltd LTD LLC LLP PLC Plc GmbH AG Limited Holdings Group Technologies Technology Systems Software
  Solutions Services Networks Labs Laboratories Industries Enterprises Partners Associates Ventures Capital Pharmaceuticals
  Airlines Airways Motors Telecom Telecommunications Communications Media Entertainment Studios Games Records Press
  University College Institute Academy School Schools Hospital Hospitals Clinic Trust Healthcare Health Foundation
  Association Society Union League Federation Alliance Council Committee Commission Authority Agency Bureau Ministry
  Department Directorate Command Police Army Navy Church Museum Library Bank Banks Bancorp Insurance Financial Finance
  Exchange Fund Party Parliament Senate Court Tribunal Organization Organisation Consortium Institution Institutions
  Magazine Times Post Herald Tribune Gazette Journal Newspaper Radio Television Brewhouse Restaurants Hotels Resorts
  Stores Supermarkets Pharmacy Energy Petroleum Electric Gas Power Railways Airport Logistics Shipping Security Cybersecurity
  Club FC Guard Corps Office Administration Registry Service Center Centre`.split(/\s+/),
)

/** Of these the name may begin: "Ministry of Foreign Affairs", "University of Toronto". Followed by of or for. */
const OPENS = new Set(
  `Ministry Ministries Department University Bank Office Institute Bureau Agency Government Council Center Centre Centers
  College School Academy Association Federation Society Union Church Commission Committee Board Chamber Embassy Court
  Foundation Secretariat Directorate Authority Service Services Hospital Republic's Administration Organization
  Organisation League Alliance Company Academy National`.split(/\s+/),
)

/** Words that close a name only with two capital words before them, being common in headings and product names. */
const WEAK = new Set(
  `Group Technology Systems Software Solutions Services Networks Media Games Records Press School Schools Trust Health Capital
  Security Cybersecurity Exchange Fund Party Power Gas Electric Energy Office Administration Service Center Centre Club
  Command Guard Union Court Insurance Financial Finance Logistics Shipping Times Post Journal Department Ministry Authority
  Agency Bureau Committee Council Commission Police Army Navy Bank Banks Communications Partners Labs Registry Radio`.split(
    /\s+/,
  ),
)

/** Capitalised words that belong to the sentence and not to the name. */
const NOT_FIRST = new Set(
  `The A An In On At By For From Of To And Or But With While When If As After Before Since During Our Their Its His Her This
  That These Those Some Many Most Several All Any Each Other Both Former According Figure Table Security Also However Meanwhile
  Although Because Under Over About New Another Then Now It He She They We You I Is Are Was Were Has Have Had`.split(
    /\s+/,
  ),
)

const JOINS = new Set(['of', 'for', 'and', '&', 'the', 'on', 'de', 'del', 'der', 'du', 'des', 'la'])

/** Organisations by the shape of their names. Linear: each run of capitalised words is looked at once. */
export function shapedOrganizations(context: ExtractContext): Found[] {
  const { text } = context
  const words = tokens(context)
  const found: Found[] = []
  for (let index = 0; index < words.length; index++) {
    if (!words[index]?.capital) continue
    const run = runFrom(text, words, index)
    for (const { start, end } of split(run).flatMap(named)) {
      if (glued(text, start, end)) continue
      found.push({ start, end, canonical: text.slice(start, end).replace(/\s+/g, ' ') })
    }
    index += run.length - 1
  }
  return found
}

/** The words that follow each other from `index`: capitalised ones, and small joining words between two of them. */
function runFrom(text: string, words: readonly Token[], index: number): Token[] {
  const run: Token[] = []
  let pending: Token[] = []
  for (let at = index; at < words.length && run.length < 16; at++) {
    const word = words[at]
    const previous = words[at - 1]
    if (
      !word ||
      (at > index &&
        (!previous || !/^(?: | & |['\u2019]s |, (?=(?:Inc|Ltd|LLC|Co|LTD)\b))$/.test(gap(text, previous, word))))
    )
      break
    if (word.capital) {
      run.push(...pending, word)
      pending = []
    } else if (JOINS.has(word.text) && pending.length < 2) pending.push(word)
    else break
  }
  return run
}

const gap = (text: string, before: Token, after: Token): string => {
  const between = text.slice(before.end, after.start)
  return between.startsWith(', ') ? `${between}${after.text}` : between
}

/** Several names in one run: "the" starts one unless "of" precedes it; "and" too, unless "Ministry of" came before. */
function split(run: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let open = false
  for (const [index, word] of run.entries()) {
    const previous = run[index - 1]?.text ?? ''
    const ends = word.text === 'the' ? !['of', 'for', 'and'].includes(previous) : word.text === 'and' && !open
    if (ends) {
      parts.push([])
      open = false
      continue
    }
    if (OPENS.has(previous) && ['of', 'for'].includes(word.text)) open = true
    parts.at(-1)?.push(word)
  }
  return parts
}

/** The names of organisations in a run: from an opening word with what modifies it to the run's end, or up to a closing word. */
function named(run: readonly Token[]): { start: number; end: number }[] {
  let from = 0
  while (from < run.length && (NOT_FIRST.has(run[from]?.text ?? '') || !run[from]?.capital)) from++
  const name = run.slice(from)
  const first = name[0]
  const last = name.at(-1)
  if (!first || !last || name.length < 2) return []
  const opening = name.findIndex(
    (word, at) => OPENS.has(word.text) && ['of', 'for'].includes(name[at + 1]?.text ?? '') && at < name.length - 2,
  )
  if (opening >= 0) return [{ start: first.start, end: last.end }]
  for (let at = name.length - 1; at > 0; at--) {
    const word = name[at]
    if (!word || !CLOSES.has(word.text)) continue
    const needed = WEAK.has(word.text) ? 2 : 1
    const before = name.slice(0, at).filter(other => other.capital)
    if (before.length >= needed) return [{ start: first.start, end: word.end }]
  }
  return []
}
