import { ofSpelling } from '../normalise/words.ts'
import { spelling, type Token } from './tokens.ts'

/** Nouns that say of the name before them that it is a group: unlike "group" and "team" alone, which firms use too. */
const GANG = /^(?:gang|gangs|crew|hackers?|apts?|cartel|syndicate|hacktivists?)$/i

/** "X threat actor", "X hacking group": a group noun behind one of these. */
const HOSTILE =
  /^(?:threat|hacking|hacker|apt|espionage|cyberespionage|ransomware|extortion|cybercrime|cybercriminal|criminal|hacktivist|adversary|state-sponsored|state-backed|nation-state|activity)$/i
const GROUP = /^(?:groups?|actors?|gangs?|collective|crew|team|cluster|operation|outfit)$/i

/** Words that go with a group's name. */
const COMPANY =
  /^(?:groups?|gangs?|crew|hackers?|actors?|operators?|team|apts?|adversary|adversaries|attributed|attribution|threat|collective|campaigns?|operations?|attackers?|affiliates?|espionage|members?|aka|a\.k\.a|alias|toolset|ttps?|tradecraft|state-sponsored)$/i

/** Tokens looked at on each side of a name. */
const REACH = 2

const mayTellGroup = ofSpelling(({ text }) => GANG.test(text) || HOSTILE.test(text))
const isCompany = ofSpelling(({ text }) => COMPANY.test(text))

/** Whether what follows the name says that it is a group: "X gang", "X threat group". */
export function isFollowedByGroup(list: readonly Token[], to: number): boolean {
  const next = list[to + 1]
  if (!next || next.first || !mayTellGroup(next.word)) return false
  const then = list[to + 2]
  return GANG.test(next.text) || (HOSTILE.test(next.text) && then !== undefined && !then.first && GROUP.test(then.text))
}

/** Whether a word that goes with a group stands within two words of the tokens `from`–`to` (inclusive), in their sentence. */
export function isNearGroup(list: readonly Token[], from: number, to: number): boolean {
  for (let step = 1; step <= REACH && !list[from - step + 1]?.first; step++)
    if (isCompany(spelling(list, from - step))) return true
  for (let step = 1; step <= REACH; step++) {
    const next = list[to + step]
    if (!next || next.first) break
    if (isCompany(next.word)) return true
  }
  return false
}
