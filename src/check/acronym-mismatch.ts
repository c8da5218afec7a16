import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { matches } from '../normalise/matches.ts'
import { acronyms, brackets, IN_USE } from './acronyms.ts'
import { letterSum, oneEdit } from './near-words.ts'
import { NONE } from './once.ts'
import { isLetterOrDigit } from './units.ts'

/** Words that lend an acronym no letter, or may. */
const SMALL = /^(?:and|of|for|the|in|on|to|a|an|by|de|la|du|des|&)$/i

/** The words before a bracket. */
const PHRASE = /(?:[A-Za-z][A-Za-z'\u2019-]{0,30}[ \u00a0]){2,9}$/

/** Characters before a bracket in which its phrase must lie. */
const REACH = 160

/** Whether two strings differ by two neighbours swapped: one wrong letter has too many good reasons. */
const near = (a: string, b: string): boolean => oneEdit(a, b)?.kind === 'transpose'

/** The words right before a place, back to the first unit that no phrase has. */
function wordsBefore(text: string, end: number): string {
  const least = Math.max(0, end - 1 - REACH)
  let start = end
  while (start > least && inPhrase(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

const inPhrase = (unit: number): boolean =>
  isLetterOrDigit(unit) || unit === 0x20 || unit === 0xa0 || unit === 0x27 || unit === 0x2d || unit === 0x2019

/** Words of nothing but capitals. */
const CAPITALS = /\b[A-Z]+\b/g

/** How often a word of capitals stands in a text, which is read when first asked. */
function counter(text: string): (word: string) => number {
  let counts: Map<string, number> | undefined
  return word => {
    if (counts === undefined) {
      counts = new Map()
      for (const [found] of matches(CAPITALS, text)) counts.set(found, (counts.get(found) ?? 0) + 1)
    }
    return counts.get(word) ?? 0
  }
}

function* explained(
  { text, select, knowledge }: CheckContext,
  inBrackets: readonly RegExpExecArray[],
): Generator<Finding> {
  const elsewhere = counter(text)
  for (const match of inBrackets) {
    const acronym = match[1] ?? ''
    const phrase = PHRASE.exec(wordsBefore(text, match.index + 1))?.[0] ?? ''
    const words = phrase.trim().split(/[ \u00a0]+/)
    // The name is the run of capitalised words right before the bracket.
    let from = words.length
    while (from > 0 && (/^[A-Z]/.test(words[from - 1] ?? '') || SMALL.test(words[from - 1] ?? ''))) from--
    const name = words.slice(from).flatMap(word => word.split('-'))
    const heads = name.filter(word => /^[A-Z]/.test(word)).map(word => word.charAt(0))
    // "Department of Revenue (DOR)": some take the small words too.
    const every = name.map(word => word.charAt(0).toUpperCase())
    const options = [heads, every].map(letters => letters.slice(-acronym.length).join(''))
    if (options.includes(acronym)) continue
    const longer = [heads, every].map(letters => letters.slice(-acronym.length - 1).join(''))
    // One wrong or missing letter has many good reasons, unless the article goes on with the initials.
    const initials =
      options.find(letters => letters.length === acronym.length && near(letters, acronym)) ??
      [...options, ...longer].find(
        letters => oneEdit(letters, acronym) !== undefined && elsewhere(letters) > 0 && elsewhere(acronym) === 1,
      )
    if (initials === undefined) continue
    // Some are known in another order: ISO, of the International Organization for Standardization.
    if (acronym === 'ISO' || knowledge.candidates(acronym, 'organization').length > 0) continue
    const end = match.index + match[0].length - 1
    const start = end - acronym.length
    const used = elsewhere(initials)
    yield {
      confidence: used > 0 ? 92 : 75,
      at: select({ start, end }),
      subject: `acronym:${acronym.toLowerCase()}`,
      message:
        `\u201c${acronym}\u201d does not follow from \u201c${words.slice(from).join(' ')}\u201d, whose initials are ${initials}` +
        `${used > 0 ? `; the article also writes ${initials}` : ''}. Is it a slip?`,
      suggestion: initials,
      evidence: [
        {
          role: 'for',
          note: 'the words it stands for',
          at: select({ start: match.index + 1 - phrase.length, end: match.index }),
        },
      ],
    }
  }
}

/** How often an acronym must stand, once in brackets after its words, before a swapped one is a slip. */
const USUAL = 3

/** Whether an acronym stands so often, and another one stands beside it. */
function isUsual(found: ReadonlyMap<string, readonly number[]>): boolean {
  if (found.size < 2) return false
  for (const places of found.values()) if (places.length >= USUAL) return true
  return false
}

/** An acronym that the article explains and uses, once with two letters swapped. */
function* swapped(
  { text, select, knowledge }: CheckContext,
  found: ReadonlyMap<string, readonly number[]>,
): Generator<Finding> {
  const often = new Set<number>()
  for (const [word, places] of found) if (places.length >= USUAL) often.add(letterSum(word))
  const byLetters = Map.groupBy(
    [...found.keys()].filter(word => often.has(letterSum(word))),
    word => [...word].sort().join(''),
  )
  for (const alike of byLetters.values())
    for (const odd of alike) {
      const [start, again] = found.get(odd) ?? []
      const usual = alike.find(other => (found.get(other)?.length ?? 0) >= USUAL && near(other, odd))
      if (
        start === undefined ||
        again !== undefined ||
        !usual ||
        (IN_USE.has(odd) && IN_USE.has(usual)) ||
        knowledge.candidates(odd).length > 0
      )
        continue
      if (text.charAt(start - 1) === '(') continue
      const places = found.get(usual) ?? []
      yield {
        confidence: 85,
        at: select({ start, end: start + odd.length }),
        subject: `acronym:${odd.toLowerCase()}`,
        message: `\u201c${odd}\u201d stands here only; the article writes ${usual} ${places.length} times. Are two letters swapped?`,
        suggestion: usual,
        evidence: places.slice(0, 5).map(index => ({
          role: 'for',
          note: `${usual} here`,
          at: select({ start: index, end: index + usual.length }),
        })),
      }
    }
}

/** An acronym does not follow from the words that it stands for. */
export const acronymMismatch: Check = {
  id: 'acronym-mismatch',
  severity: 'warning',
  title: 'An acronym does not follow from the words it stands for',
  why: 'Catches \u201cNational Security Agency (NAS)\u201d, and an acronym that the article uses again and again and once with two letters swapped. Wrong when the acronym comes from another language, or from other words than those before it.',
  examples: {
    flagged: [
      'The IRS sent mails. The IRS paid. Mails of the IRS came. The [[RIS]] is sorry.',
      'The Department of Revenue ([[ODR]]) said so.',
      'The National Security Agency ([[NAS]]) said so.',
      'The Data Breach Investigations Report ([[DIBR]]) is out.',
      'The Federal Trade Commission ([[FTO]]) sued. The FTC won.',
      'The Internet Crime Complaint Center ([[ICC]]) warned. Write to the ICCC.',
    ],
    clean: [
      'The National Security Agency (NSA) and the Department of Health and Human Services (HHS) said so.',
      'The International Organization for Standardization (ISO) met.',
      'The World Anti-Doping Agency (WADA) and Doctors Without Borders (MSF) met.',
      'The Federal Security Service (FSB) met. The FSB is Russian.',
      'Extensible Markup Language (XML) files come with Remote Desktop (RDP) scripts.',
    ],
  },
  run: context => {
    const inBrackets = brackets(context.text)
    const found = acronyms(context.text)
    const usual = isUsual(found)
    return inBrackets.length === 0 && !usual
      ? NONE
      : [...explained(context, inBrackets), ...(usual ? swapped(context, found) : NONE)]
  },
}
