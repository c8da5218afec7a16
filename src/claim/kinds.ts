import type { Slot } from './slots.ts'

/** A kind of thing that descriptions and pronouns stand for. */
export type Kind = 'group' | 'company' | 'agency' | 'person' | 'town' | 'malware'

const GOVERNMENT =
  /\b(?:department|ministry|agency|bureau|commission|police|court|office|centre|center|council|service|authority|administration|senate|congress|parliament|committee|fbi|nsa|cia|doj|dhs|nhs|gchq|ncsc|irs|sec|ftc|cert|europol|interpol|nasa|gao|army|navy|force)\b/i
/** Neither a company nor an agency. */
const BODY = /\b(?:federation|federations|association|foundation|union|league|party|church|alliance|nations)\b/i
const PRESS =
  /\b(?:news|times|post|journal|press|reuters|bloomberg|bbc|cnn|nbc|cbs|abc|magazine|herald|tribune|guardian|forbes|motherboard|wired|zdnet|cnet|techcrunch|threatpost|bleeping\s?computer|newspaper|telegraph|tv)\b/i

/** A name as it stands, with the canonical one of an organisation. */
export const nameOf = (text: string, { start, end, mention }: Slot): string =>
  `${text.slice(start, end)} ${(mention?.type === 'organization' ? mention.value?.canonical : undefined) ?? ''}`

const KINDS: Readonly<Record<string, Kind>> = { A: 'group', P: 'person', L: 'town', W: 'malware' }

function organizationKind(name: string): Kind | undefined {
  if (BODY.test(name) || PRESS.test(name)) return undefined
  return GOVERNMENT.test(name) ? 'agency' : 'company'
}

/** A name with its words and, where descriptions may stand for it, what kind of thing it is. */
export interface Named {
  readonly slot: Slot
  readonly name: string
  readonly kind: Kind | undefined
}

/** Names with what kind of thing each is. */
export function namedIn(text: string, slots: readonly Slot[]): Named[] {
  const kinds = new Map<string, Kind | undefined>()
  return slots.map(slot => {
    const name = nameOf(text, slot)
    if (slot.letter !== 'O') return { slot, name, kind: KINDS[slot.letter] }
    if (!kinds.has(name)) kinds.set(name, organizationKind(name))
    return { slot, name, kind: kinds.get(name) }
  })
}

/** A company that is named this often, and twice as often as the next, is meant by "the company" even beside others. */
const MAIN = 3

/** How often each company is named. */
export function companies(names: readonly Named[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { slot, kind } of names)
    if (slot.key && kind === 'company') counts.set(slot.key, (counts.get(slot.key) ?? 0) + 1)
  return counts
}

/** The company an article is about, where it is one. */
export function mainCompany(counts: ReadonlyMap<string, number>): string | undefined {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= MAIN && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}
