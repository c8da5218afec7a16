import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { foldName } from '../normalise/name.ts'
import type { Sentence } from './encode.ts'
import type { People } from './people.ts'
import type { Slot } from './slots.ts'
import { CALLING } from './vocabulary.ts'

/** Words of names that are neither organisations nor people: programs, laws, roles, kinds of attack. */
const OTHER =
  /\b(?:windows|android|ios|macos|linux|explorer|browser|player|reader|server|office|word|excel|java|javascript|flash|docs|gmail|app|bitcoin|ethereum|social|security number|patch|act|regulation|directive|ransomware|trojan|malware|virus|operation|internet|wi-fi|bluetooth|web|chief|officer|director|president|chairman|minister|editor|update|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|january|february|march|april|june|july|august|september|october|november|december|hackers?|attackers?|breach|attack|this|that|these|those|it|he|she|we|you|they|there|what|which|who|how|why|when|while|if|but|and|or|so|as|at|in|on|for|by|to|of|with|both|each|all|some|many|most|several|one|two|three|no|not|yes|also|however|according|researchers?|users?|customers?|victims?|emails?)\b/

/** Words about a name that say it is a person's: "researcher Hutchins", "Hutchins, who stopped it". */
const CALLED = new RegExp(`\\b(?:${CALLING}|mr\\.?|mrs\\.?|ms\\.?|dr\\.?) $`)
const WHO = /^,? who\b/

/**
 * A name that no extractor knows, where a pattern has one: capitalised words that are not part of a longer name, under their
 * folded name. One ordinary word is none ("Researchers"), nor is a program or a rank.
 * @param types what it may be; an organisation rather than a person, unless the words beside it or elsewhere say otherwise
 */
export function unknownName(
  text: string,
  sentence: Sentence,
  from: number,
  to: number,
  types: readonly string[],
  people: () => People,
): Slot | undefined {
  const { code } = sentence
  // "Adobe Flash Player": the words go on with a name that is known.
  if (
    /[A-Z](?:'s)?[ -]$/.test(code.slice(Math.max(0, from - 4), from)) ||
    /^(?:[ -](?:[A-Z]|~)|[-/.@\w])/.test(code.slice(to, to + 2))
  )
    return undefined
  const name = text.slice(sentence.offset(from), sentence.offset(to - 1) + 1).replace(/^The /, '')
  const words = name.split(' ')
  const lower = name.toLowerCase()
  // A bulletin's number is no name: APSB19-02.
  if (!/^[A-Z\d]/.test(name) || OTHER.test(lower) || /\d-\d/.test(name)) return undefined
  const told =
    words.length <= 3 && (CALLED.test(code.slice(Math.max(0, from - 20), from)) || WHO.test(code.slice(to, to + 6)))
  const person = told || (words.length >= 2 && words.length <= 3 && isGivenName(words[0] ?? ''))
  const kind = types.includes('organization') && !told ? 'organization' : 'person'
  if (!types.includes(kind) || (kind === 'person') !== person) return undefined
  if (person && words.every(word => isWord(word.toLowerCase()))) return undefined
  if (words.length === 1 && (name.length < 3 || /^[A-Z\d]{1,3}$/.test(name) || isWord(lower))) return undefined
  const span = { start: sentence.offset(from), end: sentence.offset(to - 1) + 1, letter: 'Q' }
  const somebody = people().get(name)
  if (somebody) return types.includes('person') ? { ...span, key: somebody } : undefined
  return { ...span, key: `${kind}:${foldName(name)}` }
}
