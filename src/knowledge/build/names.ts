import type { Entity } from '../../model/entity.ts'
import { foldName } from '../../normalise/name.ts'
import type { Matcher } from './collector.ts'

/** Longest name taken for a name; longer ones are sentences. */
const LONGEST = 60

/** Words that say what kind of thing a name names, and are not part of the name. */
const KIND_WORD =
  /^(.{3,}?)[\s-]+(?:ransomware|malware|trojan|backdoor|stealer|RAT|botnet|bot|worm|loader|downloader|wiper|rootkit|bootkit|banker|infostealer|group|gang|team)$/i

/** What tells whether a name can do without its kind word. */
export interface Bare {
  readonly matchOf: Matcher
  /** Whether the name is a country's, its people's or its capital's. */
  isPlace(name: string): boolean
}

/**
 * "Prynt Stealer" is also called "Prynt", "Sandworm Team" "Sandworm"; undefined when the name has no kind word or too
 * little beside it. "Beijing Group" is not called "Beijing", nor a family by an ordinary word ("First Ransomware").
 */
export function bareName(name: string, type: Entity['type'], { matchOf, isPlace }: Bare): string | undefined {
  const bare = KIND_WORD.exec(name)?.[1]?.trim()
  if (bare === undefined || checkName(bare) !== undefined || isPlace(bare)) return undefined
  return type !== 'actor' && matchOf(bare, type) === 'context' ? undefined : bare
}

/** "EBBISLAND (EBBSHAVE)" is two names, "Subgroup: Bluenoroff" one; blanks are squeezed. */
export function splitNames(raw: string): string[] {
  const name = raw.replace(/\s+/g, ' ').trim()
  const parts = /^(.+?) \(([^()]+)\)$/.exec(name)
  const plain = parts?.[1] && parts[2] ? [parts[1], ...parts[2].split(/,\s*| or /)] : [name]
  return plain
    .map(part => part.replace(/^(?:subgroup|aka|a\.k\.a\.):? /i, '').replace(/^["“']|["”']$/g, ''))
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** Why a text cannot be a name; undefined when it can. */
export function checkName(text: string): string | undefined {
  if (text.length > LONGEST) return `longer than ${LONGEST} characters`
  if (/https?:\/\/|[<>{}]|\p{Cc}/u.test(text)) return 'not a name'
  if (foldName(text).length < 2) return 'fewer than two letters or digits'
  return undefined
}
