import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'

/** Words that lend an acronym no letter, or may. */
const SMALL = /^(?:and|of|for|the|in|on|to|a|an|by|de|la|du|des|&)$/i

/** A bracket with three to six capitals, and what may stand before it. */
const BRACKET = /[ \u00a0]\(([A-Z]{3,6})\)/g
const PHRASE = /(?:[A-Za-z][A-Za-z'\u2019-]{0,30}[ \u00a0]){2,9}$/

/** Characters before a bracket in which its phrase must lie. */
const REACH = 160

/** Whether two strings of one length differ by two neighbours swapped: one wrong letter has too many good reasons. */
function near(a: string, b: string): boolean {
  const differing = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]))
  const [first = 0, second = 0] = differing
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

function* findings({ text, select, knowledge }: CheckContext): Generator<Finding> {
  for (const match of text.matchAll(BRACKET)) {
    const acronym = match[1] ?? ''
    const before = text.slice(Math.max(0, match.index - REACH), match.index + 1)
    const phrase = PHRASE.exec(before)?.[0] ?? ''
    const words = phrase.trim().split(/[ \u00a0]+/)
    // The name is the run of capitalised words right before the bracket.
    let from = words.length
    while (from > 0 && (/^[A-Z]/.test(words[from - 1] ?? '') || SMALL.test(words[from - 1] ?? ''))) from--
    const name = words.slice(from).flatMap(word => word.split('-'))
    const heads = name.filter(word => /^[A-Z]/.test(word)).map(word => word.charAt(0))
    const initials = heads.slice(-acronym.length).join('')
    if (heads.length < acronym.length || initials.length !== acronym.length || !near(initials, acronym)) continue
    // Some are known in another order: ISO, of the International Organization for Standardization.
    if (acronym === 'ISO' || knowledge.candidates(acronym, 'organization').length > 0) continue
    const end = match.index + match[0].length - 1
    const start = end - acronym.length
    const elsewhere = (form: string): number => text.split(new RegExp(`\\b${form}\\b`)).length - 1
    const used = elsewhere(initials)
    yield {
      confidence: used > 0 ? 92 : 75,
      at: select({ start, end }),
      subject: `acronym:${acronym.toLowerCase()}`,
      message:
        `\u201c${acronym}\u201d does not follow from \u201c${words.slice(from).join(' ')}\u201d, whose initials are ${initials}` +
        `${used > 0 ? `; the article also writes ${initials}` : ''}. Are two letters swapped?`,
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

/** An acronym does not follow from the words that it stands for. */
export const acronymMismatch: Check = {
  id: 'acronym-mismatch',
  severity: 'warning',
  title: 'An acronym has two letters swapped against the words it stands for',
  why: 'Catches \u201cNational Security Agency (NAS)\u201d. Wrong when the acronym comes from another language, or from other words than those before it.',
  examples: {
    flagged: [
      'The National Security Agency ([[NAS]]) said so.',
      'The Data Breach Investigations Report ([[DIBR]]) is out.',
    ],
    clean: [
      'The National Security Agency (NSA) and the Department of Health and Human Services (HHS) said so.',
      'The International Organization for Standardization (ISO) met.',
      'The World Anti-Doping Agency (WADA) and Doctors Without Borders (MSF) met.',
      'Extensible Markup Language (XML) files come with Remote Desktop (RDP) scripts.',
    ],
  },
  run: findings,
}
