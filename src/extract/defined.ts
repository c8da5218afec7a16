import { spelling, type Token } from './tokens.ts'

/** Nouns for groups that a definition may end in. */
export const DEFINED_GROUP: ReadonlySet<string> = new Set(
  'group gang actor crew team collective outfit adversary apt syndicate cartel'.split(' '),
)
/** Of these, what nobody else is called. */
const SURELY = /^(?:gang|apt|adversary)$/
/** Words right before the others that make them hostile. */
const HOSTILE =
  /^(?:threat|hacking|hackers?|hacktivists?|apt|espionage|cyber-?espionage|spying|ransomware|raas|ransomware-as-a-service|extortion|cyber-?crime|cyber-?criminals?|adversary|intrusion|ddos|phishing)$/i

const ARTICLE = /^(?:an?|another|the)$/

/** What closes a description, or goes on with it; "Using X, the threat actor can" describes nothing. */
const APPOSED =
  /^(?:[,.;:)]| (?:that|which|who|known|linked|believed|suspected|thought|based|active|behind|responsible|operating|tracked|affiliated|associated|with|from|specializing|specialising|focused)\b)/

/** Words between the article and the noun. */
const WORDS = 7
/** Words that no description of a group holds between its article and its noun: "a kit that threat actors use". */
const BREAKS =
  /^(?:that|which|who|whose|of|to|by|in|for|from|with|on|at|or|when|as|is|are|was|were|can|may|most|used|its|their|the)$/
/** Words of one name. */
const NAME = 3

/**
 * Where the name begins and ends of which the words up to the noun at `at` say that it is a hostile group: "X is a new
 * Chinese threat actor", "X, a hacktivist group", "we assess X as an APT group".
 */
export function defined(list: readonly Token[], at: number, text: string): readonly [number, number] | undefined {
  const noun = list[at]
  if (!noun || noun.first || !DEFINED_GROUP.has(noun.text)) return undefined
  if (!SURELY.test(noun.text) && !HOSTILE.test(spelling(list, at - 1).text)) return undefined
  let article = at - 1
  while (at - article <= WORDS && !ARTICLE.test(list[article]?.text ?? '')) {
    if (list[article]?.first || BREAKS.test(list[article]?.text ?? '')) return undefined
    article--
  }
  const gap = gapBefore(list, article, text)
  if (at - article > WORDS || gap === undefined) return undefined
  // "X, a gang", "X (an APT group"
  if (/^(?:, | \(| [\u2013\u2014-] )["*]{0,2}$/.test(gap))
    return APPOSED.test(text.slice(noun.end, noun.end + 16)) ? nameBefore(list, article - 1, text) : undefined
  if (gap !== ' ') return undefined
  const verb = list[article - 1]?.text ?? ''
  if (/^(?:is|was|remains|became)$/.test(verb))
    return /^(?:which|who)$/.test(list[article - 2]?.text ?? '')
      ? nameBefore(list, article - 3, text)
      : nameBefore(list, article - 2, text)
  return verb === 'as' &&
    /^(?:assess|assessed|assesses|describe[ds]?|identif(?:y|ied|ies)|track|tracks|classif(?:y|ied))$/.test(
      list[article - 2 - nameLength(list, article - 2, text)]?.text ?? '',
    )
    ? nameBefore(list, article - 2, text)
    : undefined
}

/** The words of the capitalised name that ends at a token. */
function nameLength(list: readonly Token[], to: number, text: string): number {
  let length = 0
  while (
    length < NAME &&
    list[to - length]?.capital &&
    (length === 0 || gapBefore(list, to - length + 1, text) === ' ')
  )
    length++
  return length
}

function nameBefore(list: readonly Token[], to: number, text: string): readonly [number, number] | undefined {
  let from = to - nameLength(list, to, text) + 1
  // A longer run is a heading or somebody's title.
  if (from > to || (list[from - 1]?.capital && gapBefore(list, from, text) === ' ')) return undefined
  if (/^(?:The|This|Such|Another)$/.test(list[from]?.text ?? '')) from++
  return from > to ? undefined : [from, to]
}

const gapBefore = (list: readonly Token[], at: number, text: string): string | undefined => {
  const [before, here] = [list[at - 1], list[at]]
  return before && here && here.start - before.end < 6 ? text.slice(before.end, here.start) : undefined
}
