import type { ExtractContext } from '../model/stage.ts'
import { ofSpelling } from '../normalise/words.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Capitalised words that belong to the sentence, a caption or a title and not to the name after them. */
export const NOT_FIRST: ReadonlySet<string> = new Set(
  `The A An In On At By For From Of To And Or But With While When If As After Before Since During Our Their Its His Her This
  That These Those Some Many Most Several All Any Each Other Both Former According Figure Table However Meanwhile Although
  Because Under Over About New Another Then Now It He She They We You I Is Are Was Were Has Have Had Not No What Why How Where Who
  Like Via Per Also Only Even Still Just Yet Once Through Between Among Against Despite Unlike Until Upon Within Without So
  Thus Hence Today Yesterday Tomorrow Recently Earlier Later Last Next First Second Third Fake Spoofed Successful Image Here
  There Let Can Could Will Would Should May Might Must Do Does Did Be Been Using Used See More Read Than Such Say Says Said Major
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October
  November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Impersonation Presumably Alleged Suspected Your My Vs
  Key Top Leading Nearly Almost Around Across Instead Indeed Perhaps Maybe Please Note Dear`.split(/\s+/),
)

/** "CEO of Acme": the office is not part of the name. */
const OFFICES = new Set(
  `CEO CTO CISO CIO CFO COO President Chairman Chairwoman Director Head Founder Chief Secretary Minister Commissioner VP Dean
  Professor Manager Governor Mayor Chancellor Prime`.split(/\s+/),
)

/** "Judge Lucy Koh of the District Court": somebody, and where they are. */
const ADDRESS = /^(?:Judge|Senator|Sen|Rep|Representative|Mayor|Governor|Gov|Sheriff|Mr|Mrs|Ms|Dr|Prof|Professor)$/

const JOINS = new Set(['of', 'Of', 'for', 'and', 'the', 'on', 'de', 'del', 'der', 'du', 'des', 'la', 'da', 'do'])

const LONGEST_JOIN = 3

/** Opening words of a run need not be a name's; a run this long is a heading. */
const LONGEST = 16

/** After these a dot ends no sentence. */
const ABBREVIATED = /^(?:\p{Lu}(?:\.\p{Lu}){0,3}|St|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Jr|Lt|Col|Sgt|Prof|Mt)$/u

/** Words that follow each other: capitalised ones, and small joining words between two of them. */
export type Run = readonly Token[]

const cache = new WeakMap<ExtractContext, readonly Run[]>()

/** Every run of capitalised words of a document, without the words that only begin a sentence. Each word is looked at once. */
export function runs(context: ExtractContext): readonly Run[] {
  const known = cache.get(context)
  if (known) return known
  const { list: words, marked } = tokensOf(context)
  const list: Run[] = []
  let taken = 0
  for (const { capital, index } of marked) {
    if (!capital || index < taken) continue
    const run = runFrom(context.text, words, index)
    // Most are one word, which nothing splits.
    for (const part of run.length === 1 ? [run] : split(run)) {
      let from = 0
      while (from < part.length && isLead(part[from])) from++
      if (from < part.length) list.push(part.slice(from))
    }
    taken = index + run.length
  }
  cache.set(context, list)
  return list
}

/** What may own what is named after it. */
const OWNERS: ReadonlySet<string> = new Set(['country', 'region', 'place', 'organization'])

/** The runs, cut behind an owner that is known by itself: "India's | Cosmos Bank", "University of Toronto's | Citizen Lab". */
export function partedRuns(context: ExtractContext): readonly Run[] {
  const { text, names } = context
  const owners = new Set<number>()
  for (const { end, candidates } of names)
    if (
      isOwned(text, end) &&
      candidates.some(({ entity, name }) => OWNERS.has(entity.type) && name.match !== 'context')
    )
      owners.add(end)
  if (owners.size === 0) return runs(context)
  return runs(context).flatMap(run => {
    const at = run.findLastIndex(({ end }, index) => index < run.length - 1 && owners.has(end))
    return at < 0 ? [run] : [run.slice(0, at + 1), run.slice(at + 1)]
  })
}

const isOwned = (text: string, end: number): boolean =>
  (text[end] === "'" || text[end] === '\u2019') && text[end + 1] === 's'

/** Words before a name that belong to the sentence or to an office ("CEO Scott Wise"). */
const isLead = (token: Token | undefined): boolean => token !== undefined && (!token.capital || isLeadWord(token.word))
const isLeadWord = ofSpelling(({ text }) => NOT_FIRST.has(text) || OFFICES.has(text))

function runFrom(text: string, words: readonly Token[], index: number): Token[] {
  const run: Token[] = []
  let pending: Token[] = []
  for (let at = index; at < words.length && run.length < LONGEST; at++) {
    const word = words[at]
    const previous = words[at - 1]
    if (!word || (at > index && !joined(text, previous, word))) break
    if (word.capital) {
      run.push(...pending, word)
      pending = []
    } else if (word.end - word.start <= LONGEST_JOIN && JOINS.has(word.text) && pending.length < 2) pending.push(word)
    else break
  }
  return run
}

/** One space, an ampersand or a possessive between two words; a hard-wrapped line is one space too. */
function joined(text: string, before: Token | undefined, after: Token): boolean {
  if (!before) return false
  const length = after.start - before.end
  if (length === 1) return text[before.end] === ' '
  if (length > 5) return false
  if (length === 2 && ABBREVIATED.test(before.text) && !NOT_FIRST.has(after.text)) return text[before.end] === '.'
  // Blanked marks of emphasis leave more than one space.
  return /^(?: {2,5}| & |['\u2019]s |\u00a0)$/.test(text.slice(before.end, after.start))
}

/** Several names in one run: "the" starts one unless "of" precedes it ("and the" always does); "and" too, unless "Ministry of" came before. */
function split(run: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let open = false
  for (const [index, word] of run.entries()) {
    // Only small words divide.
    if (word.capital) {
      parts.at(-1)?.push(word)
      continue
    }
    const previous = run[index - 1]
    const ends =
      word.text === 'the'
        ? !['of', 'for'].includes(previous?.text ?? '')
        : (['and', 'on'].includes(word.text) && !open) ||
          (word.text === 'of' && (OFFICES.has(previous?.text ?? '') || ADDRESS.test(parts.at(-1)?.[0]?.text ?? '')))
    if (ends) {
      parts.push([])
      open = false
      continue
    }
    if (previous?.capital && (word.text === 'of' || word.text === 'for')) open = true
    parts.at(-1)?.push(word)
  }
  return parts
}
