import { isWord } from '../knowledge/words.ts'
import { indexAt } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import type { Found } from './found.ts'
import { ACRONYMS } from './organization-cued.ts'
import { tokensOf } from './tokens.ts'

/** What the rest of a document may leave off: "Acme Widgets Ltd" becomes "Acme Widgets". */
const TAIL =
  /,? (?:Inc|Corp|Corporation|Co|Ltd|LTD|LLC|GmbH|AG|Limited|Group|Holdings|Technologies|Bank|Healthcare|Health|Security|Labs|Software|Systems|Networks|Airlines|Industries)\.?$/

/** Where two words and more are left: "Boston Children's Hospital" becomes "Boston Children's". */
const LONG_TAIL = /(?<=\S \S.*) (?:Hospital|Foundation|Association)$/

/** Names that begin with the same word and are looked for together; more are dropped, so that a long list stays linear. */
const SAME_START = 8

/**
 * Short forms of an organisation introduced earlier, wherever they stand: an acronym in brackets after it ("Water Agency (WA)"),
 * and its name without "Ltd" or "Group".
 */
export function shortOrganizations(context: ExtractContext, full: readonly Found[], shaped: readonly Found[]): Found[] {
  const { text } = context
  const short = new Map<string, Found>()
  for (const found of [...full, ...shaped]) {
    const acronym = /^(?:['\u2019]s)? \(["\u201c\u2018]?([A-Z][A-Za-z&-]{1,9})["\u201d\u2019]?\)/.exec(
      text.slice(found.end, found.end + 18),
    )?.[1]
    if (acronym && initials(text.slice(found.start, found.end), acronym)) short.set(acronym, found)
  }
  for (const found of [...full, ...shaped]) {
    for (const acronym of acronymsOf(text.slice(found.start, found.end)))
      if (!short.has(acronym)) short.set(acronym, found)
  }
  for (const found of shaped) {
    const name = text.slice(found.start, found.end)
    if (short.has(name)) continue
    const rest = name.replace(TAIL, '').replace(LONG_TAIL, '')
    if (rest.length < name.length && rest.length > 2 && !isWord(rest.toLowerCase())) short.set(rest, found)
    short.set(name, found)
  }
  if (short.size === 0) return []
  const byFirst = new Map<string, [string, Found][]>()
  for (const entry of short) {
    const first = /^[^\s,]+/.exec(entry[0])?.[0] ?? entry[0]
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry].slice(-SAME_START))
  }
  const inOrder = [...full].sort((a, b) => a.start - b.start)
  const places: Found[] = []
  for (const { start, text: word } of tokensOf(context).marked) {
    const fit = byFirst
      .get(word)
      ?.find(
        ([name]) =>
          text.startsWith(name, start) &&
          !/^[\p{L}\p{N}]/u.test(text.slice(start + name.length, start + name.length + 1)),
      )
    if (!fit) continue
    const before = inOrder[indexAt(inOrder, start)]
    if (!before || start >= before.end) places.push({ ...fit[1], start, end: start + fit[0].length })
  }
  return places
}

/**
 * Initials of three words and more: "Office of Information Technology" is also OIT, and "Colorado Department of
 * Transportation" CDOT, with the small words' own.
 */
function acronymsOf(name: string): string[] {
  const letters = name.split(' ').map(word => word[0] ?? '')
  const capitals = letters.filter(letter => /\p{Lu}/u.test(letter)).join('')
  return [capitals, letters.join('').toUpperCase()].filter(
    acronym => /^\p{Lu}{3,6}$/u.test(acronym) && !ACRONYMS.has(acronym),
  )
}

/**
 * Whether the acronym's first letter begins the name, less the article or the place before it ("Indiana Department of
 * Revenue (DOR)"), and its letters occur from there in order.
 */
function initials(name: string, acronym: string): boolean {
  const wanted = acronym.toLowerCase().replace(/[^a-z]/g, '')
  const words = name.replace(/^the /i, '').toLowerCase().split(' ')
  const first = words.findIndex(word => word[0] === wanted[0])
  if (first < 0 || first > 2) return false
  const letters = words.slice(first).join(' ')
  let at = 0
  for (const letter of wanted) {
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
