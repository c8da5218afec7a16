import type { Document } from '../model/document.ts'
import { indexAt } from '../model/span.ts'
import { matches } from '../normalise/matches.ts'
import { foldName } from '../normalise/name.ts'
import { companies, type Kind, mainCompany, namedIn, nameOf } from './kinds.ts'
import type { Slot } from './slots.ts'
import { type Strangers, strangersIn } from './strangers.ts'

const NOUNS: Readonly<Record<string, Kind>> = Object.fromEntries(
  (
    [
      ['group', 'group gang hackers attackers threat-actor threat-actors actors cybercriminals crew collective'],
      [
        'company',
        'company firm vendor retailer bank manufacturer maker provider airline insurer carrier exchange startup chain giant hospital university ' +
          'corporation developer publisher operator utility shipbuilder',
      ],
      ['agency', 'agency bureau department ministry regulator commission watchdog'],
      ['person', 'he she'],
      ['town', 'city town county village'],
      ['malware', 'malware trojan ransomware worm botnet backdoor virus spyware'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind])),
)

/** Descriptions with an article and at most two lower-case words between, and the pronouns that stand for one person. */
const DESCRIPTION = new RegExp(
  String.raw`\b(?:the|this)\s+(?:(?!police|fire|health|justice|same|other|first|second|two|three|only|whole|latest|new|parent)[a-z][a-z-]{1,15}\s+){0,2}?(?<noun>${Object.keys(
    NOUNS,
  )
    .filter(noun => NOUNS[noun] !== 'person')
    .join(
      '|',
    )})\b(?![-\w]|,? (?:known|called|dubbed|named|that|which|who|whose|behind|identified|discovered|led|using|at|of|in)\b)|\b(?<pronoun>he|she)\b|(?<=[.!?]["\u201d]?\s)(?<it>It)(?= (?:was|has|is|also|can|then|uses|used|encrypts|steals|spreads|targets|targeted|infects?|exploits|affects|allows|had)\b)`,
  'gi',
)

/** Nationality and a word for attackers: "North Korean hackers" is a group without a name. */
const UNNAMED =
  /^\s+(?:(?:state|government|military|intelligence|sponsored|backed|linked|speaking|cyber)[\s-]+){0,3}(?:hackers|cybercriminals|spies|attackers)\b(?!['\u2019]|,? (?:known|dubbed|called|named|codenamed|nicknamed|collectively))(?=.{12})/

/**
 * Nouns that fit only a name that says so itself: "the bank" is no security firm, "the department" no bureau. What a name has
 * to hold, in its words or its canonical form.
 */
const FITS: Readonly<Record<string, RegExp>> = {
  bank: /bank|banc|financ|credit|capital|savings|hsbc|barclays|chase|citi|wells|santander|lloyds/i,
  hospital: /hospital|health|medical|clinic|infirmary|nhs|care\b/i,
  university: /universit|college|institute|school/i,
  airline: /air|jet|delta|southwest|lufthansa|qantas/i,
  department: /department|dept|police|office|doj|dhs|dot\b/i,
  bureau: /bureau|fbi/i,
  ministry: /ministry|office|mod\b/i,
  commission: /commission|sec\b|ftc|fcc/i,
}

/** How far from its beginning a sentence names what it is about, in UTF-16 units. */
const LEAD = 30
/** How many sentences back a name may stand. */
const REACH = 2
/** A name seen. */
interface Seen {
  /** Its words and its canonical name. */
  readonly name: string
  readonly sentence: number
  readonly key: string
  readonly letter: string
}

/**
 * Slots for descriptions ("the company") and pronouns ("he") that clearly stand for a name: the one name of its kind in this
 * sentence and the two before it; for persons and groups, the one in the nearest sentence that has any. Where two compete,
 * the description stays unresolved and gives no claim.
 */
export function withReferences(doc: Document, slots: readonly Slot[]): Slot[] {
  const all: Slot[] = []
  const names = namedIn(doc.text, slots)
  const counts = companies(names)
  const main = mainCompany(counts)
  let strangers: Strangers | undefined
  // "The company" of an article on a firm that nothing knows is not the one firm beside it that something does.
  const outnumbered = ({ key }: Seen, sentence: number, at: number): boolean => {
    if (key === main) return false
    strangers ??= strangersIn(doc.text, slots)
    return strangers.between(doc.sentences[Math.max(0, sentence - REACH)]?.start ?? 0, at, counts.get(key) ?? 0)
  }
  const recent = new Map<Kind, Seen[]>()
  const note = (
    kind: Kind | undefined,
    sentence: number,
    { key, letter }: Pick<Slot, 'key' | 'letter'>,
    name: string,
  ) => {
    if (!kind || !key) return
    const list = (recent.get(kind) ?? []).filter(seen => sentence - seen.sentence <= REACH && seen.key !== key)
    recent.set(kind, [...list.slice(-4), { sentence, key, letter, name }])
  }
  // What the sentence before is about: the one group, program or firm in it, when it stands near the beginning.
  let topic: (Seen & { readonly alone: boolean }) | undefined
  const lead = (slot: Pick<Slot, 'start' | 'key' | 'letter'>, sentence: number) => {
    const { start, key, letter } = slot
    if (!key || !/[AWOT]/.test(letter)) return
    const near = start - (doc.sentences[sentence]?.start ?? 0) <= LEAD
    if (topic?.sentence !== sentence) topic = { sentence, key, letter, name: '', alone: near }
    else if (topic.key !== key) topic = { ...topic, alone: false }
  }
  const meant = (kind: Kind, noun: string, sentence: number): Seen | undefined => {
    const fits = FITS[noun]
    const list = (recent.get(kind) ?? []).filter(
      ({ sentence: at, name }) => sentence - at <= REACH && (!fits || fits.test(name)),
    )
    const nearest = list.at(-1)
    if (!nearest || list.length === 1) return nearest
    if (kind === 'company') return list.find(({ key }) => key === main)
    const rivals = list.filter(seen => seen.sentence === nearest.sentence)
    return (kind === 'person' || kind === 'group') && rivals.length === 1 ? nearest : undefined
  }
  let next = 0
  let end = 0
  const take = (until: number) => {
    for (let named = names[next]; named && named.slot.start < until; named = names[++next]) {
      const { slot, name, kind } = named
      if (slot.start < end) continue
      const unnamed = slot.letter === 'C' ? UNNAMED.exec(doc.text.slice(slot.end, slot.end + 80)) : null
      const whole: Slot = unnamed ? nameless(doc.text, slot, unnamed[0].length) : slot
      end = whole.end
      all.push(whole)
      const sentence = indexAt(doc.sentences, whole.start)
      lead(whole, sentence)
      note(unnamed ? 'group' : kind, sentence, whole, unnamed ? nameOf(doc.text, whole) : name)
    }
  }
  for (const found of matches(DESCRIPTION, doc.text)) {
    take(found.index)
    const { noun, pronoun, it } = found.groups ?? {}
    const word = (noun ?? '').toLowerCase()
    const kind = pronoun ? 'person' : NOUNS[word]
    const sentence = indexAt(doc.sentences, found.index)
    const known = it
      ? topic?.alone && topic.sentence === sentence - 1
        ? topic
        : undefined
      : kind && meant(kind, word, sentence)
    const stop = found.index + found[0].length
    const ahead = slots[next]
    if (!known || found.index < end || (ahead && ahead.start < stop)) continue
    if (kind === 'company' && outnumbered(known, sentence, found.index)) continue
    all.push({ start: found.index, end: stop, letter: known.letter, key: known.key })
    note(kind, sentence, known, known.name)
    lead({ ...known, start: found.index }, sentence)
    end = stop
  }
  take(doc.text.length)
  return all
}

/** "North Korean hackers" as a group that has no other name: its words, folded, are its key. */
const nameless = (text: string, { start, end }: Slot, more: number): Slot => ({
  start,
  end: end + more,
  letter: 'A',
  key: `actor:${foldName(text.slice(start, end + more))}`,
})
