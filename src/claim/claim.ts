import { predicateOf } from '../knowledge/predicates.ts'
import type { Claim } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import { type Selector, type Span, select } from '../model/span.ts'
import { candidatesAmong } from './candidates.ts'
import { encode, type Sentence } from './encode.ts'
import { type Context, type Found, matches } from './match.ts'
import { ACTED } from './patterns-acts.ts'
import { ATTACKS } from './patterns-attacks.ts'
import { EVENTS } from './patterns-events.ts'
import { FIGURES } from './patterns-figures.ts'
import { FLAWS_OF } from './patterns-flaws.ts'
import { GROUPS } from './patterns-groups.ts'
import { MALWARE } from './patterns-malware.ts'
import { PEOPLE } from './patterns-people.ts'
import { RESPONSES } from './patterns-response.ts'
import { type People, peopleIn } from './people.ts'
import { quotations } from './quotations.ts'
import { withReferences } from './refer.ts'
import { sayings } from './said.ts'
import { circumstances } from './scene.ts'
import { type Slot, slotsOf } from './slots.ts'
import { stanceOf } from './stance.ts'
import { between, unlistedSpeakers } from './unlisted.ts'
import { Speakers, type Speech } from './voices.ts'

const PATTERNS = candidatesAmong([
  ...GROUPS,
  ...FIGURES,
  ...EVENTS,
  ...ATTACKS,
  ...FLAWS_OF,
  ...MALWARE,
  ...RESPONSES,
  ...PEOPLE,
  ...ACTED,
])

/** Predicates whose subject is the victim of an event. */
const BEFELL = new Set(['suffered', 'attacked-by', 'records-exposed', 'data-exposed', 'ransom-paid', 'occurred-on'])

/**
 * What a document says, sentence by sentence: patterns over names and measures, with stance, speaker, time and place. A
 * subject that no name, pronoun or description makes clear gives no claim. Each claim's place is its sentence.
 */
export function claims(doc: Document, mentions: readonly Mention[], links: readonly Link[]): Claim[] {
  const slots = withReferences(doc, between(slotsOf(doc.text, mentions, links), unlistedSpeakers(doc.text)))
  const speakers = new Speakers(doc.text, quotations(doc.text))
  const found: Claim[] = []
  const seen = new Set<string>()
  const victims = new Set<string>()
  let known: People | undefined
  const people = () => {
    known ??= peopleIn(doc.text, slots)
    return known
  }
  let next = 0
  for (const span of doc.sentences) {
    const inside: Slot[] = []
    for (let slot = slots[next]; slot && slot.start < span.end; slot = slots[++next])
      if (slot.start >= span.start && slot.end <= span.end) inside.push(slot)
    const sentence = encode(doc.text, span, inside)
    if (!sentence) continue
    const speech = speakers.hear(sentence)
    const at = placed(doc, span)
    const context = { text: doc.text, victim: victims.size === 1 ? [...victims][0] : undefined, people }
    for (const claim of [...ofSentence(context, sentence, speech, at), ...sayings(doc, sentence, speech)]) {
      // What somebody or something is, an article says again and again: once is enough.
      const place = claim.predicate === 'is-a' ? -1 : claim.at.start
      const key = `${claim.subject}\u0000${claim.predicate}\u0000${objectKey(claim.object)}\u0000${place}`
      if (seen.has(key)) continue
      seen.add(key)
      found.push(claim)
      if (BEFELL.has(claim.predicate) && claim.stance !== 'denied') victims.add(claim.subject)
    }
  }
  return found
}

/** What a claim says of its subject, told apart by case-folded words, entity or place. */
const objectKey = (object: Claim['object']): string =>
  'words' in object
    ? `"${object.words.toLowerCase()}`
    : 'type' in object
      ? `${object.start} ${object.end}`
      : object.entity

/** Deeds that are still to be done. */
const AHEAD = /^(?:plans?|planned|intends?|promised|agreed|threatened)\b/

/**
 * Where the words end that tell the stance: a mail that claims to be from somebody is no alleged one, nor is what a flaw
 * allows, and who tried or failed to do something did try or fail.
 */
function tellingEnd({ pattern: { predicate }, from, to, words }: Found, code: string): number {
  if (predicate === 'impersonated-by') return from
  if (!words) return to
  if (predicate === 'did') return AHEAD.test(code.slice(...words)) ? words[1] : words[0]
  return predicate === 'does' ? words[0] : to
}

/** The place of a sentence, made once for all its claims, and only when it has one. */
function placed(doc: Document, span: Span): () => Selector {
  let at: Selector | undefined
  return () => {
    at ??= select(doc, span)
    return at
  }
}

function* ofSentence(context: Context, sentence: Sentence, speech: Speech, at: () => Selector): Generator<Claim> {
  const told: Found[] = []
  for (const found of matches(sentence, PATTERNS, context)) {
    // What a predicate of its own says is not said again in general.
    const again = ({ subject, from, to }: Found) =>
      subject.start === found.subject.start && from < found.to && found.from < to
    if (found.pattern.clause && told.some(again)) continue
    told.push(found)
    const { acts, given } = found.pattern
    const stance = stanceOf(sentence.code, found.from, tellingEnd(found, sentence.code), acts, given)
    const { subject } = found
    if (!stance || subject.key === undefined) continue
    // Who denies or takes responsibility speaks for himself.
    const speaker = speech.at(found.from) ?? (found.pattern.predicate === 'responsible-for' ? subject.key : undefined)
    const rest = { ...circumstances(sentence, found, speech), stance, ...(speaker ? { speaker } : {}), at: at() }
    // An alias of the same entry is worth saying all the same: the names differ.
    for (const object of objectsOf(context.text, sentence, found))
      if (!('entity' in object && object.entity === subject.key && found.pattern.predicate !== 'alias-of'))
        yield { subject: subject.key, predicate: found.pattern.predicate, object, ...rest }
  }
}

/** Words that only lead on to what follows. */
const LOOSE_END =
  /(?:\s+(?:shortly|now|this|saying|aimed|based|for|found|to|the|an?|of|their|his|her|its|during|what|against|about|alongside|such|also|both|more|not|or|and|with|in|on|at|from|by|into|as|than|called|named|known|dubbed))+$/i

/** The objects as the catalogue allows them: a government that stands for its country is the country. */
function objectsOf(text: string, { offset }: Sentence, { pattern, objects, words }: Found): Claim['object'][] {
  if (words) {
    const said = text.slice(offset(words[0]), offset(words[1])).replace(LOOSE_END, '').trim()
    // "X, a company" says nothing, nor does a verb alone.
    const empty =
      pattern.predicate === 'is-a'
        ? /^(?:an?|the) \S+$/.test(said)
        : pattern.clause && /^\S+(?: to \S+| (?:it|them|this|so))?$/.test(said)
    return empty ? [] : [{ words: said }]
  }
  const allowed = predicateOf(pattern.predicate).object
  return objects.flatMap(({ mention, key }): Claim['object'][] => {
    if (mention && allowed.includes(mention.type)) return [mention]
    if (mention && !(key?.startsWith('country/') && pattern.predicate === 'attributed-to')) return []
    return key ? [{ entity: key }] : []
  })
}
