import { isWord } from '../knowledge/words.ts'
import type { Span } from '../model/span.ts'

/** Forms of address that are no words of their own. */
const NO_NAME = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Sgt|Capt|Lt|Col|Gen)$/

/** The given names that stand right before a surname, of people who were not recognised too. */
export const givenNames = (text: string, surname: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{Ll}+)\\s${surname}(?!\\p{L})`, 'gu'))]
      .map(([, word = '']) => word)
      .filter(word => !NO_NAME.test(word) && !isWord(word.toLowerCase())),
  )

/** What people do in their firms and offices. */
const ROLE =
  /\b(?:CEO|CTO|CISO|CIO|CFO|COO|chief\s\p{L}+\sofficer|president|chairman|chairwoman|spokes(?:man|woman|person)|founder|co-founder|analyst|researcher|director|manager|minister|senator|congressman|judge|attorney|adviso?er|commissioner|superintendent|mayor|governor|professor|expert|sheriff|detective|blogger|journalist)\b/giu

/** Characters around a name in which its bearer's role is told. */
const NEAR = 60

/** The roles told right beside a name, in its sentence. */
function roles(text: string, { start, end }: Span): ReadonlySet<string> {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(/[.;:!?\n]\s/)
      .at(-1) ?? ''
  const after = text.slice(end, end + NEAR).split(/[.;:!?\n](?:\s|$)/)[0] ?? ''
  return new Set([...`${before}|${after}`.matchAll(ROLE)].map(([role]) => role.toLowerCase()))
}

/** Beside a name: somebody who has spoken before. */
const GOES_ON = /^\s(?:added|adds|continued|concluded|went\son|also\s(?:said|told|noted))\b/
const WENT_ON = /\b(?:added|adds|continued|concluded)\s$/

/** Somebody else beside the first. */
const COMPANION = /\b(?:also\sa|another|colleagues?|fellow|both|predecessor|successor|namesake|unrelated)\b/i

/** Whether two full names that stand once each are one person's: of one role, or speaking on without a new introduction. */
export function onePerson(text: string, a: Span, b: Span, surname: string): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  if (COMPANION.test(text.slice(Math.max(0, second.start - NEAR), second.end + NEAR))) return false
  const theirs = roles(text, second)
  if ([...roles(text, first)].some(role => theirs.has(role))) return true
  return (
    theirs.size === 0 &&
    !/^,\s/.test(text.slice(second.end, second.end + 2)) &&
    givenNames(text, surname).size === 2 &&
    (GOES_ON.test(text.slice(second.end, second.end + 16)) ||
      WENT_ON.test(text.slice(Math.max(0, second.start - 12), second.start)))
  )
}
