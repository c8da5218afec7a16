import { isGivenName } from '../knowledge/person-names.ts'
import type { ExtractContext } from '../model/stage.ts'
import { DEFINED_GROUP, defined } from './defined.ts'
import { isOrdinary, spelling, type Token, tokensOf } from './tokens.ts'
import { trigger } from './triggers.ts'

/** What an article says that a name it introduces is. */
export type Introduced = 'malware' | 'tool' | 'actor' | 'other'

/** A name of its own that an article introduces: tokens `from`–`to`, inclusive. */
export interface Introduction {
  readonly from: number
  readonly to: number
  readonly kind: Introduced
}

const KINDS: readonly (readonly [Introduced, RegExp])[] = [
  [
    'malware',
    /^(?:malware|ransomware|trojans?|rats?|backdoors?|loaders?|downloaders?|droppers?|stealers?|infostealers?|botnets?|worms?|wipers?|implants?|rootkits?|bootkits?|spyware|keyloggers?|bankers?|cryptominers?|skimmers?|webshells?|payloads?|variants?|strains?)$/i,
  ],
  [
    'tool',
    /^(?:tools?|toolkits?|builders?|crypters?|packers?|frameworks?|utility|utilities|programs?|scanners?|kits?)$/i,
  ],
  [
    'actor',
    /^(?:groups?|gangs?|actors?|crews?|hackers?|team|collective|adversary|adversaries|syndicate|cartel|apts?|operators?|attackers?|cybercriminals?|criminals?)$/i,
  ],
  [
    'other',
    /^(?:campaigns?|operations?|vulnerabilit(?:y|ies)|flaws?|bugs?|exploits?|markets?|marketplaces?|forums?|services?|compan(?:y|ies)|firms?|attacks?|techniques?|files?|function|process|server|domain|methods?|systems?|platforms?|apps?|applications?|versions?|languages?|products?|software|features?|events?|initiatives?|lists?|institutes?|databases?|tables?|folders?|director(?:y|ies)|accounts?|researchers?|analysts?|experts?|users?|engineers?|professors?|website|site|project|plugin|library|protocol|module|command|key|tactic|technique|practice)$/i,
  ],
]

/** Words that introduce a name at once, and those that do so with "as" or "itself". */
const CALLED = new Set(
  'dubbed called named nicknamed codenamed code-named christened labelled labeled monikered aka a.k.a'.split(' '),
)
const CALLED_AS = new Set('known tracked tracks referred identified dubbed designated aka'.split(' '))
/** Words before a handle: "by the aliases X and Y", "under the moniker X". */
const HANDLE = new Set(
  'alias aliases handle handles moniker monikers nickname nicknames pseudonym pseudonyms'.split(' '),
)
const GOES = new Set('goes going went'.split(' '))
const SELF = new Set('calls calling call named naming dubbed dub dubs'.split(' '))

const GROUP_NOUN = new Set('group actor gang collective crew organization organisation outfit hacker'.split(' '))

/** Every word at which one of these, or a definition, may introduce a name. */
const INTRODUCES = trigger([CALLED, CALLED_AS, HANDLE, GOES, SELF, GROUP_NOUN, DEFINED_GROUP].flatMap(set => [...set]))

/** Adjectives that make a group a hostile one. */
const HOSTILE =
  /^(?:threat|hacking|hacker|hacktivist|apt|espionage|cyberespionage|cyber-espionage|ransomware|extortion|cybercrime|cybercriminal|criminal)$/i

/** Who gives names. */
const NAMERS = /^(?:researchers|analysts|experts)$/i
const FIRMS = /^(?:firm|company|vendor|agency|team)$/i

/** Words between an introducing word and its name. */
const STEPS = 5
/** Words before the introducing one that may say what is introduced. */
const BACK = 12
/** Words of one name. */
const NAME = 3

/** First token of each introduced name → what the article says it is. */
export function introduced(context: ExtractContext): ReadonlyMap<number, Introduced> {
  const known = starts.get(context)
  if (known) return known
  const made = new Map(introductions(context).map(({ from, kind }) => [from, kind]))
  starts.set(context, made)
  return made
}

const starts = new WeakMap<ExtractContext, ReadonlyMap<number, Introduced>>()
const cache = new WeakMap<ExtractContext, readonly Introduction[]>()

/** Every name that the article introduces ("a loader dubbed X", "the group, known as X Y"), with what it says it is. */
export function introductions(context: ExtractContext): readonly Introduction[] {
  const known = cache.get(context)
  if (known) return known
  const { list, at: placesOf } = tokensOf(context)
  const found: Introduction[] = []
  for (const at of placesOf(INTRODUCES)) {
    const name = defined(list, at, context.text)
    if (name) found.push({ from: name[0], to: name[1], kind: 'actor' })
    const handle = HANDLE.has(spelling(list, at).small)
    const group = groupBefore(list, at, context.text)
    const from = group ?? (handle ? handleAfter(list, at) : nameAfter(list, at))
    if (from === undefined) continue
    const kind = group === undefined ? (kindBefore(list, at) ?? 'other') : 'actor'
    const to = endOf(list, from, context.text)
    found.push({ from, to, kind })
    // "the aliases X and Y"
    const second = /^and$/i.test(list[to + 1]?.text ?? '') && handle ? named(list, to + 2) : undefined
    if (second !== undefined) found.push({ from: second, to: endOf(list, second, context.text), kind })
  }
  cache.set(context, found)
  return found
}

/** Where the name starts that the word at `at` introduces; undefined when it introduces none. */
function nameAfter(list: readonly Token[], at: number): number | undefined {
  const { text: word, small } = spelling(list, at)
  if (GOES.has(small)) return goesBy(list, at + 1)
  const direct = CALLED.has(small) || (/^(?:calls|call|dubs|tracks)$/.test(word) && isRelative(list, at))
  if (!direct && !CALLED_AS.has(small) && !SELF.has(small)) return undefined
  if (direct && list[at + 1]?.capital) return at + 1
  // "a gang called the Velvet Herons"; but "the attackers called the FBI".
  if (direct && /^the$/i.test(list[at + 1]?.text ?? '') && kindOf(list[at - 1]?.text ?? '')) return named(list, at + 1)
  // "dubbed by Acme as X", "known as X", "calls itself X".
  for (let step = 1; step <= STEPS; step++) {
    const next = list[at + step]
    if (!next) return undefined
    const passes = CALLED_AS.has(small) && /^as$/i.test(next.text)
    const itself = SELF.has(small) && /^(?:itself|themselves|himself|herself)$/i.test(next.text)
    if (passes || itself) return named(list, at + step + 1)
    if (next.first) return undefined
  }
  return undefined
}

/** "the hacking group X": the name after a noun for hostile groups, in running text. */
function groupBefore(list: readonly Token[], at: number, text: string): number | undefined {
  const [before, here, next] = [list[at - 1]?.text ?? '', list[at], list[at + 1]]
  if (!here || here.first || !next?.capital || !GROUP_NOUN.has(here.text)) return undefined
  if (here.text === 'hacker') return isHandle(list, at + 1, text) ? at + 1 : undefined
  return HOSTILE.test(before) && /^,? {1,4}["'\u2018\u201c[(]{0,2}$/.test(text.slice(here.end, next.start))
    ? at + 1
    : undefined
}

/** "the hacker X": one word a space away that is neither a word nor a person's, and with which no name goes on. */
function isHandle(list: readonly Token[], at: number, text: string): boolean {
  const [before, name] = [list[at - 1], list[at]]
  return (
    before !== undefined &&
    name !== undefined &&
    text.slice(before.end, name.start) === ' ' &&
    !isOrdinary(name.word) &&
    !isGivenName(name.text) &&
    !follows(list, at, text)
  )
}

/** "which the firm calls X", "that Acme calls X". */
const isRelative = (list: readonly Token[], at: number): boolean => {
  for (let step = 2; step <= STEPS; step++) if (/^(?:which|that|it)$/.test(list[at - step + 1]?.text ?? '')) return true
  return false
}

/** "goes by X", "going under the name of X". */
function goesBy(list: readonly Token[], at: number): number | undefined {
  if (!/^(?:by|under)$/.test(list[at]?.text ?? '')) return undefined
  let from = at + 1
  while (from < at + STEPS && /^(?:the|a|an|his|her|their|name|names|online|screen|of)$/.test(list[from]?.text ?? ''))
    from++
  return named(list, from)
}

/** "by the alias X", "using the handle X"; but "agencies that handle X". */
const handleAfter = (list: readonly Token[], at: number): number | undefined =>
  /^(?:the|a|an|online|twitter|aliases|by|his|her|their|using|under|same)$/i.test(list[at - 1]?.text ?? '')
    ? named(list, at + 1)
    : undefined

const named = (list: readonly Token[], at: number): number | undefined => {
  const from = /^(?:the|a|an)$/i.test(list[at]?.text ?? '') ? at + 1 : at
  return list[from]?.capital ? from : undefined
}

function endOf(list: readonly Token[], from: number, text: string): number {
  let to = from
  while (to - from < NAME - 1 && follows(list, to, text)) to++
  return to
}

/** Whether the name goes on with the next word: capitalised, a single space away. */
function follows(list: readonly Token[], at: number, text: string): boolean {
  const [here, next] = [list[at], list[at + 1]]
  return here !== undefined && next?.capital === true && text.slice(here.end, next.start) === ' '
}

/** What the nearest telling noun before the introducing word says, within its sentence. */
function kindBefore(list: readonly Token[], at: number): Introduced | undefined {
  for (let back = 1; back <= BACK; back++) {
    if (list[at - back + 1]?.first) return undefined
    const word = list[at - back]?.text ?? ''
    // "the gang that researchers named X": they name, and are not named.
    const namer = back === 1 && (NAMERS.test(word) || (FIRMS.test(word) && isRelative(list, at)))
    const kind = namer ? undefined : kindOf(word)
    if (kind) return kind
  }
  return undefined
}

/** What a noun says of the name it goes with. */
export const kindOf = (word: string): Introduced | undefined => KINDS.find(([, pattern]) => pattern.test(word))?.[0]
