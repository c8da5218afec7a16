import type { ExtractContext } from '../model/stage.ts'
import type { Found } from './found.ts'
import { tokens } from './tokens.ts'

/** Acronyms introduced in brackets right after an organisation ("Election Assistance Commission (EAC)"), wherever they stand. */
export function shortOrganizations(
  context: ExtractContext,
  listed: readonly Found[],
  shaped: readonly Found[],
): Found[] {
  const { text } = context
  const short = new Map<string, Found>()
  for (const found of [...listed, ...shaped]) {
    const acronym = /^ \(["\u201c]?([A-Z][A-Za-z&-]{1,9})["\u201d]?\)/.exec(text.slice(found.end, found.end + 16))?.[1]
    if (acronym && initials(text.slice(found.start, found.end), acronym)) short.set(acronym, found)
  }
  if (short.size === 0) return []
  return tokens(context).flatMap(({ start, end, text: word }) => {
    const full = short.get(word)
    return full ? [{ ...full, start, end }] : []
  })
}

/** Whether the acronym's first letter begins the name (less the article) and its capitals occur in it in order. */
function initials(name: string, acronym: string): boolean {
  const letters = name.replace(/^the /i, '').toLowerCase()
  let at = 0
  for (const letter of acronym.toLowerCase().replace(/[^a-z]/g, '')) {
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return letters[0] === acronym[0]?.toLowerCase()
}
