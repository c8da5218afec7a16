import { isWord } from '../knowledge/words.ts'
import { matches } from '../normalise/matches.ts'
import { foldName } from '../normalise/name.ts'
import type { Slot } from './slots.ts'

const SAYING =
  /\b(?:said|says|told|tells|explained|explains|added|adds|noted|notes|warned|warns|wrote|writes|commented|stated|according to)\b/g
const NAME = String.raw`[A-Z][a-z]+(?:[ \u00a0][A-Z]\.)?(?:[ \u00a0][A-Z][A-Za-z\u00c0-\u017f'\u2019-]+){1,2}`
/** After the verb: "said Acme researcher Jane Roe,". */
const BEHIND = new RegExp(
  String.raw`^\s+(?:(?:[\w&.'\u2019-]+,?\s+){0,5}?[a-z][a-z-]+\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof|Sen|Rep|CEO|CTO|CISO|President|Director|Researcher|Commissioner|Sheriff|Mayor|Chief|Officer)\.?\s+){0,2}(?<name>${NAME})(?=[,.;]|\s+(?:of|in|from|at|who|to|on|with|during|for)\b|\s*$)`,
  'd',
)
/** Before the verb: "Jane Roe, who leads research at Acme, said". */
const AHEAD = new RegExp(
  String.raw`(?:^|[.,;:"\u201d\u201c\n\u2014] ?|[a-z] )(?<name>${NAME})(?:,\s[^"\u201c\u201d.\n]{2,80},)?(?:\s(?:also|later|[a-z]+ly|has|had))?\s+$`,
  'd',
)
/** A surname alone, once its full name was read. */
const SURNAME = String.raw`(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?(?<name>[A-Z][A-Za-z'\u2019-]+)`
const BEHIND_ALONE = new RegExp(String.raw`^\s+${SURNAME}(?=[,.;]|\s*$)`, 'd')
const AHEAD_ALONE = new RegExp(
  String.raw`(?:^|[.,;:"\u201d\u201c\n\u2014] ?|[a-z] )${SURNAME}(?:\s(?:also|later|[a-z]+ly|has|had))?\s+$`,
  'd',
)
const REACH = 130

/** Words of names that are not people's. */
const OTHER =
  /\b(?:Security|Labs?|Inc|Corp|Bank|Group|University|Research|Department|County|Police|Times|News|City|School|Hospital|Health|Systems?|Networks?|Technolog(?:y|ies)|Centers?|Centre|Union|Agency|Office|Court|Street|Journal|Post|Press|Team|Alliance|Foundation|Institute|Council|Commission|Software|Solutions|Services?|Internet|Windows|United|National|Federal|International|Medical|Cyber|Data|Intelligence|Today|Insider|Beast|Chief|Executive|Officer|President|Director|Manager|House|Senate|Justice|Ministry|State|States|The|This|Last|Earlier|However|While|When|But|And|In|As|For|It|He|She|We|They)\b/

/**
 * Speakers whom no extractor knows: two or three capitalised words beside a word of saying, as persons under their folded
 * name. Only these places make the reading safe; elsewhere such words may be anything.
 */
export function unlistedSpeakers(text: string): Slot[] {
  const found: Slot[] = []
  const surnames = new Map<string, string>()
  for (const { 0: verb, index } of matches(SAYING, text)) {
    const end = index + verb.length
    const from = Math.max(0, index - REACH)
    const after = text.slice(end, end + REACH)
    const before = verb === 'according to' ? '' : text.slice(from, index)
    const full = named(BEHIND, after, end) ?? named(AHEAD, before, from)
    if (full && isPerson(full.name)) {
      const key = `person:${foldName(full.name)}`
      surnames.set(full.name.split(/\s/).at(-1) ?? '', key)
      found.push({ start: full.start, end: full.start + full.name.length, letter: 'P', key })
      continue
    }
    if (surnames.size === 0) continue
    const alone = named(BEHIND_ALONE, after, end) ?? named(AHEAD_ALONE, before, from)
    const key = alone && surnames.get(alone.name)
    if (alone && key) found.push({ start: alone.start, end: alone.start + alone.name.length, letter: 'P', key })
  }
  return found.sort((a, b) => a.start - b.start)
}

const isPerson = (name: string): boolean => !OTHER.test(name) && !name.toLowerCase().split(/\s/).every(isWord)

/** The name that an expression finds, and where it starts in the document; `offset` is where `piece` does. */
function named(
  form: RegExp,
  piece: string,
  offset: number,
): { readonly name: string; readonly start: number } | undefined {
  const match = form.exec(piece)
  const span = match?.indices?.groups?.['name']
  return match && span ? { name: piece.slice(...span), start: offset + span[0] } : undefined
}

/** Slots with more slots between them, none overlapping; those there before win. */
export function between(slots: readonly Slot[], more: readonly Slot[]): Slot[] {
  const all: Slot[] = []
  let next = 0
  for (const slot of slots) {
    for (let added = more[next]; added && added.start < slot.start; added = more[++next])
      if (added.end <= slot.start && added.start >= (all.at(-1)?.end ?? 0)) all.push(added)
    all.push(slot)
  }
  for (const added of more.slice(next)) if (added.start >= (all.at(-1)?.end ?? 0)) all.push(added)
  return all
}
