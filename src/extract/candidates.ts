import type { MentionType } from '../model/mention.ts'
import type { Candidate, NameHit } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'

/** A word that says what kind of thing the name before it names. */
const KIND_WORD = /(?:group|team|gang|malware|ransomware|rat|trojan|backdoor|stealer|loader)$/

/**
 * The entity that a name most likely means: whose own name it is, a word such as "Group" aside ("Winnti" is Winnti
 * Group, though another group's alias too), above all one that ATT&CK numbers; then the one that most sources call so.
 */
export function likeliest(hit: NameHit, text: string, type: MentionType): Candidate | undefined {
  const fold = foldName(text.slice(hit.start, hit.end))
  const bare = fold.replace(KIND_WORD, '')
  const rank = ({ entity, name }: Candidate): number => {
    const own = foldName(entity.name)
    const numbered = entity.ids['attack'] === undefined ? 0 : NUMBERED
    if (own.replace(KIND_WORD, '') === bare) return OWN + numbered + (own === fold ? 1 : 0)
    return name.sources.length + (name.sources.includes('attack') ? 2 : 0)
  }
  let best: Candidate | undefined
  for (const candidate of hit.candidates)
    if (candidate.entity.type === type && (!best || rank(candidate) > rank(best))) best = candidate
  return best
}

/** Whether the words are the own name of some entry of a type, not only an alias: "Havex" is a trojan's, not a group's. */
export function isOwnName(hit: NameHit, text: string, type: MentionType): boolean {
  const bare = foldName(text.slice(hit.start, hit.end)).replace(KIND_WORD, '')
  return hit.candidates.some(
    ({ entity }) => entity.type === type && foldName(entity.name).replace(KIND_WORD, '') === bare,
  )
}

/** A kind in small letters behind a name is not part of it: "Ryuk ransomware" names Ryuk. Where the name ends. */
export function withoutKind({ start, end }: NameHit, text: string): number {
  const kind = /.{3}([ -](?:ransomware|malware|backdoor|trojan|botnet|worm|loader))$/.exec(text.slice(start, end))?.[1]
  return end - (kind?.length ?? 0)
}

/** Ranks: an own name above any number of sources, a number in ATT&CK above an exact spelling. */
const OWN = 100
const NUMBERED = 50
