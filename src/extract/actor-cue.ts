import { ofSpelling } from '../normalise/words.ts'
import { spelling, type Token } from './tokens.ts'
import { trigger } from './triggers.ts'

/** Nouns that say of the name before them that it is a group: unlike "group" and "team" alone, which firms use too. */
const GANG = new Set('gang gangs crew hacker hackers apt apts cartel syndicate hacktivist hacktivists'.split(' '))

/** "X threat actor", "X hacking group": a group noun behind one of these. */
const HOSTILE = new Set(
  `threat hacking hacker apt espionage cyberespionage ransomware extortion cybercrime cybercriminal criminal hacktivist
  adversary state-sponsored state-backed nation-state activity`.split(/\s+/),
)
const GROUP = /^(?:groups?|actors?|gangs?|collective|crew|team|cluster|operation|outfit)$/i

/** Words that go with a group's name. */
const COMPANY =
  /^(?:groups?|gangs?|crew|hackers?|actors?|operators?|team|apts?|adversary|adversaries|attributed|attribution|threat|collective|campaigns?|operations?|attackers?|affiliates?|espionage|members?|sub-?groups?|aka|a\.k\.a|alias|toolset|ttps?|tradecraft|state-sponsored)$/i

/** Tokens looked at on each side of a name. */
const REACH = 2

/** Words that say, alone or with the next one, of a name before them that it is a group's. */
export const TELLS_GROUP = trigger([...GANG, ...HOSTILE])
const isCompany = ofSpelling(({ text }) => COMPANY.test(text))

/** Whether what follows the name says that it is a group: "X gang", "X threat group". */
export function isFollowedByGroup(list: readonly Token[], to: number): boolean {
  const next = list[to + 1]
  if (!next || next.first) return false
  const { small } = next.word
  const then = list[to + 2]
  return GANG.has(small) || (HOSTILE.has(small) && then !== undefined && !then.first && GROUP.test(then.text))
}

/** Whether a word that goes with a group stands within two words of the tokens `from`–`to` (inclusive), in their sentence. */
export function isNearGroup(list: readonly Token[], from: number, to: number): boolean {
  for (let step = 1; step <= REACH && !list[from - step + 1]?.first; step++) {
    const before = spelling(list, from - step)
    // "the crew behind X": what the crew made.
    if (before.small === 'behind') break
    if (isCompany(before)) return true
  }
  // "groups such as X"
  if (spelling(list, from - 1).small === 'as' && spelling(list, from - 2).small === 'such' && !list[from - 1]?.first)
    if (isCompany(spelling(list, from - 3))) return true
  for (let step = 1; step <= REACH; step++) {
    const next = list[to + step]
    if (!next || next.first) break
    if (isCompany(next.word)) return true
  }
  return false
}

/** What shows a state's service at work: "attributed to the GRU", "TTPs of the GRU". */
const WORK_OF =
  /\b(?:attribut\w+ to|(?:carried out|conducted|launched|coordinated|orchestrated|run|hacked|breached|compromised|operated|mounted|staged) by|behind|[Hh]ackers (?:from|of|with|in|working for)|(?:TTPs?|[Oo]perations?|[Cc]ampaigns?|[Aa]ttacks?|[Ii]ntrusions?|[Hh]acks?) (?:of|by|from)|blam(?:ed|es|ing)|accus(?:ed|es|ing)) (?:(?:the|a) )?(?:(?:\p{Lu}[\p{L}.]*(?:['\u2019]s)?|military|intelligence|foreign|state|agency) ){0,3}$/u
const WORKS =
  /^(?:['\u2019]s)?(?:,? or \p{Lu}[^.\n]{2,30},)? (?:(?:has|had|have|also|allegedly) ){0,2}(?:hackers?|hacking|cyber ?(?:attacks?|operations?|actors?|units?|espionage|division|campaigns?|spies)|(?:threat|hacking) (?:actors?|groups?|teams?)|hacked|breached|targeted|compromised|infiltrated|penetrated|phished|stole|leaked|attacked|infected|deployed|spied)\b/u
/** Units looked at on each side of a service's name. */
const ASIDE = 90

/** Whether the words around a service's name show it at work as a group of attackers would be. */
export const actsAsGroup = (text: string, start: number, end: number): boolean =>
  WORKS.test(text.slice(end, end + ASIDE)) || WORK_OF.test(text.slice(Math.max(0, start - ASIDE), start))
