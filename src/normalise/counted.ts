import { at, type Token, type Tokens } from './tokens.ts'

/** How many words after a number may belong to what it counts. */
const REACH = 7

/** Words that end a noun phrase: verbs, prepositions, conjunctions, pronouns. */
const STOP = new Set(
  `a an the and or nor but if then than that which who whom whose when where while as at by for from in into of off on onto out over per since
  to toward towards under until up upon via with within without about above across after against along amid among around before behind below
  beneath beside between beyond during except inside near through throughout is are was were be been being am has have had having do does did
  done will would shall should can could may might must not no it its he she they them their his her our your my we you i this these those
  there here also just only even still yet already so such because though although however both either neither each every any all some`.split(
    /\s+/,
  ),
)
/** Plurals without an s. */
const PLURALS = new Set(
  'people men women children police media data persons personnel staff malware criteria bacteria mice feet teeth aircraft'.split(
    ' ',
  ),
)
/** Words in -s that are not plural nouns. */
const SINGULAR_S = new Set(
  'various previous numerous serious famous anonymous malicious suspicious continuous dangerous enormous was is has does says its us this his less across business windows news always perhaps besides towards sometimes'.split(
    ' ',
  ),
)

/** Words after "one" that show it is a pronoun, or no noun. */
const NOT_NOUNS = new Set('more another go available such same way who else another'.split(' '))

const isPlural = (word: string): boolean =>
  PLURALS.has(word) || (word.length > 2 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) && !SINGULAR_S.has(word))

/**
 * Head noun of what a number counts, lower case: "145.5 million U.S. consumers" gives "consumers". Looks at the words after
 * the number only; undefined when no noun follows on the line.
 * @param index first token after the number
 * @param single whether the number is one, which counts a singular
 */
export function counted(tokens: Tokens, index: number, single: boolean): string | undefined {
  // "one of the officials" counts among many
  const one = single && at(tokens, index) !== 'of'
  let next = at(tokens, index) === 'of' ? index + 1 : index
  while (/^(?:the|its|their|our|his|her|these|those|all|such|more|other|different|additional)$/.test(at(tokens, next)))
    next++
  let last: string | undefined
  // "380,000 British Airways customers": a capitalised plural may be part of the name of whose they are.
  let named: string | undefined
  for (let step = 0; step < REACH; step++) {
    const token = tokens.list[next + step]
    if (!token || token.line) break
    if (token.kind === 'mark') {
      if (token.text === '-' && !token.spaced && tokens.list[next + step + 1]?.spaced === false) continue
      if (token.text === '.' && isInitial(tokens, next + step)) continue
      if (token.text === '\u2019' || token.text === "'") {
        if (at(tokens, next + step + 1) === 's') step++
        last = undefined
        continue
      }
      break
    }
    if (token.kind === 'digits') {
      if (last === undefined && token.spaced) break
      continue
    }
    if (STOP.has(token.text) || (last !== undefined && !last.endsWith('ly') && isVerb(token.text))) break
    const plural = !one && isPlural(token.text) && !isPossessive(tokens, next + step)
    if (plural && isSmall(tokens, token)) return token.text
    if (named !== undefined && isSmall(tokens, token)) break
    if (plural) named ??= token.text
    last = token.text
  }
  if (named !== undefined) return named
  return one && last !== undefined && !/(?:ly|ed|[^s]s)$/.test(last) && !NOT_NOUNS.has(last) ? last : undefined
}

const isSmall = (tokens: Tokens, { start }: Token): boolean => /^[^\p{Lu}]/u.test(tokens.source.slice(start, start + 2))

/** The dot of an abbreviation of single letters: "U.S. consumers". */
const isInitial = (tokens: Tokens, index: number): boolean => {
  const before = tokens.list[index - 1]
  return before?.kind === 'word' && before.text.length === 1 && !tokens.list[index]?.spaced
}

const isPossessive = (tokens: Tokens, index: number): boolean => {
  const mark: Token | undefined = tokens.list[index + 1]
  return (mark?.text === '\u2019' || mark?.text === "'") && !mark.spaced && tokens.list[index + 2]?.spaced === true
}

/** A finite verb after a noun: "one victim paid", "one bank said". */
const isVerb = (word: string): boolean =>
  /(?:ed|ing)$/.test(word) || /^(?:said|says|paid|lost|stole|took|got|went|came|sent|told)$/.test(word)
