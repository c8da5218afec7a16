import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { indexAt, type Span } from '../model/span.ts'
import { matches } from '../normalise/matches.ts'

/** A capitalised word; capitals alone are taken for abbreviations. */
const CAPITALISED = /(?<!\w)[A-Z\u00c0-\u00de\u0100-\u017f][A-Z\d]*[a-z\u00df-\u017f][A-Za-z\d\u00c0-\u017f]*/g
const SHORTEST = 3
/** What follows the name of a firm: what firms do, what befalls them and what they have. */
const FIRM =
  /^(?: \p{Lu}[\p{L}\p{N}]*){0,4}(?:['\u2019]s? (?:[a-z]+ )?(?:customers|clients|employees|ceo|chief|spokes(?:man|woman|person)|systems|networks?|servers|headquarters|shares)|,? (?:which )?(?:also |has |have |had |later |[a-z]+ly ){0,2}(?:(?:was|were|been) (?:recently |reportedly )?(?:hit|hacked|breached|attacked|targeted|compromised|struck)|said|says|told|confirmed|announced|disclosed|discovered|notified|informed|paid|suffered|lost|admitted|acknowledged|learned|hired|apologi[sz]ed|declined|refused))(?![a-z])/u
const AHEAD = 80

/** Names that nothing knows, each by its words that are no ordinary ones. */
export interface Strangers {
  /** Whether one that is told of as a firm stands in a stretch, and at least as often in the text as the number given. */
  between(from: number, to: number, times: number): boolean
}

/** @param slots what is known, in order, none overlapping */
export function strangersIn(text: string, slots: readonly Span[]): Strangers {
  const found: { readonly start: number; readonly end: number; readonly word: string }[] = []
  const counts = new Map<string, number>()
  let next = 0
  for (const { 0: word, index: start } of matches(CAPITALISED, text)) {
    while ((slots[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((slots[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    if (word.length < SHORTEST || isWord(word.toLowerCase()) || isGivenName(word)) continue
    found.push({ start, end: start + word.length, word })
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return {
    between(from, to, times) {
      // The first that does not begin before the stretch.
      for (let at = indexAt(found, from - 1) + 1; at < found.length; at++) {
        const { start = to, end = to, word = '' } = found[at] ?? {}
        if (start >= to) return false
        if ((counts.get(word) ?? 0) >= times && FIRM.test(text.slice(end, Math.min(end + AHEAD, text.length))))
          return true
      }
      return false
    },
  }
}
