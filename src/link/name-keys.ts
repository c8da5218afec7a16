import type { Mention } from '../model/mention.ts'
import { foldName } from '../normalise/name.ts'

/** What a name may lose without naming somebody else: legal forms, "group", titles, articles. */
const LEAD = /^(?:the|mr|mrs|ms|dr|prof|sen|gen)\.?\s+/i
const TAIL =
  /[,.]?\s+(?:inc|corp|corporation|co|ltd|llc|llp|plc|gmbh|ag|limited|group|gang|team|crew|ransomware|malware|trojan)\.?$/i
const POSSESSIVE = /['\u2019]s?$/

const core = (name: string): string => {
  const bare = name.replace(POSSESSIVE, '').replace(LEAD, '')
  return foldName(bare.replace(TAIL, '')) || foldName(bare) || foldName(name)
}

/**
 * Keys for names that no entity bears: `type:folded name`. Within one document a short form ("Lazarus", "Rimasauskas", "Acme")
 * has the key of the first full name ("Lazarus Group", "Evaldas Rimasauskas", "Acme Ltd").
 */
export function nameKeys(mentions: readonly Mention[]): (mention: Mention) => string {
  /** By type and core, the key of the first name that has it. */
  const first = new Map<string, string>()
  /** By type and name, the same: most names come again as they are. */
  const byName = new Map<string, string>()
  const keyOf = (mention: Mention): string => {
    const name = fullName(mention)
    const full = `${mention.type}:${name}`
    const known = byName.get(full)
    if (known !== undefined) return known
    const short = `${mention.type}:${core(name)}`
    const key = first.get(short) ?? `${mention.type}:${foldName(name.replace(POSSESSIVE, '').replace(LEAD, ''))}`
    first.set(short, key)
    byName.set(full, key)
    return key
  }
  for (const mention of mentions) keyOf(mention)
  return keyOf
}

/** The full name, where the extractor gave one to a short form. */
const fullName = ({ text, value }: Mention): string => (value && 'canonical' in value ? value.canonical : text)
