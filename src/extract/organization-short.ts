import { isWord } from '../knowledge/words.ts'
import { indexAt } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import type { Found } from './found.ts'
import { tokens } from './tokens.ts'

/** What the rest of a document may leave off: "Acme Widgets Ltd" becomes "Acme Widgets". */
const TAIL =
  /,? (?:Inc|Corp|Corporation|Co|Ltd|LTD|LLC|GmbH|AG|Limited|Group|Holdings|Technologies|Bank|Healthcare|Health|Security|Labs|Software|Systems|Networks|Airlines|Industries)\.?$/

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
  for (const found of shaped) {
    const rest = text.slice(found.start, found.end).replace(TAIL, '')
    if (rest.length < found.end - found.start && rest.length > 2 && !/\s/.test(rest) && !isWord(rest.toLowerCase()))
      short.set(rest, found)
    if (!/\s/.test(text.slice(found.start, found.end))) short.set(text.slice(found.start, found.end), found)
  }
  if (short.size === 0) return []
  const inOrder = [...full].sort((a, b) => a.start - b.start)
  return tokens(context).flatMap(({ start, end, text: word }) => {
    const owner = short.get(word)
    const before = inOrder[indexAt(inOrder, start)]
    return owner && !(before && start < before.end) ? [{ ...owner, start, end }] : []
  })
}

/** Whether the acronym's first letter begins the name (less the article) and its letters occur in it in order. */
function initials(name: string, acronym: string): boolean {
  const letters = name.replace(/^the /i, '').toLowerCase()
  let at = 0
  for (const letter of acronym.toLowerCase().replace(/[^a-z]/g, '')) {
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return letters[0] === acronym[0]?.toLowerCase()
}
